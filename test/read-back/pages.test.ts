/** What stands on the pages of the first fixture, in each of its languages, is what its records hold: all of it, and no more. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { once } from '../../src/once.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineHere, root } from '../fixtures.ts'
import { azerbaijani } from './az.ts'
import { english } from './en.ts'
import { type Reading, readAll, unread } from './reader.ts'
import { russian } from './ru.ts'

const NAME = 'kyiv-embassy-2025'
const READERS = { az: azerbaijani, en: english, ru: russian } as const
type Tag = keyof typeof READERS
const TAGS = ['az', 'en', 'ru'] as const

const folder = mkdtempSync(join(tmpdir(), 'verbale-read-back-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const engine = engineHere()
const texts = new Map<Tag, string>()

/** The text that Poppler takes out of the finished file. */
function textIn(tag: Tag): string {
  return once(texts, tag, () => {
    const file = join(folder, `${tag}.pdf`)
    writeFileSync(file, prepare(engine, { ...askFor(NAME), language: tag }).stages.pdf())
    return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  })
}

/** What this test knows of the records: it reads the file itself. */
interface Recorded {
  readonly incidents: Readonly<
    Record<
      string,
      {
        readonly occurred: { readonly date: string; readonly time?: string; readonly qualifier?: 'exact' | 'approx' }
        readonly measures?: readonly {
          readonly value: number
          readonly decimals?: number
          readonly unit: string
          readonly qualifier: string
        }[]
        readonly casualties: { readonly injured?: readonly { readonly count: number }[] }
      }
    >
  >
  readonly communications: Readonly<Record<string, { readonly type: string; readonly date: string }>>
}

const recorded: Recorded = parse(readFileSync(join(root, 'fixtures', NAME, 'register.yaml'), 'utf8'))

function dated(text: string): string {
  const [year, month = null, day = null] = text.split('-').map(Number)
  return key('date', { relation: 'date', dates: [{ year, month, day, approximate: false }] })
}

/** A value as one text, whatever the order of its fields. */
function key(kind: string, value: object): string {
  const sorted = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(sorted)
    if (typeof each !== 'object' || each === null) return each
    return Object.fromEntries(
      Object.entries(each)
        .sort()
        .map(([name, field]) => [name, sorted(field)])
    )
  }
  return `${kind} ${JSON.stringify(sorted(value))}`
}

/** Every date, hour, measure and count that this note states: its occasion, all that it recalls, and its submission. */
const facts = [
  ...Object.values(recorded.incidents).flatMap(({ occurred, measures = [], casualties }) => [
    dated(occurred.date),
    ...(occurred.time ? [key('hour', { local: occurred.time, qualifier: occurred.qualifier ?? 'exact' })] : []),
    ...measures.map(({ value, decimals = 0, unit, qualifier }) => key('measure', { value, decimals, unit, qualifier })),
    ...(casualties.injured ?? []).map(({ count }) => key('count', { count }))
  ]),
  ...Object.values(recorded.communications)
    .filter(each => each.type === 'submission')
    .map(each => dated(each.date))
]

/** Readings as values, each date by itself. */
function valuesOf(readings: readonly Reading[]): readonly string[] {
  return readings.flatMap(reading => {
    if (reading.kind === 'dates') return reading.dates.map(each => key('date', each))
    const { kind, ...value } = reading
    return [key(kind, value)]
  })
}

const different = (values: readonly string[]): readonly string[] => [...new Set(values)].sort()
const readIn = (text: string, tag: Tag): readonly string[] => different(valuesOf(readAll(text, READERS[tag])))

test('the records hold what this test looks for', () => {
  expect(
    ['date', 'hour', 'measure', 'count'].map(kind => facts.filter(each => each.startsWith(`${kind} `)).length)
  ).toEqual([7, 1, 4, 1])
})

describe.each(TAGS)('in %s', tag => {
  test('every date, hour, measure and count of the records is read, and nothing that they do not hold', () => {
    expect(readIn(textIn(tag), tag)).toEqual(different(facts))
  })

  test('no digit is left that was not read, but for the number of the page', () => {
    const text = textIn(tag).replace(/^– \d+ –$/gmu, '')
    expect(unread(text, READERS[tag])).toEqual([])
  })
})

test('the languages state each value equally often', () => {
  const [first, ...others] = TAGS.map(tag => valuesOf(readAll(textIn(tag), READERS[tag])).toSorted())
  for (const other of others) expect(other).toEqual(first)
})

/** What a page says, what it would say if it were wrong, and how that is wrong. */
const FAULTS: readonly (readonly [Tag, string, string, string])[] = [
  ['az', 'təqribən 3', '3', 'a hedge is lost'],
  ['az', '8 metr', '9 metr', 'another number'],
  ['az', '35 addım', '35 metr', 'another unit'],
  ['az', 'noyabrın 14-də', 'noyabrın 15-də', 'another day'],
  ['az', 'təqribən saat', 'saat', 'the hedge of an hour'],
  ['az', 'dörd əməkdaş', 'beş əməkdaş', 'another count'],
  ['az', 'aprel ayında', 'may ayında', 'another month'],
  ['az', 'yanvarın 2-də', 'yanvarın 2-da', 'a wrong ending'],
  ['ru', 'около 35', '35', 'a hedge is lost'],
  ['ru', 'около 01:00', 'в 01:00', 'the hedge of an hour'],
  ['ru', '8 метров', '80 метров', 'another number'],
  ['ru', 'около 3 метров', 'около 3 метра', 'a wrong case'],
  ['ru', '4 сотрудника', '5 сотрудников', 'another count'],
  ['ru', '10 марта', '10 мая', 'another month'],
  ['ru', 'в апреле 2022', 'в апреле 2023', 'another year'],
  ['en', '35', '36', 'another number'],
  ['en', '28 August', '27 August', 'another day']
]

test.each(FAULTS)('in %s "%s" printed as "%s" is found: %s', (tag, from, to, _fault) => {
  const text = textIn(tag)
    .replace(/\u00AD\n/gu, '')
    .replace(/\s+/gu, ' ')
  expect(text).toContain(from)
  const values = valuesOf(readAll(text.replace(from, to), READERS[tag]))
  // one place of several is wrong: what is stated there is no longer stated as often
  expect(values.toSorted()).not.toEqual(valuesOf(readAll(text, READERS[tag])).toSorted())
})
