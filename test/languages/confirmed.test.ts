/** What attests a set phrase is explained at the head of the file of formulas that names it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../fixtures.ts'

const folder = join(root, 'templates/formulas')

test.each(readdirSync(folder))('%s explains every name that it confirms by', file => {
  const text = readFileSync(join(folder, file), 'utf8')
  const [head = ''] = text.split(/^verbale:/m)
  const names = [...text.matchAll(/confirmed: ([^\s}]+)/g)].map(match => match[1]).filter(name => name !== 'null')
  expect(names.length).toBeGreaterThan(0)
  expect([...new Set(names)].filter(name => !head.includes(`\`${name}\``))).toEqual([])
})
