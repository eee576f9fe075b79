/** Every fixture in every dump, against the dumps that were read and accepted; `npm run accept` rewrites them. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { render } from '../src/render.ts'
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

test('there are fixtures', () => {
  expect(fixtures.length).toBeGreaterThan(5)
})
