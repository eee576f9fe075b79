import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SIGNATURES, type Signature, usageOf } from '../../src/template/signatures.ts'

const page = readFileSync(join(import.meta.dirname, '../../templates/README.md'), 'utf8')

/** A row of the table of helpers; a bar inside a cell is escaped. */
function rowOf([name, signature]: [string, Signature]): string {
  const cells = [`\`${usageOf(name, signature)}\``, signature.says].map(cell => cell.replaceAll('|', '\\|'))
  return `| ${cells.join(' | ')} |`
}

test('the page of helpers lists every helper as its signature says it, and no other', () => {
  const section = page.slice(page.indexOf('## Helpers'), page.indexOf('## Formulas'))
  const rows = section.split('\n').filter(line => line.startsWith('| `'))
  expect(rows).toEqual(Object.entries(SIGNATURES).map(rowOf))
})
