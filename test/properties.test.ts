/** What holds for every note: values stay leaves, and nothing but what is said changes the file. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { Rejected } from '../src/diagnostic.ts'
import type { Document } from '../src/document/document.ts'
import { leafBlocks, leaves } from '../src/document/walk.ts'
import { forbiddenIn, isVisible } from '../src/languages/characters.ts'
import type { IncidentRecord } from '../src/records/schema.ts'
import { prepare } from '../src/render.ts'
import type { Json } from '../src/value.ts'
import type { Stages } from '../src/write/index.ts'
import { askForCase } from './fixtures.ts'
import { type Case, goodCase, SEED } from './generator.ts'
import { some, times } from './share.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbale-properties-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const runs = (numRuns: number) => ({ seed: SEED, numRuns: times(numRuns, 5), endOnFailure: true })

function stagesOf(each: Case): Stages {
  const { engine, asked } = askForCase(each)
  return prepare(engine, asked).stages
}

/** A case whose occasion has one item of damage, in these words. */
function withDamage(text: string): Case {
  const [base] = fc.sample(goodCase, { seed: SEED, numRuns: 1 })
  if (!base) throw new Error('no case')
  const id = base.request.occasion[0] ?? ''
  const incident = base.register.incidents[id]
  if (!incident) throw new Error('no occasion')
  const evidence: IncidentRecord['evidence'] = incident.evidence
  const damaged = { ...incident, damage: [{ what: { en: text }, evidence }] }
  return { ...base, register: { ...base.register, incidents: { ...base.register.incidents, [id]: damaged } } }
}

const texts = (document: Document): string[] =>
  [...leaves(document)].map(leaf => (leaf.type === 'text' ? leaf.text : ''))
const shape = (document: Document): string[] =>
  [...leafBlocks(document.blocks)].map(({ block, part }) => `${part} ${block.type}`)

describe('a value is a leaf, whatever it holds', () => {
  const plain = stagesOf(withDamage('damage to the roof')).document()
  const hostile = [
    '**',
    '*',
    '# heading',
    '1. one',
    '1) one',
    '| a | b |',
    '<b>bold</b>',
    '(',
    'a) or b)',
    '\\',
    '\\(',
    '_x_',
    '`code`',
    '[a](b)',
    'x ::: annex',
    'x :::',
    '^[note]',
    '---',
    '- item',
    '> quote',
    '&amp;',
    '~~x~~',
    'https://example.org',
    '%PDF',
    'endstream',
    '(x) Tj',
    'a'.repeat(10_000)
  ]

  const printed = new Set(some(hostile, 4))

  test.each(hostile.map(each => [each.slice(0, 20), each]))('%s', (_, text) => {
    const stages = stagesOf(withDamage(text))
    expect(shape(stages.document())).toEqual(shape(plain))
    expect(texts(stages.document()).filter(each => each === text)).toHaveLength(1)
    if (printed.has(text)) expectPrinted(stages, text)
  })

  test.each(['{{sender}}', '{{{'])('and what looks like a slot or a template is refused: %s', text => {
    expect(() => stagesOf(withDamage(text)).document()).toThrow(Rejected)
  })

  /** As `pdftotext` gives it, with every word inside the page's margins. */
  function expectPrinted(stages: Stages, text: string): void {
    const file = join(folder, 'hostile.pdf')
    writeFileSync(file, stages.pdf())
    const squeezed = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(
      /\u00AD|\s|– \d+ –/g,
      ''
    )
    // A text over several pages has their numbers and labels in between.
    if (text.length < 1000) expect(squeezed).toContain(text.replace(/\s/g, ''))
    else expect(squeezed.match(/a/g)?.length).toBeGreaterThanOrEqual(text.length)
    const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' })
    const ends = [...boxes.matchAll(/xMin="([\d.]+)".*?xMax="([\d.]+)"/g)].map(
      match => [Number(match[1]), Number(match[2])] as const
    )
    const width = Number(boxes.match(/page width="([\d.]+)"/)?.[1])
    expect(ends.length).toBeGreaterThan(50)
    expect(ends.filter(([from, to]) => from < 50 || to > width - 50)).toEqual([])
  }

  test('any string that may be printed at all', () => {
    const printable = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter(text => text.trim() === text && forbiddenIn(text).length === 0 && isVisible(text))
    fc.assert(
      fc.property(printable, text => {
        try {
          const document = stagesOf(withDamage(text)).document()
          expect(shape(document)).toEqual(shape(plain))
          expect(texts(document)).toContain(text)
        } catch (caught) {
          // Two stops in a row, say: refused and located, never changed.
          if (!(caught instanceof Rejected)) throw caught
          expect(caught.diagnostics.map(each => each.rule).filter(rule => rule !== 'markup/spacing')).toEqual([])
        }
      }),
      runs(100)
    )
  }, 60_000)
})

describe('what does not count changes no byte', () => {
  const same = (a: Case, b: Case): void => {
    expect(Buffer.from(stagesOf(b).pdf()).equals(Buffer.from(stagesOf(a).pdf()))).toBe(true)
  }

  test('the order of keys', () => {
    fc.assert(
      fc.property(goodCase, each => {
        same(each, { register: reversed(each.register), request: reversed(each.request) })
      }),
      runs(15)
    )
  }, 60_000)

  test('restricted values, in a note that does not ask for them', () => {
    fc.assert(
      fc.property(goodCase, fc.integer({ min: 0, max: 9 }), (each, step) => {
        const request = { ...each.request, annexes: (each.request.annexes ?? []).filter(one => one !== 'coordinates') }
        const facilities = Object.fromEntries(
          Object.entries(each.register.facilities).map(([id, { coordinates, ...rest }]) => [
            id,
            coordinates ? { ...rest, coordinates: { ...coordinates, latitude: coordinates.latitude + step } } : rest
          ])
        )
        same({ ...each, request }, { register: { ...each.register, facilities }, request })
      }),
      runs(15)
    )
  }, 60_000)

  test('a register that says more than the note uses', () => {
    fc.assert(
      fc.property(goodCase, each => {
        const parties = {
          ...each.register.parties,
          zetria: { kind: 'state' as const, invented: true as const, names: { en: { full: 'Zetria' } } }
        }
        same(each, { ...each, register: { ...each.register, parties } })
      }),
      runs(10)
    )
  }, 60_000)

  test('while a fact that is printed does', () => {
    const [first, second] = [withDamage('damage to the roof'), withDamage('damage to the door')].map(each =>
      Buffer.from(stagesOf(each).pdf())
    )
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false)
  })
})

/** The same value with the keys of every object in reverse. */
function reversed<T>(value: T): T {
  const turn = (each: Json): Json => {
    if (Array.isArray(each)) return each.map(turn)
    if (each === null || typeof each !== 'object') return each
    return Object.fromEntries(
      Object.entries(each)
        .reverse()
        .map(([key, inner]) => [key, turn(inner)])
    )
  }
  return JSON.parse(JSON.stringify(turn(JSON.parse(JSON.stringify(value)))))
}
