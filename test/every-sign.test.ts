/** Records whose texts hold any sign at all: refused or printed, and never an error that nobody expected. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk/disk.ts'
import { forbiddenIn } from '../src/languages/characters.ts'
import { createShaper } from '../src/layout/harfbuzz.ts'
import type { Json } from '../src/value.ts'
import { folderOf } from './cli/folder.ts'
import { run } from './cli/in-process.ts'
import { root } from './fixtures.ts'
import { goodCase, SEED } from './generator.ts'
import { times, whole } from './share.ts'

const between = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))

/** ASCII, general punctuation, combining marks, letters that run from right to left, and what UTF-16 needs two units for. */
const SIGNS = [
  ...between(0x21, 0x2f),
  ...between(0x3a, 0x40),
  ...between(0x5b, 0x60),
  ...between(0x7b, 0x7e),
  ...between(0x2000, 0x206f),
  ...['\u0301', '\u0327', '\u0338', '\u20DD', '\u05D0', '\u05B7', '\u0628', '\u0650', '\u06F1', '\u07CA'],
  ...['\u{10348}', '\u{1D54F}', '\u{1F600}', '\u{1F1E6}', '\u{20000}', '\u{10900}', '\u{1E900}', '\u{E0041}']
]

/** By how far a text with such a sign comes: no record may hold it, no face draws it, or it stands on the page. */
const [REFUSED, UNDRAWN, DRAWN] = (() => {
  const disk = createWorld(root)
  const shaper = createShaper(disk.shaper())
  const faces = (['regular', 'bold'] as const).map(each => shaper.open(disk.font(each)))
  const isRefused = (sign: string) => forbiddenIn(`a${sign}b${sign} c`).length > 0
  const isDrawn = (sign: string) =>
    faces.every(face => shaper.shape(face, 'en', `a${sign}b`).glyphs.every(id => id > 0))
  const printed = SIGNS.filter(each => !isRefused(each))
  // braces leave a place open in a wording, and are refused where there is none
  const drawn = printed.filter(each => isDrawn(each) && !'{}'.includes(each))
  return [SIGNS.filter(isRefused), printed.filter(each => !isDrawn(each)), drawn]
})()

/** What readers see of a record stands by language; beside it quotations, and the numbers of communications. */
const TEXTS: readonly string[] = ['text', 'number', 'publisher', 'reason']

/** A value with the next sign in every text of it: inside its last word, as in `Norrisk-Bissau`, or behind its first. */
function withSigns(value: Json, next: () => string, isText = false): Json {
  if (typeof value === 'string') return isText ? withSign(value, next()) : value
  if (Array.isArray(value)) return value.map(each => withSigns(each, next, isText))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, each]): [string, Json] => {
    return [key, withSigns(each, next, isText || key === 'en' || TEXTS.includes(key))]
  })
  return Object.fromEntries(entries)
}

function withSign(text: string, sign: string): string {
  if (text.length < 3) return text
  return `${text.slice(0, -2)}${sign}${text.slice(-2)}`.replace(' ', text.length % 2 === 0 ? ' ' : `${sign} `)
}

/** A workspace of a generated case; each text of it has one of the signs, in turn. */
function workspaces(signs: readonly string[]): fc.Arbitrary<Readonly<Record<string, string>>> {
  const order = fc.shuffledSubarray([...signs], { minLength: signs.length })
  return fc.tuple(goodCase, order).map(([{ register, request }, shuffled]) => {
    let index = 0
    const next = () => shuffled[index++ % shuffled.length] ?? ''
    const changed = (value: unknown): string => JSON.stringify(withSigns(JSON.parse(JSON.stringify(value)), next))
    return {
      'register.json': changed(register),
      'note.json': changed(request),
      'verbale.yaml': 'verbale: 1\nregister: register.json\n'
    }
  })
}

const COMMANDS = [
  ['render', 'note.json', '-o', 'note.pdf'],
  ['check', '--report', 'json'],
  ['explain', 'note.json', '-o', 'note.html']
] as const

/** Every command over some workspaces; gives what `check` reported of each. */
async function throughAll(signs: readonly string[], numRuns: number): Promise<string[]> {
  const found: string[] = []
  for (const files of fc.sample(workspaces(signs), { seed: SEED, numRuns })) {
    const folder = folderOf(files)
    for (const words of COMMANDS) {
      const { code, err } = await run(folder, words)
      expect(code, err).not.toBe(3)
      if (words[0] === 'check') found.push(err)
    }
  }
  return found
}

describe('a sign in every text of the records', () => {
  test('of those that stand on the page: the rules of form read them all', async () => {
    const found = await throughAll(DRAWN, times(8, 2))
    expect(found.filter(each => /"rule": "NV04[09]"/.test(each)).length).toBeGreaterThan(whole ? 3 : 1)
  }, 120_000)

  test('of those that no face draws', async () => {
    const found = await throughAll(UNDRAWN, times(2, 2))
    expect(found.filter(each => !/missing-glyph/.test(each))).toEqual([])
  }, 60_000)

  test('of those that no record may hold', async () => {
    const found = await throughAll(REFUSED, times(2, 2))
    expect(found.filter(each => !/may not be printed|hidden-character/.test(each))).toEqual([])
  }, 60_000)
})
