/** What a reader copies out of the PDF, against the text of the document: nothing lost, nothing added. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Layout, TextItem } from '../src/layout/page.ts'
import { prepare } from '../src/render.ts'
import type { Stages } from '../src/write/index.ts'
import { askFor, askForCase, engineHere, fixtures } from './fixtures.ts'
import { goodCase, SEED } from './generator.ts'
import { folded, structureText, textOf } from './reading.ts'
import { some, times } from './share.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbale-text-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const engine = engineHere()

function fileOf(name: string, stages: Stages): string {
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, stages.pdf())
  return file
}

const itemText = (item: TextItem): string =>
  item.parts.map(part => (part.type === 'space' ? part.text : part.type === 'word' ? part.word.text : '')).join('')

/** The lines of a page's furniture, with how often each stands in the file. */
function furniture({ pages }: Layout): Map<string, number> {
  const counted = new Map<string, number>()
  for (const item of pages.flatMap(page => page.items)) {
    if (item.type !== 'text' || item.owner.type !== 'artifact') continue
    const text = folded(itemText(item))
    counted.set(text, (counted.get(text) ?? 0) + 1)
  }
  return counted
}

/** The words of a text, sorted: order on the page is not the reading order where a part stands at the foot. */
const words = (text: string): string[] => folded(text).split(' ').sort()

/** `pdftotext` gives all that is drawn; what is left without the furniture are the document's words. */
function drawnWords(file: string, layout: Layout): string[] {
  const raw = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  // a word that has a hyphen of its own may go on in the next line behind it
  const drawn = words(raw.replace(/(?<=\p{L}-)\n/gu, ''))
  for (const [text, times] of furniture(layout)) {
    for (const word of words(text)) {
      for (let time = 0; time < times; time++) drawn.splice(drawn.indexOf(word), drawn.includes(word) ? 1 : 0)
    }
  }
  return drawn
}

function expectSameText(name: string, stages: Stages): void {
  const file = fileOf(name, stages)
  const text = textOf(stages.document())
  expect(structureText(execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }))).toBe(text)
  expect(drawnWords(file, stages.layout())).toEqual(words(text))
}

describe.each(some(fixtures, 2))('%s', name => {
  test('the text of the PDF is the text of the document', () => {
    expectSameText(name, prepare(engine, askFor(name)).stages)
  })
})

test('so it is for generated notes', () => {
  fc.assert(
    fc.property(goodCase, each => {
      const { engine: own, asked } = askForCase(each)
      expectSameText('generated', prepare(own, asked).stages)
    }),
    { seed: SEED, numRuns: times(25), endOnFailure: true }
  )
}, 60_000)
