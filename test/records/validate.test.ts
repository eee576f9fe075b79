import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Rejected } from '../../src/diagnostic.ts'
import { KINDS } from '../../src/kinds/index.ts'
import { load } from '../../src/load/load.ts'
import { treatyFindings } from '../../src/records/checks/across.ts'
import { fieldsOf, isList, valueAt } from '../../src/records/checks/parts.ts'
import type { WrittenRequest } from '../../src/records/request.ts'
import type { Register } from '../../src/records/schema.ts'
import { type CheckedFile, validateRegister, validateRequest, validateShape } from '../../src/records/validate.ts'
import { type Json, steps } from '../../src/value.ts'
import { times } from '../share.ts'
import { law } from './make-records.ts'

const folder = new URL('../../fixtures/bad/', import.meta.url)

/** A text that cannot even be loaded counts as one without a value. */
function checked<T>(validate: () => CheckedFile<T>, text: string): CheckedFile<T> {
  try {
    return validate()
  } catch (thrown) {
    if (!(thrown instanceof Rejected)) throw thrown
    const whole = { source: { name: '', text }, start: 0, end: 0 }
    const loaded = { value: null, whole, places: new Map(), scalars: new Map() }
    return { loaded, value: null, findings: thrown.diagnostics }
  }
}

/** The pair that the bad fixtures vary: what is not wrong in one of them. */
const goodRegister = readFileSync(new URL('blank-issue/register.yaml', folder), 'utf8')
const goodNote = readFileSync(new URL('empty/note.yaml', folder), 'utf8')

function registerOf(text: string): CheckedFile<Register> {
  return validateRegister(load({ name: 'register.yaml', text }))
}

function noteOf(text: string, register = registerOf(goodRegister)): CheckedFile<WrittenRequest> {
  return validateRequest(load({ name: 'note.yaml', text }), register, KINDS)
}

function messages({ findings }: CheckedFile<unknown>): string[] {
  return findings.map(each => `${each.rule}: ${each.message}`)
}

describe('good records', () => {
  test('have no findings', () => {
    const register = registerOf(goodRegister)
    expect([...register.findings, ...noteOf(goodNote, register).findings]).toEqual([])
  })

  test('keep the value of the file, in the order and with the types of the file', () => {
    const loaded = load({ name: 'note.yaml', text: goodNote })
    expect(validateRequest(loaded, registerOf(goodRegister), KINDS).value).toEqual(loaded.value)
  })
})

describe('a text field takes a scalar by its source text', () => {
  const schema = z.strictObject({
    verbale: z.literal(1),
    text: z.string(),
    maybe: z.string().nullable(),
    either: z.union([z.enum(['all']), z.array(z.string())]),
    word: z.enum(['2022', 'other']),
    number: z.number(),
    truth: z.boolean()
  })
  const rest = 'verbale: 1\neither: [1e3]\nword: 2022\nnumber: 007\ntruth: true\nmaybe: '

  test.each(['007', '2022', '2022-04', '1e3', '0x10', 'no', 'True', '.inf', '1_000', '+1'])('%s', written => {
    const checked = validateShape(schema, load({ name: 'a.yaml', text: `text: ${written}\n${rest}${written}\n` }))
    const expected = {
      text: written,
      maybe: written,
      either: ['1e3'],
      word: '2022',
      number: 7,
      truth: true,
      verbale: 1
    }
    expect([checked.findings, checked.value, checked.loaded.value]).toEqual([[], expected, expected])
  })

  test.each(['null', '~', ''])('but %j is nothing, never a text', written => {
    const checked = validateShape(schema, load({ name: 'a.yaml', text: `text: ${written}\n${rest}${written}\n` }))
    expect(messages(checked)).toEqual(['record/wrong-type: `text` is empty, expected a text'])
    expect(valueAt(checked.loaded.value, 'maybe')).toBe(null)
  })
})

