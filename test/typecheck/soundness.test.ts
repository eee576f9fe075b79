/** What the check of types promises: a template that passes does not fail on any dossier. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dossierType } from '../../src/dossier/dossier-type.ts'
import type { ProtestDossier } from '../../src/kinds/protest/dossier.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { readRecords } from '../../src/records/read.ts'
import { fill } from '../../src/template/merge.ts'
import { fromData } from '../../src/typecheck/from-data.ts'
import { createTypes } from '../../src/typecheck/type.ts'
import { find } from '../check/checking.ts'
import { askForCase, askInEnglish, engineHere, fixtures } from '../fixtures.ts'
import { goodCase, SEED } from '../generator.ts'
import { type Resolved, resolve } from '../kinds/protest.ts'
import { times } from '../share.ts'
import { open } from '../template/merging.ts'
import { SAMPLE } from '../template/sample.ts'
import { inhabits } from './inhabits.ts'

const { records } = engineHere()
const resolved: readonly Resolved[] = [
  ...fixtures.map(name => resolve(readRecords(records, askInEnglish(name)).records ?? expect.fail())),
  ...fc.sample(goodCase, { seed: SEED, numRuns: times(150, 3) }).map(each => {
    const { engine, asked } = askForCase(each)
    return resolve(readRecords(engine.records, asked).records ?? expect.fail())
  })
]

describe('the type of the dossier', () => {
  const types = createTypes()
  const type = fromData(types, dossierType(PROTEST))

  test('is that of every dossier, with all that its objects promise', () => {
    expect(resolved.filter(({ dossier }) => !inhabits(type, dossier, dossier))).toEqual([])
    expect(inhabits(type, SAMPLE, SAMPLE)).toBe(true)
  }, 60_000)

  test.each<[string, Partial<ProtestDossier>]>([
    ['an occasion', { occasion: [] }],
    ['a State that it concerns', { concerned: null }],
    ['positions for an annex of them', { annexes: [{ number: 1, type: 'coordinates', reportedBy: false }] }],
    ['a recall for a chronology', { recall: null }],
    [
      'an author who is named',
      { occasion: SAMPLE.occasion.map(each => ({ ...each, attribution: { ...each.attribution, to: null } })) }
    ],
    ['words for what happened', { occasion: SAMPLE.occasion.map(each => ({ ...each, means: null })) }]
  ])('promises %s', (_, without) => {
    const dossier = { ...SAMPLE, ...without }
    expect(inhabits(type, dossier, dossier)).toBe(false)
  })
})

/** What the check is there to find; ranges and forms of names are for the records to say. */
const CHECKED = [
  'template/null',
  'template/unknown-field',
  'template/type',
  'template/unprintable',
  'template/empty',
  'template/arguments',
  'template/unknown-formula',
  'template/no-origin',
  'template/capital'
]

