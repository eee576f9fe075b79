/** The protest template with its partials and formulas, against the fixtures: all of it runs, and reads as a note should. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk/disk.ts'
import type { Document } from '../src/document/document.ts'
import { inlinesOf, leafBlocks, plainText } from '../src/document/walk.ts'
import { DEMANDS, type DemandCode, type ProtestRequest } from '../src/kinds/protest/request.ts'
import { readRecords } from '../src/records/read.ts'
import type { IncidentRecord } from '../src/records/schema.ts'
import { prepare } from '../src/render.ts'
import { askForCase, askInEnglish, engineHere, engineOver, fixtures, proseOf, root } from './fixtures.ts'
import { goodCase, SEED } from './generator.ts'
import { idle } from './idle.ts'
import { resolve } from './kinds/protest.ts'
import { some, times } from './share.ts'

const world = createWorld(root)
const { records } = engineHere()

/** Words by which a line of text speaks of itself or to somebody; "Annex I" is a number. */
const PERSONS = /\b(?:we|us|our|ours|you|your|yours|me|my|mine)\b|(?<!Annex\s)\bI\b(?!\))/i

test('every statement is run by some fixture', () => {
  expect(
    idle(fixtures.map(name => resolve(readRecords(records, askInEnglish(name)).records ?? expect.fail())))
  ).toEqual([])
})

describe.each(fixtures)('%s', name => {
  const { stages } = prepare(engineHere(), askInEnglish(name))
  const text = proseOf(stages.document())

  test('speaks in the third person', () => {
    expect(text.split('\n').filter(line => PERSONS.test(line))).toEqual([])
  })

  test('protests once, and has no honour to', () => {
    expect(
      [...text.matchAll(/has the honour to (\w+)/g)].map(match => match[1]).filter(verb => verb !== 'state')
    ).toEqual([])
    expect([...text.matchAll(/(?<!oral )\bprotests\b|\blodges \w+ \w+ protest\b/g)].length).toBeLessThanOrEqual(1)
  })

  test('tells the other side of no gap in the records', () => {
    expect(text).not.toMatch(/not recorded|not known|no \w+ recorded/i)
  })
})

test('only where all without a number were notes are they called so', () => {
  const reported = (name: string) =>
    /(?:reported|given) to [^.]*? by (?:.*, and by )?(.*?) at the time/.exec(
      proseOf(prepare(engineHere(), askInEnglish(name)).stages.document())
    )?.[1]
  expect(reported('kyiv-embassy-2025')).toBe('notes verbales transmitted')
  expect(reported('chronology-annex')).toBe('further communications made')
})

test('the one incident that was reported is told by its day only where no other was on that day', () => {
  const { registers } = askInEnglish('drafter-insertion')
  const [name = ''] = registers
  const notice = (other: string) => {
    const yaml = new TextDecoder().decode(world.read(name) ?? new Uint8Array())
    const altered = yaml.replace('date: 2026-03-30 }', `date: ${other} }`)
    const text = proseOf(prepare(engineOver({ [name]: altered }), askInEnglish('drafter-insertion')).stages.document())
    return /Notice of (.*?) was given/.exec(text)?.[1]?.replaceAll('\u00A0', ' ')
  }
  expect(notice('2026-03-30')).toBe('the incident that occurred on 17 February 2026')
  expect(notice('2026-02-17')).toBe('earlier incidents')
})

/** The text of a fixture's note with other demands. */
function demanding(demands: readonly DemandCode[]): string {
  const { note } = askInEnglish('embassy-storming')
  const yaml = new TextDecoder().decode(world.read(note) ?? new Uint8Array())
  const altered = yaml.replace(/^demands:\n(?: {2}.*\n)+/m, `demands: [${demands.join(', ')}]\n`)
  expect(altered).not.toBe(yaml)
  return proseOf(prepare(engineOver({ [note]: altered }), askInEnglish('embassy-storming')).stages.document())
}

test('two demands are parted by the only "and" of their sentence, or by a semicolon', () => {
  const pairs = DEMANDS.flatMap((one, index) => DEMANDS.slice(index + 1).map(other => [one, other] as const))
  const unclear = some(pairs, 4).flatMap(pair => {
    const [sentence = ''] = /demands that Druvane [^.]*\./.exec(demanding(pair)) ?? []
    const ands = sentence.match(/\b(?:and|or)\b/g) ?? []
    return ands.length === 1 || sentence.includes('; and ') ? [] : [sentence]
  })
  expect(unclear).toEqual([])
}, 300_000)