describe('hints', () => {
  const hintsFor = (from: string, to: string) => noteOf(goodNote.replace(from, to)).findings.flatMap(each => each.hints)
  test.each([
    ['courtesy: full', 'curtesy: full', 'did you mean `courtesy`?'],
    ['from: arvenia-mfa', 'from: "arvenia-mfa "', 'remove the white space at its end'],
    ['place: { en: Arven }\n', '', 'write `place: { en: … }`'],
    ['place: { en: Arven }', 'place:', 'write `{ en: … }`'],
    ['form: draft', 'form: drat', 'did you mean `draft`?'],
    ['incidents: none', 'incidents: nome', 'did you mean `none`?'],
    ['from: arvenia-mfa', 'from: arvenia-maf', 'did you mean `arvenia-mfa`?'],
    ['from: arvenia-mfa', 'from: Arvenia_MFA', 'did you mean `arvenia-mfa`?'],
    ['as-of: 2031-05-10', 'as-of: 2031-02-29', '2031-02 has 28 days'],
    ['as-of: 2031-05-10', 'as-of: 10.5.2031', 'the year stands first: `2031-05-10`'],
    ['as-of: 2031-05-10\n', '', 'What was known by this day; newer records are left out and named.'],
    ['demands: [investigate]', 'demands:', 'write `[]` for none']
  ])('%j written as %j: %s', (from, to, hint) => {
    expect(hintsFor(from, to)).toContain(hint)
  })

  test.each(['', 'place:\n'])('%j: a text in some language is no section, and `{}` is none of it', to => {
    expect(hintsFor('place: { en: Arven }\n', to).join()).not.toContain('{}')
  })
})

describe('hints for a register', () => {
  test('a section may hold no records', () => {
    expect(registerOf(goodRegister.replace(/^communications:\n(?: .*\n)+/m, '')).findings[0]?.hints).toContain(
      'write `communications: {}` for none'
    )
  })

  const hintsFor = (from: string, to: string) =>
    registerOf(goodRegister.replace(from, to)).findings.flatMap(each => each.hints)
  test.each([
    ['{ full: the Republic of Arvenia,', '{ ful: the Republic of Arvenia,', ['did you mean `full`?']],
    ['latitude: 50.5', 'latitude: 95', ['latitude and longitude may be swapped']],
    ['latitude: 50.5\n      longitude: 30.5', 'latitude: 95\n      longitude: 100', []],
    ['evidence: [{ source: arvenia-press }]', 'evidence: []', ['write `[{ source: id }]`']],
    ['of a wall }', 'of a wall\u00A0}', ['remove the white space at its end']],
    ['en: the destruction of a wall }', 'en: " a wall" }', ['remove the white space at its start']],
    ['en: the destruction of a wall }', 'en: " 9 " }', ['remove the white space at both ends']],
    ['wall }', 'wall\tor two }', ['replace each tab with a space']],
    ['wall }', 'wa\u200Bll }', ['take out what cannot be seen, and type the word again']]
  ])('%j written as %j: %j', (from, to, hints) => {
    expect(hintsFor(from, to)).toEqual(hints)
  })
})

