/** The working paper of a note in several languages: what stands beside what, and that nothing takes it for a note. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { composeSheet, type Sheet } from '../../src/concordance/compose.ts'
import { renderConcordance } from '../../src/concordance/concordance.ts'
import { phrasesToConfirm, wordingsToConfirm } from '../../src/concordance/confirm.ts'
import { concordanceRows, type LanguageSide } from '../../src/concordance/rows.ts'
import { attempt } from '../../src/diagnostic.ts'
import type { Inline, Text } from '../../src/document/document.ts'
import { leaves } from '../../src/document/walk.ts'
import { type PrepareOptions, prepare } from '../../src/render.ts'
import { askFor, engineHere, proseOf, root } from '../fixtures.ts'
import { preparsed } from '../read-ahead.ts'

const engine = engineHere()
const asked: PrepareOptions = askFor('kyiv-embassy-2025')

function sideIn(language: string): LanguageSide {
  const { blocks, labels } = prepare(engine, { ...asked, language }).stages.document()
  return { language, before: labels, blocks }
}

const sides = ['en', 'az', 'ru'].map(sideIn)
const { incidents } = prepare(engine, asked).records.register
const rows = concordanceRows(sides, id => Object.hasOwn(incidents, id))

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map(each => (each.type === 'text' ? each.text : '')).join('')
}

describe('the rows', () => {
  test('have one standing for each part and incident, in the order of the original', () => {
    const standings = [...new Set(rows.map(each => each.standing))]
    expect(standings.slice(0, 4)).toEqual(['labels', 'letterhead', 'reference', 'opening'])
    expect(standings.filter(each => each.startsWith('recall/'))).toEqual([
      'recall/kharkiv-2022-03-10',
      'recall/kyiv-2024-01-02',
      'recall/kyiv-2025-08-28',
      'recall/odesa-2025-08-08',
      'recall/odesa-2025-08-18'
    ])
  })

  test('every language says something in every row', () => {
    expect(rows.filter(each => each.cells.some(cell => cell.length === 0))).toEqual([])
  })

  test('no word of the note is left out, in any language', () => {
    const letters = (text: string) => text.replace(/[\s\p{P}]/gu, '')
    for (const [index, { blocks, language, before }] of sides.entries()) {
      const all = [...before, ...leaves({ language, title: '', labels: [], blocks })]
      const note = letters(all.map(each => (each.type === 'text' ? each.text : '')).join(''))
      const paper = letters(rows.flatMap(each => each.cells[index]?.map(wordsOf) ?? []).join(''))
      expect([...paper].sort().join('')).toBe([...note].sort().join(''))
    }
  })

  test('paragraphs stand beside each other where all languages have as many', () => {
    const occasion = rows.filter(each => each.standing === 'occasion/kyiv-2025-11-14')
    expect(occasion.map(each => each.cells.map(cell => cell.length))).toEqual([
      [1, 1, 1],
      [1, 1, 1]
    ])
  })

  test('where a paragraph comes back to what it left, the paper says that words are between', () => {
    const source = { name: 'x.hbs', text: '' }
    const said = (text: string, statement: string): Text => ({
      type: 'text',
      text,
      at: { source, start: 0, end: 0 },
      origins: [],
      statement
    })
    const children = [
      said('The Ministry recalls', 'recall'),
      said('the strike', 'recall/a'),
      said('in full.', 'recall')
    ]
    const one: LanguageSide = { language: 'en', before: [], blocks: [{ type: 'paragraph', children }] }
    const told = concordanceRows([one], id => id === 'a')
    expect(told.map(each => [each.standing, each.cells.map(cell => cell.map(wordsOf))])).toEqual([
      ['recall', [['The Ministry recalls … in full.']]],
      ['recall/a', [['the strike']]]
    ])
  })
})

describe('what a person must confirm', () => {
  test('set phrases that nobody attests in some language; who attests the others', () => {
    const phrases = phrasesToConfirm(sides, preparsed)
    const type = phrases.find(each => each.name === 'certainty/type')
    expect(type?.cells.map(each => each.length > 0)).toEqual([true, true, true])
    expect(wordsOf(type?.cells[2] ?? [])).toBe('типа «Искандер» … типа «Шахед»')
    expect(type?.cells[1]).toMatchObject([{ type: 'emphasis', children: [{ text: 'confirmed: xin-2025' }] }])
  })

  test('wordings of records, each once, with the words of each language', () => {
    const found = wordingsToConfirm(sides)
    expect(new Set(found.map(each => each.name)).size).toBe(found.length)
    expect(found.find(each => each.name === 'kyiv-2025-11-14: damage.what 1')?.cells.map(wordsOf)).toEqual([
      'the complete destruction of a part of the perimeter wall',
      expect.stringContaining('hasarın bir hissəsi'),
      'полностью разрушена часть ограждения'
    ])
  })
})

describe('the paper', () => {
  const sheet: Sheet = {
    language: 'en',
    title: 'A note',
    languages: [{ tag: 'az', isOriginal: true, digest: '0123456789abcdef0123' }],
    rows: [],
    phrases: [],
    wordings: [],
    stale: [{ language: 'ru', place: 'register.yaml:84' }],
    proven: [],
    purposes: []
  }

  test('says that nothing is proven where nobody compared the languages', () => {
    expect(proseOf(composeSheet(sheet))).toContain('Nothing yet: the languages of this note were not compared.')
  })

  test('lists what is proven by part, with its sum, and what differs on purpose', () => {
    const prose = proseOf(
      composeSheet({
        ...sheet,
        proven: [
          { part: 'recall', facts: 12, decisions: 3, numbers: 4 },
          { part: 'demands', facts: 2, decisions: 1, numbers: 0 }
        ],
        purposes: [{ language: 'ru', part: null, what: 'measures', reason: 'grammar', confirmed: null }]
      })
    )
    expect(prose).toMatch(/recall\s+12\s+4\s+3\s+demands\s+2\s+0\s+1\s+All parts\s+14\s+4\s+4/)
    expect(prose).toMatch(/ru\s+register\.yaml:84/)
    expect(prose).toMatch(/ru\s+every part\s+measures\s+grammar\s+nobody/)
  })

  test('is a tagged PDF on the long side, the same at every run, that carries nothing', async () => {
    const made = () => renderConcordance(engine, asked, prepare(engine, asked))
    const { output, pages, extension } = made()
    expect([extension, pages]).toEqual(['.concordance.pdf', 8])
    expect(Buffer.compare(output, made().output)).toBe(0)
    const file = await PDFDocument.load(output)
    const { catalog } = file
    expect(catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
    expect(catalog.has(PDFName.of('AF'))).toBe(false)
    const [page] = file.getPages()
    expect(page?.getSize()).toEqual({ width: 841.89, height: 595.276 })
  })

  test('is made of any note that can be made, however long what one part says', async () => {
    const words = (word: string) => `A ${`${word} `.repeat(1200)}ends.`
    const insert = `insert: [{ after: demands, source: null, by: a drafter, text: { en: ${words('word')}, az: ${words('söz')}, ru: ${words('слово')} } }]`
    const text = `${readFileSync(join(root, asked.note), 'utf8')}\n${insert}\n`
    const options = { ...asked, noteSource: { name: asked.note, text } }
    const { output, pages } = renderConcordance(engine, options, prepare(engine, options))
    expect((await PDFDocument.load(output)).getPageCount()).toBe(pages)
    expect(pages).toBeGreaterThan(8)
  })

  test('is refused for a note in one language, and for one language of a note', () => {
    const refused = (options: PrepareOptions) =>
      attempt(() => renderConcordance(engine, options, prepare(engine, options))).findings.map(each => each.rule)
    expect(refused(askFor('airspace-violation'))).toEqual(['concordance/one-language'])
    expect(refused({ ...asked, language: 'az' })).toEqual(['concordance/language'])
  })
})