/** Ways into the dossier, and into an incident, a citation and a measured thing where one is the context. */
const PATHS = [
  'number', 'date', 'place', 'sender', 'sender.state', 'concerned', 'recipient.state', 'occasion', 'occasion.[0].time', 'recall', 'recall.first',
  'recall.groups', 'recall.groups.[0].incidents', 'recall.numbered', 'recall.numbered.[0].number', 'submission', 'submission.assurance', 'submission.assurance.date', 'courtesy',
  'strength', 'condemn', 'demands', 'refersTo', 'refersTo.[0]', 'inReplyTo', 'inReplyTo.subject', 'annexes', 'specimen', 'inserts', 'legal.bases',
  'this', 'this.date', 'this.time', 'this.number', 'this.means', 'this.means.type', 'this.means.designation', 'this.event', 'this.damage',
  'this.attribution.to', 'this.attribution.strength', 'this.incidents', 'this.subject', 'this.type', 'this.text', 'this.casualties.killed',
  'x', 'x.date', 'x.time', 'x.event', 'x.means', 'x.means.type', 'x.number', 'x.attribution.to', 'x.incidents', '../date', '../number', '@root.recall.first', '@root.date',
  '@index', '@first', 'i'
] // biome-ignore format: one table
const path = fc.constantFrom(...PATHS)
const word = fc.constantFrom(
  '"full"',
  '"none"',
  '"named"',
  '"other"',
  '"cease"',
  '"note"',
  '"chronology"',
  'null',
  '0',
  '1',
  'true'
)
const printed = fc.oneof(
  path.map(each => `{{${each}}}`),
  fc.tuple(fc.constantFrom('date', 'time', 'name', 'cite', 'dates', 'number', 'roman', 'capital', 'possessive'), path).map(([helper, each]) => `{{${helper} ${each}}}`),
  path.map(each => `{{period ${each} recall.last}}`),
  path.map(each => `{{date ${each} form="on"}}`),
  fc.constant('words')
) // biome-ignore format: one table
const { condition } = fc.letrec<{ condition: string }>(tie => ({
  condition: fc.oneof(
    { weight: 5, arbitrary: path },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom('eq', 'ne'), path, word).map(parts => `(${parts.join(' ')})`) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom('gt', 'lt', 'eq', 'ne'), path, fc.constantFrom(0, 1, 2)).map(([helper, each, n]) => `(${helper} (length ${each}) ${n})`) },
    { weight: 1, arbitrary: fc.tuple(path, word).map(parts => `(has ${parts.join(' ')})`) },
    { weight: 1, arbitrary: fc.tuple(path, fc.constantFrom('"type"', '"number"', '"time"'), word).map(parts => `(some ${parts.join(' ')})`) },
    { weight: 1, arbitrary: tie('condition').map(each => `(not ${each})`) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom('and', 'or'), tie('condition'), tie('condition')).map(parts => `(${parts.join(' ')})`) }
  )
})) // biome-ignore format: one table
/** What prints well where something is known, so that many templates pass. */
const GUARDED: readonly (readonly [string, string])[] = [
  ['number', '{{number}}'],
  ['date', '{{date date}}'],
  ['recall', '{{date recall.first}}'],
  ['refersTo', '{{dates refersTo}}'],
  ['refersTo', '{{cite refersTo.[0]}}'],
  ['inReplyTo', '{{cite inReplyTo}}'],
  ['unanswered', '{{cite unanswered.[0]}}'],
  ['occasion.[0].time', '{{time occasion.[0].time}}'],
  ['(gt (length occasion) 1)', '{{date occasion.[1].date}}'],
  ['(eq occasion.[0].attribution.strength "named")', '{{name occasion.[0].attribution.to}}'],
  ['(not occasion.[0].means)', '{{occasion.[0].event}}'],
  ['(some annexes "type" "chronology")', '{{number (length annexes)}}'],
  ['(and submission submission.assurance submission.assurance.date)', '{{date submission.assurance.date}}']
]
const guarded = fc.oneof(
  fc.constantFrom(...GUARDED),
  fc.tuple(fc.constantFrom(...GUARDED), fc.constantFrom(...GUARDED)).map(([a, b]) => [`(and ${a[0]} ${b[0]})`, b[1]] as const),
  fc.tuple(fc.constantFrom(...GUARDED), fc.constantFrom(...GUARDED)).map(([a, b]) => [`(or ${a[0]} ${b[0]})`, b[1]] as const),
  fc.constantFrom(...GUARDED).map(([condition, text]) => [`(not (not ${condition}))`, text] as const)
) // biome-ignore format: one table
const { body } = fc.letrec<{ body: string }>(tie => ({
  body: fc.oneof(
    { weight: 3, arbitrary: printed },
    { weight: 6, arbitrary: guarded.map(([each, text]) => `{{#if ${each}}}${text}{{/if}}`) },
    { weight: 2, arbitrary: guarded.map(([each, text]) => `{{#unless ${each}}}x{{else}}${text}{{/unless}}`) },
    { weight: 2, arbitrary: guarded.map(([each, text]) => `{{#if (not ${each})}}x{{else}}${text}{{/if}}`) },
    { weight: 6, arbitrary: fc.tuple(fc.constantFrom('if', 'unless'), condition, tie('body')).map(([block, each, inner]) => `{{#${block} ${each}}}${inner}{{/${block}}}`) },
    { weight: 4, arbitrary: fc.tuple(condition, tie('body'), tie('body')).map(([each, inner, other]) => `{{#if ${each}}}${inner}{{else}}${other}{{/if}}`) },
    { weight: 3, arbitrary: fc.tuple(path, tie('body')).map(([each, inner]) => `{{#with ${each} as |x|}}${inner}{{/with}}`) },
    { weight: 4, arbitrary: fc.tuple(path, tie('body')).map(([each, inner]) => `{{#each ${each} as |x i|}}${inner}{{/each}}`) },
    { weight: 2, arbitrary: fc.tuple(path, tie('body')).map(([each, inner]) => `{{#list ${each} as |x i|}}${inner}{{/list}}`) },
    { weight: 1, arbitrary: fc.tuple(path, word, tie('body')).map(([each, key, inner]) => `{{#each (only ${each} "type" ${key}) as |x|}}${inner}{{/each}}`) },
    { weight: 2, arbitrary: fc.tuple(tie('body'), tie('body')).map(parts => parts.join(' ')) }
  )
})) // biome-ignore format: one table

test('a template that passes fails on no dossier, and many that pass say something', () => {
  let passed = 0
  fc.assert(
    fc.property(body, text => {
      if (find(text).length > 0) return
      if (text.includes('{{')) passed++
      const template = open(text)
      const wrong = resolved.flatMap(each => fill(template, each).findings.filter(({ rule }) => CHECKED.includes(rule)))
      expect([...new Set(wrong.map(each => each.message))]).toEqual([])
    }),
    { seed: SEED, numRuns: times(3000, 20) }
  )
  expect(passed).toBeGreaterThan(times(400, 20))
}, 240_000)