describe('a value that lacks the form of its place is told in that form', () => {
  const hintsOfRegister = (from: string, to: string) => {
    if (!goodRegister.includes(from)) throw new Error(`the register does not say ${from}`)
    return registerOf(goodRegister.replace(from, to)).findings.flatMap(each => each.hints)
  }
  const hintsOfNote = (from: string, to: string) =>
    noteOf(goodNote.replace(from, to)).findings.flatMap(each => each.hints)

  const attribution =
    '{ to: id or null, strength: named | implied | none, basis: physical | official-report | press | unknown }'
  const injured = '[{ count: … or null, who: { en: { one: …, many: … } }, evidence: [{ source: id }] }]'
  const written = 'attribution: { to: belmark, strength: named, basis: physical }'
  test.each([
    [written, 'attribution: belmark', [`write \`${attribution}\``]],
    [written, 'attribution:', [`write \`${attribution}\``]],
    [`    ${written}\n`, '', [`write \`attribution: ${attribution}\``]],
    ['{ status: unknown }', '{ status: known, injured: 2 }', [`write \`${injured}\``]],
    ['{ status: unknown }', '{}', ['write `status: none | unknown | known`']],
    ['what: { en: the destruction of a wall }', 'what: the fall of a wall', ['write `{ en: the fall of a wall }`']],
    ['what: { en: the destruction of a wall }', 'what: "walls, gates"', ['write `{ en: "walls, gates" }`']],
    ['what: { en: the destruction of a wall }', `what: ${'x'.repeat(61)}`, ['write `{ en: … }`']],
    ['{ en: { full: the Republic of Arvenia, short: Arvenia } }', 'Arvenia', ['write `{ en: { full: Arvenia } }`']],
    [
      'en: { full: the Republic of Arvenia, short: Arvenia }',
      'long: Arvenia',
      ['write `{ en: { full: …, short: … } }`']
    ],
    ['facilities: [arvenia-embassy]', 'facilities: arvenia-embassy', ['write `[arvenia-embassy]`']],
    ['evidence: [{ source: arvenia-press }]', 'evidence: arvenia-press', ['write `[{ source: arvenia-press }]`']],
    [
      'evidence: [{ source: arvenia-press }]',
      'evidence: { source: arvenia-press }',
      ['it is a list: put `- ` before the entry, or `[ ]` around it']
    ],
    [
      'communications:\n',
      'communications:\n  a-note: b\n',
      ['note', 'response', 'first-person-note | letter | aide-memoire | oral-protest | demarche | communication'].map(
        (type, index) => {
          const form = `{ type: ${type}, date: … or null, from: id, to: id, number: … or null, evidence: [{ source: id }] }`
          return `${index === 0 ? 'write' : 'or'} \`${form}\``
        }
      )
    ]
  ])('%j written as %j', (from, to, hints) => {
    expect(hintsOfRegister(from, to)).toEqual(hints)
  })

  test.each([
    ['languages: { original: en }', 'languages: en', 'write `{ original: en }`'],
    ['languages: { original: en }', 'language: en', 'did you mean `languages: { original: en }`?'],
    ['languages: { original: en }', 'original: fr', 'it belongs in `languages: { original: fr }`'],
    ['place: { en: Arven }', 'place: Arven', 'write `{ en: Arven }`'],
    ['incidents: none', 'incidents: lund-2031-05-03', 'write `[lund-2031-05-03]`'],
    [
      'form: draft\nnumber: null',
      'form: issue',
      'The number that the note bears, or that of each addressee: `{ cantarre-embassy: 58/2026, sarema-embassy: 59/2026 }`; without one it is a `form: draft`, where null leaves a blank.'
    ]
  ])('%j written as %j: %s', (from, to, hint) => {
    expect(hintsOfNote(from, to)).toContain(hint)
  })

  test('a key in the wrong place is told where it belongs', () => {
    const casualties = (written: string) => hintsOfRegister('{ status: unknown }', written)
    const evidence = 'evidence: [{ source: arvenia-press }]'
    expect(casualties(`{ status: known, ${evidence} }`)).toContain('it belongs to each entry of `killed` and `injured`')
    expect(casualties(`{ status: unknown, ${evidence} }`)).toEqual(['it goes with `status: none`'])
    expect(casualties(`{ status: none, ${evidence}, killed: [] }`)).toEqual(['it goes with `status: known`'])
  })
})

describe('a date or a time that is written as people write it', () => {
  const hintsFor = (occurred: string) =>
    registerOf(goodRegister.replace('occurred: { date: 2031-05-04 }', `occurred: { ${occurred} }`)).findings.flatMap(
      each => each.hints
    )
  test.each([
    ['5 May 2027', 'write `2027-05-05`'],
    ['May 5th, 2027', 'write `2027-05-05`'],
    ['Sept. 2027', 'write `2027-09`'],
    ['on or about 5 May 2027', 'write `2027-05-05~`'],
    ['3 to 4 May 2027', 'write `2027-05-03/2027-05-04`'],
    ['3–4 May 2027', 'write `2027-05-03/2027-05-04`'],
    ['May 3-4, 2027', 'write `2027-05-03/2027-05-04`'],
    ['the night of 30 April to 1 May 2027', 'write `2027-04-30/2027-05-01`'],
    ['2027/5/4', 'write `2027-05-04`'],
    ['05/04/2027', 'the year stands first: `2027-04-05` if 05 is the day, `2027-05-04` if it is the month'],
    ['25/04/2027', 'the year stands first: `2027-04-25`'],
    ['05.04.2027', 'the year stands first: `2027-04-05`'],
    ['31 February 2027', undefined],
    ['4 to 3 May 2027', undefined],
    ['5 Ma 2027', undefined],
    ['5 May', undefined],
    ['one day', undefined]
  ])('%s', (date, hint) => {
    expect(hintsFor(`date: "${date}"`)).toEqual(hint === undefined ? [] : [hint])
  })

  test.each([
    ['23.40', 'write `23:40`'],
    ['9:40', 'write `09:40`'],
    ['2340', 'write `23:40`'],
    ['11:40 pm', 'write `23:40`'],
    ['12.30 a.m.', 'write `00:30`'],
    ['9 am', 'write `09:00`'],
    ['24:10', undefined],
    ['dawn', undefined]
  ])('%s', (time, hint) => {
    expect(hintsFor(`date: 2031-05-04, time: ${time}`)).toEqual(hint === undefined ? [] : [hint])
  })

  test('an interval is not proposed where a day is wanted', () => {
    const { findings } = noteOf(goodNote.replace('as-of: 2031-05-10', 'as-of: 9 to 10 May 2031'))
    expect(findings.map(each => each.hints)).toEqual([[]])
  })
})

