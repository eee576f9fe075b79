import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dossierSchemaOf } from '../../src/dossier/schema.ts'
import { originOf } from '../../src/fact.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { HELPERS } from '../../src/template/helpers/index.ts'
import { SIGNATURES, signatureOf } from '../../src/template/signatures.ts'
import { diagnosticsOf, filled, mergeData, open, refused } from './merging.ts'
import { day, named } from './sample.ts'

const steps = { one: ['step'], few: null, many: ['steps'] }
const none = { one: [], few: null, many: [] }

const data = {
  day: day(2025, 11, 14),
  month: day(2022, 4),
  time: { kind: 'time', local: '01:00', until: null, qualifier: 'approx' },
  measure: { kind: 'measure', value: 35, to: null, decimals: 0, unit: 'step', words: steps, qualifier: 'about' },
  odd: { kind: 'measure', value: 1, to: null, decimals: 0, unit: 'furlong', words: none, qualifier: 'exact' },
  hedged: { kind: 'quantity', value: 20, to: 30, qualifier: 'between' },
  several: { kind: 'quantity', value: null, to: null, qualifier: 'exact' },
  four: 4,
  many: 1200,
  nothing: null,
  text: 'the wall',
  code: 'issue',
  codes: ['draft', 'issue'],
  none: [],
  note: { number: '12/2026', date: day(2026, 5, 5), type: 'note' },
  unnumbered: { number: null, date: day(2024, 1, 2), type: 'demarche' },
  spoken: { number: null, date: day(2022, 4) },
  position: { facility: 'x', latitude: 50.45, longitude: 30.5233333, decimals: 5 },
  mfa: { name: named('mfa', 'the Ministry of Foreign Affairs', 'the Ministry') },
  flags: [
    { on: true, kind: 'd', n: 1 },
    { on: false, kind: 'e', n: 2 }
  ]
}

const say = (text: string) => filled(text, data).replaceAll('\u00A0', '~')

describe('values in words', () => {
  test.each([
    [
      '{{date day}}; {{date day form="on"}}; {{date month form="on"}}',
      '14~November 2025; on 14~November 2025; in April 2022'
    ],
    ['{{period month day}}', 'between April 2022 and 14~November 2025'],
    ['{{time time}}', 'at about 01:00'],
    ['{{time time form="from"}}', 'from about 01:00'],
    ['{{measure measure}}', 'about 35~steps'],
    ['{{count four "employee" "employees"}}', 'four~employees'],
    ['{{count nothing "employee" "employees"}}', 'employees'],
    ['{{count hedged "employee" "employees"}}', 'between 20 and 30~employees'],
    ['{{count several "a missile" "missiles"}}', 'missiles'],
    ['{{number many}} {{ordinal four}} {{roman four}} {{four}}', '1,200 fourth IV 4'],
    ['{{cite note}}', 'note verbale No.~12/2026 of 5~May 2026'],
    ['{{cite unnumbered}}', 'd\u00E9marche of 2~January 2024'],
    ['{{cite spoken}}', 'communication of April 2022'],
    ['{{coordinates position}}', '50°27′00.0″~N, 30°31′24.0″~E (WGS~84)'],
    ['{{capital text}} {{capital (measure measure)}}', 'The wall About 35~steps'],
    ['{{blank four}}', '____'],
    [
      '{{name mfa}} {{name mfa.name form="short"}}',
      '<auto:the Ministry of Foreign Affairs> <short:the Ministry of Foreign Affairs>'
    ],
    ['{{#list codes word="or"}}{{this}}{{/list}}', 'draft or issue'],
    ['{{#list codes separator="semicolon" as |c i|}}{{i}}{{c}}{{/list}}', '0draft; and 1issue'],
    ['{{#list none}}x{{else}}nothing{{/list}}', 'nothing']
  ])('%s', (text, words) => expect(say(text)).toBe(words))
})

describe('logic', () => {
  test.each([
    ['(eq code "issue")', true],
    ['(eq code "draft")', false],
    ['(eq nothing null)', true],
    ['(eq nothing "x")', false],
    ['(ne code "draft")', true],
    ['(gt four 3)', true],
    ['(lt four 4)', false],
    ['(and four code)', true],
    ['(and four none code)', false],
    ['(or nothing none)', false],
    ['(or nothing code)', true],
    ['(not nothing)', true],
    ['(has codes "issue")', true],
    ['(has none "issue")', false],
    ['(some flags "on")', true],
    ['(some flags "kind" "e")', true],
    ['(some flags "n" 3)', false],
    ['(eq (length codes) 2)', true],
    ['(eq (length (only flags "kind" "d")) 1)', true]
  ])('%s is %s', (expression, truth) => {
    expect(say(`{{#if ${expression}}}true{{else}}false{{/if}}`)).toBe(String(truth))
  })
})

