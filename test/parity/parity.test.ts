/** Whether a note says the same in every language, and what is said where it does not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareLanguages } from '../../src/check/translated.ts'
import { attempt } from '../../src/diagnostic.ts'
import { factOf, type Origin } from '../../src/fact.ts'
import { judge, purposeFindings, purposesOf } from '../../src/parity/differs.ts'
import { follows } from '../../src/parity/follows.ts'
import { ledgerOf } from '../../src/parity/ledger.ts'
import { noteParity } from '../../src/parity/notes.ts'
import type { Holding } from '../../src/parity/referents.ts'
import { templateParity } from '../../src/parity/workspace.ts'
import { prepare } from '../../src/render.ts'
import { positionOf } from '../../src/source.ts'
import { type Pointer, steps } from '../../src/value.ts'
import { folderOf } from '../cli/folder.ts'
import { run } from '../cli/in-process.ts'
import { askFor, engineHere, engineOver, root } from '../fixtures.ts'

const NOTE = askFor('kyiv-embassy-2025')
const LANGUAGES = ['en', 'az', 'ru']
const here = engineHere()
const notes = LANGUAGES.map(language => prepare(here, { ...NOTE, language }))

/** Places that a language divides as it needs: words by number, forms and parts of what it inflects. */
const OF_WORDS = /^(before|after|one|few|many|forms|parts|names?|kind)$/

/** The places of a dossier that are no words, each with the record values that it was made from. */
function placesOf(language: string): string[] {
  const origins = notes[LANGUAGES.indexOf(language)]?.decided.origins ?? new Map<Pointer, readonly Origin[]>()
  return [...origins].flatMap(([pointer, from]) => {
    if (steps(pointer).some(each => OF_WORDS.test(each))) return []
    const records = from.map(factOf).map(({ section, id, item }) => `${section} ${id} ${item}`)
    return [`${pointer}: ${[...new Set(records)].join(', ')}`]
  })
}

describe('layer 1: one dossier', () => {
  test.each(['az', 'ru'])('%s has the same places, from the same records', language => {
    expect(placesOf('en').length).toBeGreaterThan(200)
    expect(placesOf(language)).toEqual(placesOf('en'))
  })

  test.each(['az', 'ru'])('%s takes the same legal positions, and cites the same law', language => {
    const [own, original] = [language, 'en'].map(each => notes[LANGUAGES.indexOf(each)]?.decided)
    expect(own?.positions).toEqual(original?.positions)
    expect(own?.articles).toEqual(original?.articles)
  })
})