describe('a list of a request says nothing twice', () => {
  const incident = 'lund-2031-05-04'
  test.each([
    ['occasion: [lund-2031-05-04]', `occasion: [${incident}, ${incident}]`, '/occasion/1'],
    ['original: en', 'original: en, translations: [ru, ru]', '/languages/translations/1'],
    ['incidents: none', 'incidents: [other, other]', '/recall/incidents/1']
  ])('%j written as %j', (from, to, pointer) => {
    const { findings } = noteOf(goodNote.replace(from, to), registerOf('verbale: 1\n'))
    expect(findings.map(each => `${each.pointer} ${each.rule}`)).toEqual([`${pointer} record/duplicate`])
  })
})

describe('a finding', () => {
  test('of a choice between a word and a list is about the one that was meant', () => {
    const told = (incidents: string) => messages(noteOf(goodNote.replace('incidents: none', `incidents: ${incidents}`)))
    expect(told('[{}]')).toEqual(['record/wrong-type: an entry of `incidents` is a mapping, expected a text'])
    expect(told('{}')).toEqual(['record/wrong-type: `incidents` is a mapping, expected `all` or `none` or a list'])
    expect(told('some')).toEqual(['record/unknown-value: `incidents` is `some`, which is not known here'])
    expect(told('[]')).toEqual(['record/wrong-value: `incidents` is empty: at least 1 in the list'])
  })

  test('quotes the beginning of a long text', () => {
    const [finding] = messages(noteOf(goodNote.replace('form: draft', `form: ${'x'.repeat(61)}`)))
    expect(finding).toBe(`record/unknown-value: \`form\` is \`${'x'.repeat(60)}…\`, which is not known here`)
  })

  test('of a misspelt key is one, not also a missing key', () => {
    expect(messages(noteOf(goodNote.replace('courtesy:', 'curtesy:')))).toEqual([
      'record/unknown-key: unknown key `curtesy`'
    ])
  })

  test('of the shape is not told again as a relation', () => {
    expect(messages(noteOf(goodNote.replace('from: arvenia-mfa', 'from: Arvenia')))).toEqual([
      'record/wrong-value: `from` is `Arvenia`: an id has lower-case letters, digits and hyphens'
    ])
  })

  test('of a request is not made up from a register that could not be read', () => {
    const other = registerOf('verbale: 2\nparties: {}\n')
    expect(messages(noteOf(goodNote, other))).toEqual([])
    expect(messages(noteOf(goodNote, registerOf('verbale: 1\n')))).toEqual([])
  })

  test('quotes no character that a terminal would obey', () => {
    const [finding] = messages(noteOf(`${goodNote}"a\\u001B[2Jb": 1\n`))
    expect(finding).toBe('record/unknown-key: unknown key `aU+001B[2Jb`')
  })

  test('stands in the file, whatever is put in the place of whatever', () => {
    const good = load({ name: 'register.yaml', text: goodRegister })
    const pointers = [...good.places.keys()]
    const junk = fc.constantFrom<Json>(
      null,
      true,
      7,
      -1.5,
      '',
      'az',
      'arvenia',
      '2031-13',
      'a\nb',
      [],
      ['x', 'x'],
      {},
      { a: 1 }
    )
    fc.assert(
      fc.property(fc.constantFrom(...pointers), junk, (pointer, value) => {
        const text = JSON.stringify(replaced(good.value, steps(pointer), value))
        if (text === JSON.stringify(good.value)) return
        const register = checked(() => registerOf(text), text)
        for (const { span, rule } of [...register.findings, ...noteOf(goodNote, register).findings]) {
          expect(rule).toMatch(/^record\/[a-z-]+$/)
          expect(span && span.start <= span.end && span.end <= span.source.text.length).toBe(true)
        }
      }),
      { seed: 14112025, numRuns: times(200) }
    )
  })
})

function replaced(value: Json, [step, ...rest]: readonly string[], other: Json): Json {
  if (step === undefined) return other
  if (isList(value)) return value.map((each, index) => (String(index) === step ? replaced(each, rest, other) : each))
  return Object.fromEntries(
    fieldsOf(value).map(([key, each]) => [key, key === step ? replaced(each, rest, other) : each])
  )
}