/** The text of a note with one incident that struck the embassy, and with nothing more than it needs. */
function noteWith(
  facts: Pick<IncidentRecord, 'means' | 'attribution'> & Partial<Pick<IncidentRecord, 'casualties'>>,
  links: Pick<ProtestRequest, 'in-reply-to' | 'refers-to'> = {}
): string {
  const [sample] = fc.sample(
    goodCase.filter(each => each.request.concerning === undefined),
    { seed: SEED, numRuns: 1 }
  )
  const base = sample?.register.incidents['occasion-0']
  if (sample === undefined || base === undefined) throw new Error('a case has an occasion')
  const { event: _event, place: _place, territory: _territory, ...rest } = base
  const incident = {
    ...rest,
    occurred: { date: '2025-03-04' },
    facilities: ['embassy'],
    circumstances: [],
    measures: [],
    damage: [],
    ...facts
  }
  const { 'in-reply-to': _reply, 'refers-to': _refers, supersedes: _supersedes, ...request } = sample.request
  const { engine, asked } = askForCase({
    register: { ...sample.register, incidents: { ...sample.register.incidents, 'occasion-0': incident } },
    request: {
      ...request,
      ...links,
      courtesy: 'reduced',
      occasion: ['occasion-0'],
      recall: { incidents: 'none', order: 'by-class' },
      submission: null,
      legal: 'none',
      demands: [],
      annexes: [],
      override: [],
      insert: []
    }
  })
  return proseOf(prepare(engine, asked).stages.document()).replaceAll('\u00A0', ' ')
}

const byUnknown = {
  means: { kind: 'missile' as const, certainty: 'unknown' as const },
  attribution: { to: 'borvia', strength: 'none' as const, basis: 'physical' as const }
}

/** What the note says struck the embassy, with one incident of such means and attribution. */
function striker(
  means: NonNullable<IncidentRecord['means']>,
  strength: IncidentRecord['attribution']['strength']
): string | undefined {
  const text = noteWith({ means, attribution: { to: 'borvia', strength, basis: 'physical' } })
  return /2025, ([^.]*?) (?:struck|affected|attacked|rammed|exploded at) the Embassy/.exec(text)?.[1]
}

describe('the dead are not counted among the injured', () => {
  const people = (one: string, many: string, count: number | null) => ({
    count,
    who: { en: { one, many } },
    evidence: [{ source: 'log' }]
  })
  const guard = people('guard', 'guards', 1)
  const employees = people('employee', 'employees', null)
  const visitors = people('visitor', 'visitors', 12)
  test.each([
    [{ killed: [guard], injured: [visitors] }, 'the death of one guard as well as injuries to 12 visitors'],
    [
      { killed: [guard, employees], injured: [visitors, guard] },
      'the death of one guard and of employees as well as injuries to 12 visitors and to one guard'
    ],
    [{ killed: [guard, employees] }, 'the death of one guard and of employees'],
    [{ injured: [employees, visitors] }, 'injuries to employees and to 12 visitors']
  ])('%j', (who, said) => {
    expect(noteWith({ ...byUnknown, casualties: { status: 'known', ...who } })).toContain(`resulted in ${said}.`)
  })
})

/** Whoever the sender of the drawn case is. */
function ofSender(text: string): string {
  return text.replace(/the (?:Embassy|Ministry|Permanent Mission)’s/g, 'the sender’s')
}

test.each([
  [{ 'in-reply-to': 'note-of-theirs' }, 'and, in reply to the note verbale of 31 May 2025 from '],
  [{ 'in-reply-to': 'their-response' }, 'and, further to the response No. 9 of 1 June 2025 from '],
  [{ 'refers-to': ['note-before'] }, 'and, with reference to the sender’s note verbale No. 211/2025 of 30 May 2025, ']
])('a note with %j says so once', (links, said) => {
  expect(ofSender(noteWith(byUnknown, links))).toContain(said)
})

test.each([
  [['summons-refused'], 'and, with reference to the sender’s démarche of 28 May 2025, which was not accepted, states'],
  [['note-returned'], 'the sender’s note verbale No. 191/2025 of 27 May 2025, which was returned, states'],
  [
    ['note-before', 'summons-refused'],
    'the sender’s démarche of 28 May 2025, which was not accepted; and the sender’s note verbale No. 211/2025 of 30 May 2025, states'
  ]
])('a communication that did not reach the other side is named with what came of it: %j', (ids, said) => {
  expect(ofSender(noteWith(byUnknown, { 'refers-to': ids }))).toContain(said)
})

