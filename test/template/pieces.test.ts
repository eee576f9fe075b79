import { describe, expect, test } from 'vitest'
import { type Origin, originOf, referenceOf } from '../../src/fact.ts'
import type { Piece } from '../../src/template/piece.ts'
import { mergeData, open, partials } from './merging.ts'
import { day, named } from './sample.ts'

const origin = (pointer: string): Origin => originOf('register', pointer)
const data = {
  number: '7/2026',
  items: [
    { what: 'a wall', date: day(2025, 8, 8), on: true },
    { what: 'a roof', date: day(2025, 8, 18), on: false }
  ],
  party: { name: named('mfa', 'the Ministry of Foreign Affairs', 'the Ministry') },
  nothing: null
}
const origins = new Map([
  ['', [origin('/whole')]],
  ['/number', [origin('/notes/7/number')]],
  ['/items/0', [origin('/incidents/a')]],
  ['/items/0/what', [origin('/incidents/a/damage/0')]],
  ['/items/1', [origin('/incidents/b')]],
  ['/items/1/date', [origin('/incidents/b/date'), origin('/incidents/b/time')]]
])

function pieces(text: string, files = {}): readonly Piece[] {
  return mergeData(open(text, files), data, origins).pieces
}

/** `text <- origins`, and the source text that each piece points to. */
function told(text: string, files = {}): string[] {
  return pieces(text, files).map(piece => {
    const { source, start, end } = piece.at
    const from = piece.type === 'text' ? '' : ` <- ${piece.origins.map(each => referenceOf(each).pointer).join(' ')}`
    return `${piece.type === 'mention' ? piece.full : piece.text}${from} @ ${source.text.slice(start, end)}`
  })
}

test('template text and values alternate, each with its place', () => {
  expect(told('No. {{number}} of')).toEqual(['No.  @ No. ', '7/2026 <- /notes/7/number @ {{number}}', ' of @  of'])
})

describe('origins survive', () => {
  test.each([
    ['{{#each items}}{{what}}{{/each}}', ['/incidents/a/damage/0', '/incidents/b']],
    ['{{#each items as |i|}}{{i.what}}{{/each}}', ['/incidents/a/damage/0', '/incidents/b']],
    ['{{#each items}}{{#if on}}{{../number}}{{/if}}{{/each}}', ['/notes/7/number']],
    ['{{#with items.[1] as |x|}}{{x.what}}{{/with}}', ['/incidents/b']],
    ['{{@root.items.[0].what}}', ['/incidents/a/damage/0']],
    ['{{> p items.[0]}}', ['/incidents/a/damage/0']],
    ['{{> p items.[0] what=number}}', ['/notes/7/number']],
    ['{{> q what=items.[0].what}}', ['/incidents/a/damage/0', '/notes/7/number']],
    ['{{#each (only items "on" true)}}{{what}}{{/each}}', ['/incidents/a/damage/0']],
    ['{{#each items}}{{@index}}{{/each}}', ['/whole', '/whole']],
    ['{{number (length items)}}', ['/whole']],
    ['{{count (length items) number items.[0].what}}', ['/whole /incidents/a/damage/0']],
    ['{{capital items.[1].what}}', ['/incidents/b']],
    ['{{capital (date items.[1].date)}}', ['/incidents/b/date /incidents/b/time']]
  ])('%s', (text, expected) => {
    const files = partials({ p: '{{what}}', q: '{{what}}{{number}}' })
    const found = pieces(text, files).flatMap(piece =>
      piece.type === 'text' ? [] : [piece.origins.map(each => referenceOf(each).pointer).join(' ')]
    )
    expect(found).toEqual(expected)
  })
})

test('one piece made from several values has the origins of all, each once', () => {
  expect(told('{{dates items}}')).toEqual([
    '8 and 18\u00A0August 2025 <- /incidents/a /incidents/b/date /incidents/b/time @ {{dates items}}'
  ])
})

test('a list has its separators from the list', () => {
  expect(told('{{#list items word="or" as |i|}}{{i.what}}{{/list}}')).toEqual([
    'a wall <- /incidents/a/damage/0 @ {{i.what}}',
    ' or  <- /whole @ {{#list items word="or" as |i|}}',
    'a roof <- /incidents/b @ {{i.what}}'
  ])
})