describe('a note between real States', () => {
  const real = registerOf(goodRegister.replaceAll('invented: true', 'iso: XX'))
  const noteWith = (line: string, number = 'null') =>
    noteOf(`${goodNote.replace('number: null', `number: ${number}`)}${line}\n`, real)

  test.each([
    ['', 'null', ['record/specimen: `specimen` is missing, and `arvenia` is a real State']],
    ['specimen: null', '12/2031', []],
    ['specimen: { en: An exercise. }', 'null', []],
    [
      'specimen: { en: An exercise. }',
      '12/2031',
      ['record/specimen: a specimen about `arvenia`, a real State, must not have a number']
    ]
  ])('with %j and number %s', (line, number, expected) => {
    expect(messages(noteWith(line, number))).toEqual(expected)
  })
})

test('a fact that is stated and not decided is told', () => {
  const stated = goodRegister.replace(
    '    number: 007',
    '    stated: { coverage: { lund-2031-05-04: despite } }\n    number: 007'
  )
  expect(messages(registerOf(stated))).toEqual([
    'record/stated: `stated` is taken as given, but nothing in this register supports it'
  ])
  expect(messages(noteOf(`${goodNote}stated: { positions: [{ rule: NV029 }] }\n`))).toHaveLength(1)
})

test('a treaty that the law does not have is told with the one that was meant', () => {
  const treaties = 'treaties: { vcdr-1961: 1965-04-12, vccrs: null, vcdr: 1965-04-12, treaty: null }'
  const register = registerOf(goodRegister.replace('invented: true', `invented: true\n    ${treaties}`))
  expect(treatyFindings(register.loaded, law).map(each => [each.pointer, each.hints])).toEqual([
    ['/parties/arvenia/treaties/vcdr-1961', ['did you mean `vcdr`?']],
    ['/parties/arvenia/treaties/vccrs', ['did you mean `vccr`?']],
    ['/parties/arvenia/treaties/treaty', ['known: `vcdr`, `vccr`, `protected-persons`, `un-charter`']]
  ])
})

test('a treaty that bound nobody yet on the day which is given is told where that stands', () => {
  const treaties = 'treaties: { vcdr: 1961-04-18, vccr: 1967, un-charter: null }'
  const register = registerOf(goodRegister.replace('invented: true', `invented: true\n    ${treaties}`))
  expect(treatyFindings(register.loaded, law).map(each => [each.pointer, each.rule, each.message])).toEqual([
    [
      '/parties/arvenia/treaties/vcdr',
      'record/treaty-date',
      'nobody was bound by `vcdr` on 1961-04-18: it is in force since 1964-04-24'
    ]
  ])
})

test('articles are chosen only by a note that cites some', () => {
  const cite = (legal: string) =>
    messages(noteOf(`${goodNote.replace(/legal: .*/, `legal: ${legal}`)}cite: { vcdr: [22, 22(2)], vccr: all }\n`))
  expect(cite('general')).toEqual(['record/cite: `cite` chooses articles, but `legal: general` cites none'])
  expect(cite('none')).toHaveLength(1)
  expect(cite('reflected')).toEqual([])
})

describe('a value between quotation marks that is no text', () => {
  const told = ({ findings }: CheckedFile<unknown>) => findings.map(each => [each.message, ...each.hints])

  test('the version', () => {
    expect(told(registerOf(goodRegister.replace('verbale: 1', 'verbale: "1"')))).toEqual([
      ['`verbale` is the text `1`, expected the number', 'quotation marks make a text of it: write `1`']
    ])
    expect(told(registerOf(goodRegister.replace('verbale: 1', 'verbale: "2"')))).toEqual([
      ['the file is of format `2`, but this program reads format `1`']
    ])
  })

  const schema = z.strictObject({ flag: z.boolean(), on: z.literal(true), whole: z.int(), part: z.number() })
  const said = (text: string) => told(validateShape(schema, load({ name: 'a.yaml', text })))

  test('truth values and numbers', () => {
    expect(said('flag: "false"\non: "true"\nwhole: "3"\npart: "0.5"\n')).toEqual([
      ['`flag` is the text `false`, expected `true` or `false`', 'quotation marks make a text of it: write `false`'],
      ['`on` is the text `true`, expected `true`', 'quotation marks make a text of it: write `true`'],
      ['`whole` is the text `3`, expected a number', 'quotation marks make a text of it: write `3`'],
      ['`part` is the text `0.5`, expected a number', 'quotation marks make a text of it: write `0.5`']
    ])
  })

  test('other texts are told as before', () => {
    expect(said('flag: no\non: true\nwhole: 3\npart: much\n').map(([message]) => message)).toEqual([
      '`flag` is `no`, expected `true` or `false`',
      '`part` is `much`, expected a number'
    ])
  })
})
