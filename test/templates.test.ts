/** The protest template with its partials and formulas, against the fixtures: all of it runs, and reads as a note should. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk.ts'
import { createRecordStore, readRecords } from '../src/record/read.ts'
import { DEMANDS, type NoteRequest } from '../src/record/request.ts'
import { type Resolved, resolve } from '../src/record/resolve.ts'
import type { IncidentRecord } from '../src/record/schema.ts'
import { prepare } from '../src/render.ts'
import { lineOf, positionOf } from '../src/source.ts'
import { merge } from '../src/template/merge.ts'
import type { Statement } from '../src/template/syntax.ts'
import { createTemplateStore, openTemplate } from '../src/template/template.ts'
import { writeText } from '../src/write/text.ts'
import { askFor, askForCase, engineHere, fixtures, root } from './fixtures.ts'
import { goodCase, SEED } from './generator.ts'

const world = createWorld(root)
const records = createRecordStore(world)
const template = openTemplate(createTemplateStore(world), 'en', 'protest')

/** The statements of a template and of all that stands in them. */
function within(statements: readonly Statement[]): Statement[] {
  return statements.flatMap(each =>
    each.type === 'block' ? [each, ...within(each.body), ...within(each.inverse ?? [])] : [each]
  )
}

function placeOf({ at }: Statement): string {
  const { line, column } = positionOf(at.source, at.start)
  return `${at.source.name}:${line}:${column} ${lineOf(at.source, line).trim()}`
}

/** Words by which a line of text speaks of itself or to somebody (practice: NV001); "Annex I" is a number. */
const PERSONS = /\b(?:we|us|our|ours|you|your|yours|me|my|mine)\b|(?<!Annex\s)\bI\b(?!\))/i

/** Every statement of the template, its partials and its formulas that none of the dossiers reaches. */
function idle(dossiers: readonly Resolved[]): string[] {
  const formulas = [...template.formulas.values()].flatMap(each => [...each.values()])
  const visited = new Set(dossiers.flatMap(each => [...merge(template, each).visits.keys()]))
  const all = [template.main, ...template.partials.values(), ...formulas].flatMap(each => within(each.statements))
  expect(all.length).toBeGreaterThan(200)
  return all.filter(each => !visited.has(each.id)).map(placeOf)
}

test('every statement is run by some fixture', () => {
  expect(idle(fixtures.map(name => resolve(readRecords(records, askFor(name)).records)))).toEqual([])
})

test('every statement is run by some generated case', () => {
  const cases = fc.sample(goodCase, { seed: SEED, numRuns: 300 }).map(each => {
    const { engine, asked } = askForCase(each)
    return resolve(readRecords(engine.records, asked).records)
  })
  expect(idle(cases)).toEqual([])
}, 60_000)

describe.each(fixtures)('%s', name => {
  const { stages } = prepare(engineHere(), askFor(name))
  const text = writeText(stages.document())

  test('speaks in the third person', () => {
    expect(text.split('\n').filter(line => PERSONS.test(line))).toEqual([])
  })

  test('protests once, and has no honour to', () => {
    expect(
      [...text.matchAll(/has the honour to (\w+)/g)].map(match => match[1]).filter(verb => verb !== 'state')
    ).toEqual([])
    expect([...text.matchAll(/\bprotests?\b/g)].length).toBeLessThanOrEqual(1)
  })

  test('tells the other side of no gap in the records', () => {
    expect(text).not.toMatch(/not recorded|not known|no \w+ recorded/i)
  })
})

test('only where all were notes are communications without a number called so', () => {
  const reported = (name: string) =>
    /(?:reported|given) to [^.]*? by (?:.*, and by )?(.*?) at the time/.exec(
      writeText(prepare(engineHere(), askFor(name)).stages.document())
    )?.[1]
  expect(reported('kyiv-embassy-2025')).toBe('notes verbales transmitted')
  expect(reported('chronology-annex')).toBe('further official communications made')
})

const here = engineHere()