test('a name is a mention, and its form is settled later', () => {
  const at = expect.anything()
  const mention = {
    type: 'mention',
    subject: 'mfa',
    full: 'the Ministry of Foreign Affairs',
    short: 'the Ministry',
    at,
    origins: [origin('/whole')],
    statement: 'note'
  }
  expect(pieces('{{name party}}')).toEqual([{ ...mention, form: 'auto' }])
  expect(pieces('{{name party.name form="full"}}')).toEqual([{ ...mention, form: 'full' }])
  expect(pieces('{{possessive party}}')).toEqual([
    { ...mention, form: 'auto', full: 'the Ministry of Foreign Affairs’s', short: 'the Ministry’s' }
  ])
})

test('text that a template hands to a partial is template text, at the place where it was written', () => {
  expect(told('{{> p what="*once*"}}', partials({ p: '{{what}}' }))).toEqual(['*once* @ *once*'])
})

test('a blank is the one value without origins', () => {
  expect(told('{{blank 4}}')).toEqual(['____ <-  @ {{blank 4}}'])
  expect(() => pieces('{{number 4}}')).toThrow('this prints nothing from the dossier')
  expect(() => pieces('{{capital "x"}}')).toThrow('this prints nothing from the dossier')
})

test('white space control narrows the place along with the text', () => {
  for (const piece of pieces('a  \n {{~number~}} \n  b\n{{#if number}}\n  c\n{{/if}}\n  d')) {
    if (piece.type === 'text') expect(piece.at.source.text.slice(piece.at.start, piece.at.end)).toBe(piece.text)
  }
})

test('every statement that ran is counted', () => {
  const { visits } = mergeData(
    open('{{#each items}}{{#if on}}yes{{else}}no!{{/if}}{{/each}}{{#if nothing}}never{{/if}}'),
    data
  )
  const text = '{{#each items}}{{#if on}}yes{{else}}no!{{/if}}{{/each}}{{#if nothing}}never{{/if}}'
  const counts = [...visits].map(([id, count]) => {
    const [, start, end] = /:(\d+)-(\d+)$/.exec(id) ?? []
    return [text.slice(Number(start), Number(end)), count]
  })
  expect(counts).toEqual([
    ['{{#each items}}{{#if on}}yes{{else}}no!{{/if}}{{/each}}', 1],
    ['{{#if on}}yes{{else}}no!{{/if}}', 2],
    ['yes', 1],
    ['no!', 1],
    ['{{#if nothing}}never{{/if}}', 1]
  ])
})

test('no two statements share a place, in a chain of `else if` as little as elsewhere', () => {
  const template = open('{{#if nothing}}1{{else if nothing}}2{{else if number}}3{{else}}4{{/if}}')
  expect([...mergeData(template, data).visits.values()]).toEqual([1, 1, 1, 1])
})

describe('a piece says why it is printed, nearest first', () => {
  const formulas = `verbale: 1
language: en
formulas:
  act:
    "7/2026": { text: 'acts', confirmed: null }
`
  test.each([
    ['plain', ''],
    ['{{#if number}}a{{else}}b{{/if}}', '/number'],
    ['{{#if nothing}}a{{else}}b{{/if}}', '/nothing'],
    ['{{#unless nothing}}a{{/unless}}', '/nothing'],
    ['{{#with items.[1]}}a{{/with}}', '/items/1'],
    ['{{#each items}}{{#if on}}a{{/if}}{{/each}}', '/items/0/on < /items/0'],
    ['{{#each nothings}}a{{else}}b{{/each}}', '/nothings'],
    ['{{> p items.[0]}}', '/items/0'],
    ['{{> (formula "act" number) items.[0]}}', '/number < /items/0']
  ])('%s', (text, expected) => {
    const files = { ...partials({ p: 'a' }), 'templates/formulas/en.yaml': formulas }
    const [piece] = mergeData(open(text, files), { ...data, nothings: [] }, origins).pieces
    const found: string[] = []
    for (let at = piece?.because ?? null; at; at = at.outer) found.push(at.pointers.join(' '))
    expect(found.join(' < ')).toBe(expected)
  })

  test('and what follows a block is not printed because of it', () => {
    const [, after] = pieces('{{#if number}}a{{/if}} b')
    expect(after).toMatchObject({ because: undefined })
  })
})