describe('layers 2 and 3: the ledgers of a note', () => {
  test('the first fixture says the same in its three languages', () => {
    expect(noteParity(here, notes).findings).toEqual([])
  })

  test('a ledger is no empty page', () => {
    const ledgers = notes.map(ledgerOf)
    const rules = ledgers.map(({ entries }) => [...entries.values()].map(each => each.rule))
    const sizes = rules.map(each => each.filter(rule => rule === 'parity/fact').length)
    expect(sizes.map((facts, index) => [facts > 40, (rules[index]?.length ?? 0) - facts > 20])).toEqual(
      LANGUAGES.map(() => [true, true])
    )
    const standings = [...(ledgers[0]?.entries.values() ?? [])].map(each => each.standing)
    expect(standings).toContain('occasion of kyiv-2025-11-14')
  })

  test('one language may ask how many there are where another has the same words for one and for several', () => {
    const made = LANGUAGES.map(language => prepare(here, { ...askFor('kyiv-embassy-2025'), language }))
    const injured = '/recall/groups/1/incidents/0/casualties/injured'
    const asked = made.map(each =>
      [...ledgerOf(each).entries.values()].some(one => one.rule !== 'parity/fact' && one.pointer === injured)
    )
    expect(asked).toEqual([false, true, true])
    expect(noteParity(here, made).findings).toEqual([])
  })

  test('a difference names the line, the part, the incident and the language that lacks it', () => {
    const text = '{{~#if this.measures}}{{/if~}}\n{{~> attributed this~}}\n'
    const engine = engineOver({ 'templates/ru/partials/facts.hbs': text })
    const made = LANGUAGES.map(language => prepare(engine, { ...NOTE, language }))
    const [first] = noteParity(engine, made).findings
    expect(first?.rule).toBe('parity/fact')
    expect(first?.severity).toBe('error')
    expect(first?.message).toMatch(/^`en` prints `\S+` .*of the incident `\S+` in \S+ of \S+; `ru` nowhere there$/)
    expect(first?.span?.source.name).toMatch(/^templates\/en\//)
    expect(first?.hints[0]).toMatch(/^the other language speaks of this in templates\/ru\/\S+\.hbs:\d+:\d+$/)
    expect(first?.hints[1]).toContain('templates/ru/differs.yaml')
  })
})

describe('what follows from a condition', () => {
  const of = (key: string, holds = true): Holding => ({ key, holds, says: key })
  const either = { ...of('event or not type = "shelling"'), any: [[of('event')], [of('type = "shelling"', false)]] }

  test.each<[string, Holding[], Holding, boolean]>([
    ['itself', [of('event')], of('event'), true],
    ['not its contrary', [of('event')], of('event', false), false],
    ['a word is no other', [of('type = "drone"')], of('type = "shelling"', false), true],
    ['nor is it itself not', [of('type = "drone"')], of('type = "drone"', false), false],
    ['but the word of another field may be any', [of('type = "drone"')], of('kind = "shelling"', false), false],
    ['no word is not another', [of('type = "drone"', false)], of('type = "shelling"'), false],
    ['one of several is enough', [of('event')], either, true],
    ['whatever makes it hold', [of('type = "drone"')], either, true],
    ['and none is not', [of('type = "shelling"')], either, false],
    [
      'what a kind cannot have says that it is another',
      [of('means.designation')],
      of('means.type = "shelling"', false),
      true
    ],
    ['what it can have does not', [of('means.designation')], of('means.type = "missile"', false), false]
  ])('%s', (_, known, wanted, expected) => {
    expect(follows(known, wanted)).toBe(expected)
  })
})

describe('the templates before any note', () => {
  test('the three languages can say the same, but for what they differ in on purpose', () => {
    const { findings, excused } = templateParity(here, LANGUAGES)
    expect(findings).toEqual([])
    expect(purposeFindings(purposesOf(here, LANGUAGES), new Set(excused))).toEqual([])
  })

  test('what one language never prints is told with its condition and line', () => {
    const file = 'templates/ru/partials/measured.hbs'
    const engine = engineOver({ [file]: '{{~this.before}}{{#if this.after}} {{this.after}}{{/if~}}\n' })
    const found = templateParity(engine, LANGUAGES).findings
    const told = found.map(({ rule, message, span }) => {
      return `${span?.source.name}:${span ? positionOf(span.source, span.start).line : 0} ${rule} ${message}`
    })
    expect(told).toContain(
      'templates/en/partials/measured.hbs:1 parity/template `ru` never prints `occasion.measures.measure` in `occasion`; `en` does where `occasion` has items and the number of items of `this.measures` is greater than `0`'
    )
  })
})

describe('what differs on purpose', () => {
  const file = (text: string) => ({ 'templates/ru/differs.yaml': text })
  const entry = (part: string, what: string) =>
    `verbale: 1\ndiffers:\n  - { part: ${part}, what: ${what}, reason: because, confirmed: null }\n`
  const at = prepare(here, NOTE).templates.main.main.statements[0]?.at

  test('an entry excuses what it names, in its part and nowhere else', () => {
    if (!at) throw new Error('the template is empty')
    const difference = {
      rule: 'parity/fact',
      part: 'recall',
      what: 'incidents.damage.what',
      message: '',
      at,
      lacks: 'ru'
    }
    const left = (text: string) => judge([difference], purposesOf(engineOver(file(text)), ['ru']), 'error').findings
    expect(left(entry('recall', 'damage.what'))).toEqual([])
    expect(left(entry('null', 'damage.what'))).toEqual([])
    expect(left(entry('occasion', 'damage.what'))).toHaveLength(1)
    expect(left(entry('recall', 'what'))).toEqual([])
    expect(left(entry('recall', 'amage.what'))).toHaveLength(1)
  })

  test('one that excuses nothing is told of, at its place', () => {
    const found = purposeFindings(purposesOf(engineOver(file(entry('recall', 'means.count'))), ['ru']), new Set())
    expect(found.map(each => [each.rule, each.span && positionOf(each.span.source, each.span.start).line])).toEqual([
      ['parity/unused', 3]
    ])
  })

  test.each([
    ['verbale: 1\ndiffers: [{ part: recall, what: x, confirmed: null }]\n', 'record/missing-key'],
    ['verbale: 1\ndiffers: [{ part: recall, what: x, reason: y, confirmed: null, by: z }]\n', 'record/unknown-key'],
    ['verbale: 1\ndiffers: {\n', 'record/syntax']
  ])('%j is refused at its place', (text, rule) => {
    const found = purposeFindings(purposesOf(engineOver(file(text)), ['ru']), new Set())
    expect(found[0]?.rule).toBe(rule)
    expect(found[0]?.span?.source.name).toBe('templates/ru/differs.yaml')
  })
})

describe('before a note is written', () => {
  test('a note whose languages differ is refused, whichever of them is asked for', () => {
    const engine = engineOver({ 'templates/az/partials/damage.hbs': '{{~this.damage.[0].items.[0]~}}\n' })
    for (const language of LANGUAGES) {
      const options = { ...NOTE, language }
      const found = attempt(() => compareLanguages(engine, options, prepare(engine, options), true)).findings
      expect(found.map(each => each.rule)).toContain('parity/fact')
    }
  })

  test('a draft and an original whose translation cannot be made yet say so, and another issue is refused', () => {
    const asked = (name: string, language?: string) => {
      const options = { ...askFor(name), language }
      const text = readFileSync(join(root, options.note), 'utf8').replace(/^(place: .*), ru: .*$/m, '$1 }')
      const told = { ...options, noteSource: { name: options.note, text } }
      return attempt(() => compareLanguages(here, told, prepare(here, told), true))
    }
    const draft = asked('minimal').value
    expect(draft?.map(each => [each.rule, each.severity])).toEqual([['parity/not-made', 'warning']])
    expect(draft?.[0]?.hints.length).toBeGreaterThan(0)
    const original = asked('embassy-storming', 'en').value
    expect(original?.map(each => [each.rule, each.severity])).toEqual([['parity/not-made', 'warning']])
    expect(asked('embassy-storming', 'az').findings.map(each => each.rule)).toEqual(['parity/not-made'])
  })

  test('what is missing in one language is told once, and the others of a draft are made', async () => {
    const shipped = (name: string) => readFileSync(join(root, 'fixtures/minimal', name), 'utf8')
    const folder = folderOf({
      'verbale.yaml': 'verbale: 1\n',
      'note.yaml': shipped('note.yaml').replace(/^(place: .*), ru: .*$/m, '$1 }'),
      'register.yaml': shipped('register.yaml')
    })
    const drafted = await run(folder, ['render', 'note.yaml'])
    expect(drafted.code).toBe(1)
    expect(drafted.err.match(/no text in `ru` at \/place/g)).toHaveLength(1)
    expect(drafted.err).not.toContain('parity/not-made')
    expect(readdirSync(folder).filter(each => each.endsWith('.pdf'))).toEqual(['note.az.pdf', 'note.pdf'])
    const alone = await run(folder, ['render', 'note.yaml', '--language', 'en', '-o', 'en.pdf'])
    expect([alone.code, alone.err.match(/no text in `ru` at \/place/g)?.length]).toEqual([0, 1])
    expect(alone.err).toContain('warning parity/not-made')
  })

  test('`render` leaves no file of it, and `check` finds it and the entry that excuses it', async () => {
    const shipped = (name: string) => readFileSync(join(root, 'fixtures/kyiv-embassy-2025', name), 'utf8')
    const files = {
      'verbale.yaml': 'verbale: 1\n',
      'note.yaml': shipped('note.yaml'),
      'register.yaml': shipped('register.yaml'),
      'templates/az/partials/damage.hbs': '{{~this.damage.[0].items.[0]~}}\n'
    }
    const folder = folderOf(files)
    const refused = await run(folder, ['render', 'note.yaml'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('error parity/fact')
    expect(readdirSync(folder).filter(each => each.endsWith('.pdf'))).toEqual([])
    expect((await run(folder, ['check', 'note.yaml'])).err).toContain('error parity/fact')
    const entry = 'verbale: 1\ndiffers:\n  - { part: null, what: damage.what, reason: it is short, confirmed: null }\n'
    const excused = folderOf({ ...files, 'templates/az/differs.yaml': entry })
    expect((await run(excused, ['render', 'note.yaml'])).code).toBe(0)
    expect((await run(excused, ['check', 'note.yaml'])).err).not.toMatch(/(error|warning) parity/)
  })
})
