/** What a reader copies out of the PDF, against the text of the document: nothing lost, nothing added. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { prepare } from '../src/render.ts'
import { writeText } from '../src/write/text.ts'
import { askFor, engineHere, fixtures } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbale-text-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const engine = engineHere()

/** Poppler's reading of the structure tree: artifacts are not in it, parts stand in reading order. */
function structureText(pdf: string): string {
  const dump = execFileSync('pdfinfo', ['-struct-text', pdf], { encoding: 'utf8' })
  return [...dump.matchAll(/^ *"(.*)"$/gm)].map(match => match[1] ?? '').join(' ')
}

/** Words alone: hyphens added at line ends are rejoined, and only those. */
const folded = (text: string): string => text.replace(/\u00AD\s*/g, '').replace(/\s+/g, '')

describe.each(fixtures)('%s', name => {
  test('the tagged text of the PDF is the text of the document', () => {
    const { stages } = prepare(engine, askFor(name))
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, stages.pdf())
    expect(folded(structureText(file))).toBe(folded(writeText(stages.document())))
  })
})
