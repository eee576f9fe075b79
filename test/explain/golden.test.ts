/** Two notes explained, against what was read and accepted; `npm run accept` rewrites it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explanationLines } from '../../src/cli/commands/explain-format.ts'
import { explain } from '../../src/explain/explain.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineHere } from '../fixtures.ts'

const accept = process.env['VERBALE_ACCEPT'] === '1' && process.env['CI'] === undefined
const engine = engineHere()

function compare(name: string, text: string): void {
  const file = join(import.meta.dirname, 'goldens', name)
  if (accept) writeFileSync(file, text)
  expect(readFileSync(file, 'utf8')).toBe(text)
}

function explained(fixture: string) {
  const file = `fixtures/${fixture}/note.yaml`
  return explain(prepare(engine, askFor(fixture)), { file, from: 'request', restricted: false })
}

test('minimal, for machines', () => {
  compare('minimal.json.txt', `${JSON.stringify(explained('minimal'), null, 2)}\n`)
})

test('drafter-insertion, for people', () => {
  compare('drafter-insertion.txt', explanationLines(explained('drafter-insertion'), { colour: false }))
})
