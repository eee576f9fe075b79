/** Every fixture in every dump, against the dumps that were read and accepted; `npm run accept` rewrites them. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explanationLines } from '../src/cli/explain-lines.ts'
import { explain } from '../src/explain/explain.ts'
import { prepare, render } from '../src/render.ts'
import { FORMATS, type Format } from '../src/write/index.ts'
import { askFor, engineHere, fixtures, root } from './fixtures.ts'

const accept = process.env['VERBALE_ACCEPT'] === '1' && process.env['CI'] === undefined
const dumps = ['txt', 'tree', 'pages', 'tags', 'dossier'] as const satisfies readonly Format[]
const engine = engineHere()

function golden(fixture: string, name: string): string {
  return join(root, 'fixtures', fixture, 'expected', name)
}

function compare(file: string, text: string): void {
  if (accept) {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '(no golden: run `npm run accept`)').toBe(text)
}

describe.each(fixtures)('%s', fixture => {
  test.each(dumps)('as %s', format => {
    const { output } = render(engine, { ...askFor(fixture), format })
    compare(golden(fixture, `note${FORMATS[format].extension}`), new TextDecoder().decode(output))
  })

  test('as PDF, by its hash', () => {
    const { output } = render(engine, { ...askFor(fixture), format: 'pdf' })
    compare(golden(fixture, 'note.pdf.sha256'), `${createHash('sha256').update(output).digest('hex')}\n`)
  })
})

describe('explained', () => {
  const explained = (fixture: string) => {
    const file = `fixtures/${fixture}/note.yaml`
    return explain(prepare(engine, askFor(fixture)), { file, from: 'request', restricted: false })
  }

  test('minimal, for machines', () => {
    compare(golden('minimal', 'note.explanation.json'), `${JSON.stringify(explained('minimal'), null, 2)}\n`)
  })

  test('drafter-insertion, for people', () => {
    const text = explanationLines(explained('drafter-insertion'), { colour: false })
    compare(golden('drafter-insertion', 'note.explanation.txt'), text)
  })
})

test('there are fixtures', () => {
  expect(fixtures.length).toBeGreaterThan(5)
})
