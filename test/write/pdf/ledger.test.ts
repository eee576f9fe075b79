import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname
const ledger = readFileSync(join(folder, '../../../src/write/pdf/README.md'), 'utf8')
const tests = readdirSync(folder)
  .filter(name => name.endsWith('.test.ts'))
  .map(name => readFileSync(join(folder, name), 'utf8'))
  .join('')

const rows = ledger
  .split('\n')
  .filter(row => row.startsWith('| ISO'))
  .map(row => row.split('|').map(cell => cell.trim()))

test.each(rows.filter(row => row[3] === 'checked'))('%s%s (%s) names a test', (_, _rule, _what, _state, cell = '') => {
  const name = /^`(.+)`$/.exec(cell)?.[1] ?? 'no test is named'
  expect(tests).toContain(`('${name}'`)
})

test('a row that is not checked names none', () => {
  expect(rows.filter(row => row[3] !== 'checked' && row[4] !== '')).toEqual([])
  expect(rows.length).toBeGreaterThan(20)
})
