/** Texts that stand inside a sentence: how they may begin and end, place by place. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/languages/index.ts'
import { load } from '../../src/load/load.ts'
import { wordingFindings } from '../../src/records/checks/wording.ts'

/** What is said of one text at its place. */
function saidOf(register: object): string[] {
  return wordingFindings(load({ name: 'register.yaml', text: JSON.stringify(register) }), LANGUAGES).map(
    ({ message }) => message.replace(/^`.*?` (?=[a-z])/, '')
  )
}
const damage = (text: string, language = 'en') => ({ incidents: { i: { damage: [{ what: { [language]: text } }] } } })
const stop = 'ends with a full stop, but its sentence goes on'
const capital = 'begins with a capital, but is inside a sentence'
const behind = 'is printed after "in", but begins with such a word itself'

describe('damage', () => {
  test.each([
    'the destruction of the gatehouse',
    'The Hague Room burnt out',
    'damage to a car of Arvenian Lines Ltd.',
    'damage to the house of J. K.',
    'damage at 4 a.m.',
    'the loss of a car …',
    'Thermal damage to the roof'
  ])('%j is let be', text => expect(saidOf(damage(text))).toEqual([]))

  test.each([
    ['the destruction of the gatehouse.', [stop]],
    ['The destruction of the gatehouse', [capital]],
    ['An official car', [capital]],
    ['A wall fell down.”', [stop, capital]],
    ['damage to the co.', [stop]]
  ])('%j is not', (text, said) => expect(saidOf(damage(text))).toEqual(said))

  test('how a text begins is known of English alone', () => {
    expect(saidOf(damage('The x', 'fr'))).toEqual([])
    expect(saidOf(damage('un mur.', 'fr'))).toEqual([stop])
  })
})

test('a slot is one that the language has, between braces that match', () => {
  const event = (language: string, text: string) => ({ incidents: { i: { event: { [language]: text } } } })
  const unmatched = ['the braces of a slot do not match']
  expect(saidOf(event('az', '{facility dat} daxil olmuş'))).toEqual([])
  expect(saidOf(event('az', '{facility dat daxil olmuş'))).toEqual(unmatched)
  expect(saidOf(event('az', '{facility dat}} daxil olmuş'))).toEqual(unmatched)
  expect(saidOf(event('en', 'fell near {facility}'))).toEqual(['there is no slot `facility` here'])
  expect(saidOf(event('en', 'fell near }'))).toEqual(unmatched)
})

describe('an event behind which the name of the territory is printed', () => {
  const flight = (text: string, more: object = {}, language = 'en') => ({
    incidents: {
      i: { facilities: [], territory: 's', means: { kind: 'aircraft' }, event: { [language]: text }, ...more }
    }
  })
  const over = 'flew at medium altitude over the guardhouse of Alma'
  const unled = 'does not end where a name can follow, but that of `territory` is printed behind it'
  test('ends where a name can follow', () => {
    expect(saidOf(flight(over))).toEqual([unled])
    expect(saidOf(flight(`${over} in`))).toEqual([])
    expect(saidOf(flight('repeatedly entered'))).toEqual([])
  })
  test.each([
    ['a facility', { facilities: ['f'] }],
    ['no territory', { territory: undefined }],
    ['a clause of its own', { means: { kind: 'other' } }],
    ['no means', { means: undefined }]
  ])('with %s it ends as it likes', (_, more) => expect(saidOf(flight(over, more))).toEqual([]))
  test('in a language that prints no name behind it, it ends as it likes', () => {
    expect(saidOf(flight('пролетел над деревней', {}, 'ru'))).toEqual([])
  })
})

describe('the other places', () => {
  const incident = (fields: object) => ({ incidents: { i: fields } })
  const communication = (fields: object) => ({ communications: { c: fields } })
  test.each([
    [incident({ circumstances: [{ what: { en: 'The police came' } }] }), []],
    [incident({ circumstances: [{ what: { en: 'the police came.' } }] }), [stop]],
    [incident({ event: { en: 'The Embassy was attacked' } }), []],
    [incident({ event: { en: 'The premises were attacked' } }), [capital]],
    [incident({ means: { designation: { en: 'Kestrel.' } } }), [stop]],
    [incident({ place: { en: 'the town of Sarem' } }), []],
    [incident({ place: { en: 'Near East' } }), []],
    [incident({ place: { en: 'in the town of Sarem' } }), [behind]],
    [incident({ place: { en: 'In the town of Sarem' } }), [behind]],
    [incident({ place: { en: 'The town of Sarem' } }), [capital]],
    [incident({ measures: [{ phrase: { en: { before: 'The hole was', after: 'deep.' } } }] }), [capital, stop]],
    [communication({ subject: { en: 'The visit.' } }), [stop, capital]],
    [communication({ scope: { described: { en: 'its missions.' } } }), [stop]],
    [communication({ assurance: { wording: { en: '"They are known."' } } }), [stop]],
    [communication({ assurance: { wording: { en: 'they were known' } } }), []]
  ])('%j', (register, said) => expect(saidOf(register)).toEqual(said))
})
