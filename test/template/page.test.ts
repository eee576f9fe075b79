import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SIGNATURES, usageOf } from '../../src/template/signatures.ts'

const page = readFileSync(join(import.meta.dirname, '../../templates/README.md'), 'utf8')

/** How a helper is used, as a cell of the table of helpers: a bar inside it is escaped. */
const USAGES = Object.entries(SIGNATURES).map(([name, signature]) => `\`${usageOf(name, signature)}\``)

test('the page of helpers lists every helper as its signature has it, and no other, and says what it does', () => {
  const section = page.slice(page.indexOf('## Helpers'), page.indexOf('## Formulas'))
  const rows = section.split('\n').filter(line => line.startsWith('| `'))
  const cells = rows.map(row => row.slice(2, -2).split(/ (?<!\\)\| /))
  expect(cells.map(([usage = '']) => usage.replaceAll('\\|', '|'))).toEqual(USAGES)
  for (const [usage, says = '', more] of cells) expect([usage, says.length > 1, more]).toEqual([usage, true, undefined])
})