describe('what struck is said no more surely than it is recorded', () => {
  const kestrel = { designation: { en: 'Kestrel' } }
  test.each([
    [{ kind: 'missile', certainty: 'unknown' }, 'none', 'one or more missiles'],
    [{ kind: 'missile', certainty: 'unknown', count: 'several' }, 'none', 'missiles'],
    [{ kind: 'missile', certainty: 'unknown', count: 3, qualifier: 'at-least' }, 'none', 'at least three missiles'],
    [{ kind: 'bomb', certainty: 'unknown', count: 5 }, 'named', 'five bombs dropped by the Federation of Borvia'],
    [{ kind: 'missile', certainty: 'unknown', count: 1 }, 'implied', 'a missile'],
    [{ kind: 'missile', certainty: 'unknown', count: 2 }, 'named', 'two missiles launched by the Federation of Borvia'],
    [{ kind: 'missile', certainty: 'type', ...kestrel }, 'none', 'one or more missiles of the Kestrel type'],
    [
      { kind: 'missile', certainty: 'type', ...kestrel },
      'named',
      'one or more missiles of the Kestrel type launched by the Federation of Borvia'
    ],
    [
      { kind: 'missile', certainty: 'identified', ...kestrel },
      'implied',
      'one or more missiles, identified as Kestrel,'
    ],
    [
      { kind: 'missile', certainty: 'identified', ...kestrel },
      'named',
      'one or more missiles launched by the Federation of Borvia and identified as Kestrel'
    ],
    [
      { kind: 'drone', certainty: 'unknown', ...kestrel },
      'none',
      'one or more unmanned aerial vehicles, believed to be of the Kestrel type,'
    ],
    [
      { kind: 'drone', certainty: 'unknown', count: 1, ...kestrel },
      'named',
      'an unmanned aerial vehicle launched by the Federation of Borvia and believed to be of the Kestrel type'
    ],
    [
      { kind: 'vessel', certainty: 'unknown', ...kestrel },
      'named',
      'one or more vessels of the Federation of Borvia, believed to be of the Kestrel type,'
    ],
    [{ kind: 'shelling', certainty: 'unknown' }, 'named', 'artillery fire by the Federation of Borvia'],
    [
      { kind: 'crowd', certainty: 'unknown' },
      'named',
      'a crowd whose conduct is attributable to the Federation of Borvia'
    ],
    [
      { kind: 'armed-persons', certainty: 'unknown', count: 2 },
      'named',
      'two armed persons whose conduct is attributable to the Federation of Borvia'
    ],
    [{ kind: 'armed-persons', certainty: 'unknown' }, 'implied', 'one or more armed persons'],
    [
      { kind: 'vehicle', certainty: 'identified', ...kestrel },
      'named',
      'one or more motor vehicles whose use is attributable to the Federation of Borvia, identified as Kestrel,'
    ],
    [
      { kind: 'explosive', certainty: 'unknown' },
      'named',
      'one or more explosive devices whose use is attributable to the Federation of Borvia'
    ]
  ] as const)('%j, %s', (means, strength, said) => {
    expect(striker(means, strength)).toBe(said)
  })
})

/** What no line of text may hold, and what a reader would say of it. */
const FAULTS: readonly (readonly [string, RegExp])[] = [
  ['two spaces', / {2}/],
  ['a space before a mark', / [,.;:)]/],
  ['two marks', /,,|,\.|\.\.|,;|;,|;\./],
  ['a word twice', /\b(and|or|a|an|the|of|in|on|at|by|to|with|from|that) \1\b/i],
  ['a preposition at the end', /\b(?:of|at|by|in|on|to|with|from|between|and|or|that)\./],
  ['two hedges', /\b(?:about|around|at least|at most|reportedly) (?:about|around|at least|at most|a reported)\b/],
  ['no capital', /(?:^|[.!?] )["“(]*\p{Ll}/u]
]

function faultsOf(line: string): string[] {
  const text = line.replaceAll('\u00A0', ' ').replaceAll('No. ', 'No.\u00A0')
  const found = FAULTS.filter(([, sign]) => sign.test(text)).map(([name]) => name)
  return balanced(text) ? found : [...found, 'brackets']
}

function balanced(text: string): boolean {
  let brackets = text.replace(/[^()]/g, '')
  while (brackets.includes('()')) brackets = brackets.replaceAll('()', '')
  return brackets === ''
}

test.each([
  ['two spaces', 'It  did.'],
  ['a space before a mark', 'It did , and went.'],
  ['two marks', 'It did, it went,.'],
  ['a word twice', 'It did and and went.'],
  ['a preposition at the end', 'It went on. It did.'],
  ['two hedges', 'It fell about at least 50\u00A0metres away.'],
  ['no capital', 'It did. it went.'],
  ['no capital', 'it did, by note No.\u00A0a of May.'],
  ['brackets', 'It did (and went.'],
  ['brackets', 'It did) and went(.']
])('%s is found: %s', (fault, line) => {
  expect(faultsOf(line)).toEqual([fault])
})

test('what is well written has no fault', () => {
  expect(faultsOf('12 Mill Street')).toEqual([])
  expect(faultsOf('It was reported by note verbale No.\u00A0a/1 of 3\u00A0May 2025 (Annex I). No casualties.')).toEqual(
    []
  )
})

/** Every line of every paragraph, heading and cell. */
function linesOf(document: Document): string[] {
  return [...leafBlocks(document.blocks)].flatMap(({ block }) =>
    inlinesOf(block).flatMap(inlines => plainText(inlines).split('\n'))
  )
}

test('generated notes read as English: marks, words, hedges, capitals and brackets', () => {
  const documents = fc.sample(goodCase, { seed: SEED, numRuns: times(150, 5) }).map(each => {
    const { engine, asked } = askForCase(each)
    return prepare(engine, asked).stages.document()
  })
  const lines = new Set(documents.flatMap(linesOf))
  expect(lines.size).toBeGreaterThan(times(1000, 5))
  expect([...lines].filter(line => faultsOf(line).length > 0).map(line => [faultsOf(line), line])).toEqual([])
}, 300_000)