describe('what a helper refuses', () => {
  test.each([
    ['{{date text}}', 'note.hbs:1:8 template/type `date` takes a date, and `text` is a text'],
    ['{{date time}}', 'note.hbs:1:8 template/type `date` takes a date, and `time` is a time'],
    [
      '{{dates codes}}',
      'note.hbs:1:9 template/type `dates` takes a list of dates, or of objects with a `date`, and `codes` is a list'
    ],
    ['{{dates none}}', 'note.hbs:1:1 template/empty there are no dates to print in an empty list'],
    ['{{count text "a" "b"}}', 'note.hbs:1:9 template/type `count` takes a number, and `text` is a text'],
    [
      '{{name text}}',
      'note.hbs:1:8 template/type `name` takes a name or an object with a `name`, and `text` is a text'
    ],
    ['{{measure odd}}', 'note.hbs:1:1 template/no-words there are no words for `1 furlong` in `en`'],
    ['{{roman many}}{{roman (length none)}}', 'note.hbs:1:15 template/no-words there are no words for `0` in `en`'],
    ['{{period day month}}', 'note.hbs:1:1 template/no-words there are no words for `2025-11-14, 2022-4` in `en`'],
    ['{{blank many}}', 'note.hbs:1:1 template/blank a blank has between 1 and 100 characters, not 1200'],
    ['{{capital (name mfa)}}', 'note.hbs:1:1 template/capital a name gets its capital from its position'],
    [
      '{{#if (eq four "4")}}x{{/if}}',
      'note.hbs:1:7 template/type a number is compared with a text, and they are never equal'
    ],
    [
      '{{#if (eq codes "x")}}x{{/if}}',
      'note.hbs:1:11 template/type `eq` takes a text, a number, or true or false, and `codes` is a list'
    ],
    [
      '{{#if (some flags "off")}}x{{/if}}',
      'note.hbs:1:7 template/unknown-field the items of this list have no field `off`'
    ],
    ['{{#each mfa}}x{{/each}}', 'note.hbs:1:9 template/type `each` takes a list, and `mfa` is an object'],
    ['{{date day form=text}}', 'note.hbs:1:17 template/arguments `form` cannot be "the wall"'],
    ['{{date day form=four}}', 'note.hbs:1:17 template/arguments `form` is a number here'],
    [
      '{{#list codes}}{{#if ../nothing}}x{{/if}}{{/list}}',
      'note.hbs:1:1 template/empty an item of this list prints nothing'
    ]
  ])('%s', (text, finding) => {
    expect(refused(() => filled(text, data))).toEqual([finding])
  })

  test.each([
    ['{{name mfa form="ful"}}', 'did you mean `full`?'],
    ['{{date day form="plai"}}', 'did you mean `plain`?'],
    ['{{date day form="later"}}', 'known: `plain`, `on`, `of`'],
    ['{{#list codes separator="komma" as |c|}}x{{/list}}', 'did you mean `comma`?'],
    ['{{#each codes as |code place|}}{{number plaec}}{{/each}}', 'did you mean `place`?'],
    ['{{#each flags as |flag|}}{{flg.kind}}{{/each}}', 'did you mean `flag`?']
  ])('the nearest word or name is offered: %s', (text, hint) => {
    expect(diagnosticsOf(() => filled(text, data))[0]?.hints[0]).toBe(hint)
  })

  test('a form that a name lacks is the record’s to mend: the finding leads there', () => {
    const origins = new Map([['/mfa/name', [originOf('register', '/parties/mfa/names/en')]]])
    const [finding, more] = diagnosticsOf(() => mergeData(open('a\n{{name mfa form="gen"}}'), data, origins))
    expect(more).toBeUndefined()
    expect(finding).toMatchObject({
      rule: 'template/missing-form',
      message: 'the name of `mfa` has no form `gen` in `en`',
      origin: originOf('register', '/parties/mfa/names/en'),
      hints: ['it has: `full`, `short`', 'asked for in templates/en/note.hbs:2:1']
    })
  })
})

describe('names of helpers and of fields', () => {
  /** Every name of a field in a JSON Schema. */
  function fieldNames(schema: unknown): string[] {
    if (schema === null || typeof schema !== 'object') return []
    const own = 'properties' in schema && schema.properties ? Object.keys(schema.properties) : []
    return [...own, ...Object.values(schema).flatMap(fieldNames)]
  }
  const fields = new Set(fieldNames(z.toJSONSchema(dossierSchemaOf(PROTEST))))
  const shared = Object.keys(SIGNATURES).filter(name => fields.has(name))

  test('some are shared', () => {
    expect(shared).toEqual(expect.arrayContaining(['date', 'time', 'measure', 'name', 'number']))
  })

  test('a helper wants an argument, so a bare name is always a field', () => {
    for (const name of shared) expect(signatureOf(name)?.parameters.filter(each => !each.optional)).not.toEqual([])
    for (const name of shared)
      expect(filled(`{{${name}}} {{#if ${name}}}+{{/if}}`, { [name]: 'field' })).toBe('field +')
  })

  test('a helper works on the field of its own name, and among block parameters of its own name', () => {
    const date = day(2025, 11, 14)
    expect(filled('{{date date}} {{#with date as |date|}}{{date date}}{{/with}}', { date })).toBe(
      '14\u00A0November 2025 14\u00A0November 2025'
    )
  })

  test('every helper that gives a value has its signature', () => {
    expect(Object.keys(HELPERS).filter(name => signatureOf(name) === null)).toEqual([])
  })
})