/** The text of a fixture's note with other demands. */
function demanding(demands: readonly NoteRequest['demands'][number][]): string {
  const { note } = askFor('embassy-storming')
  const yaml = new TextDecoder().decode(world.read(note) ?? new Uint8Array())
  const altered = yaml.replace(/^demands: .*$/m, `demands: [${demands.join(', ')}]`)
  expect(altered).not.toBe(yaml)
  const over = {
    ...world,
    read: (name: string) => (name === note ? new TextEncoder().encode(altered) : world.read(name))
  }
  const engine = { ...here, records: createRecordStore(over) }
  return writeText(prepare(engine, askFor('embassy-storming')).stages.document())
}

test('two demands are parted by the only "and" of their sentence, or by a semicolon', () => {
  const pairs = DEMANDS.flatMap((one, index) => DEMANDS.slice(index + 1).map(other => [one, other] as const))
  const unclear = pairs.flatMap(pair => {
    const [sentence = ''] = /demands that Druvane [^.]*\./.exec(demanding(pair)) ?? []
    const ands = sentence.match(/\b(?:and|or)\b/g) ?? []
    return ands.length === 1 || sentence.includes('; and ') ? [] : [sentence]
  })
  expect(unclear).toEqual([])
}, 60_000)

/** What the note says struck the embassy, with one incident of such means and attribution. */
function striker(
  means: NonNullable<IncidentRecord['means']>,
  strength: IncidentRecord['attribution']['strength']
): string | undefined {
  const [sample] = fc.sample(goodCase, { seed: SEED, numRuns: 1 })
  const base = sample?.register.incidents['occasion-0']
  if (sample === undefined || base === undefined) throw new Error('a case has an occasion')
  const { event: _event, place: _place, territory: _territory, ...rest } = base
  const attribution = { to: 'borvia', strength, basis: 'physical' as const }
  const incident = {
    ...rest,
    occurred: { date: '2025-03-04' },
    means,
    attribution,
    facilities: ['embassy'],
    circumstances: [],
    measures: []
  }
  const { engine, asked } = askForCase({
    register: { ...sample.register, incidents: { ...sample.register.incidents, 'occasion-0': incident } },
    request: {
      ...sample.request,
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
  const text = writeText(prepare(engine, asked).stages.document())
  return /2025, ([^.]*?) (?:struck|affected) the Embassy/.exec(text)?.[1]?.replaceAll('\u00A0', ' ')
}

describe('what struck is said no more surely than it is recorded', () => {
  const kestrel = { designation: { en: 'Kestrel' } }
  test.each([
    [{ kind: 'missile', certainty: 'unknown' }, 'none', 'a missile'],
    [{ kind: 'missile', certainty: 'unknown', count: 1 }, 'implied', 'one missile'],
    [{ kind: 'missile', certainty: 'unknown', count: 2 }, 'named', 'two missiles launched by the Federation of Borvia'],
    [{ kind: 'missile', certainty: 'type', ...kestrel }, 'none', 'a missile of the Kestrel type'],
    [
      { kind: 'missile', certainty: 'type', ...kestrel },
      'named',
      'a missile of the Kestrel type launched by the Federation of Borvia'
    ],
    [{ kind: 'missile', certainty: 'identified', ...kestrel }, 'implied', 'a missile, identified as Kestrel,'],
    [
      { kind: 'missile', certainty: 'identified', ...kestrel },
      'named',
      'a missile launched by the Federation of Borvia and identified as Kestrel'
    ],
    [
      { kind: 'drone', certainty: 'unknown', ...kestrel },
      'none',
      'unmanned aerial vehicles, believed to be of the Kestrel type,'
    ],
    [
      { kind: 'drone', certainty: 'unknown', count: 1, ...kestrel },
      'named',
      'one unmanned aerial vehicle launched by the Federation of Borvia and believed to be of the Kestrel type'
    ],
    [
      { kind: 'vessel', certainty: 'unknown', ...kestrel },
      'named',
      'a vessel of the Federation of Borvia, believed to be of the Kestrel type,'
    ],
    [{ kind: 'shelling', certainty: 'unknown' }, 'named', 'artillery fire by the Federation of Borvia']
  ] as const)('%j, %s', (means, strength, said) => {
    expect(striker(means, strength)).toBe(said)
  })
})
