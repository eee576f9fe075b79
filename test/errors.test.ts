/** What is wrong with one note is told at once, whichever stage finds it, and each finding at the place to mend. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk/disk.ts'
import { type Diagnostic, Rejected } from '../src/diagnostic.ts'
import { createEngine, prepare } from '../src/render.ts'
import { lineOf, positionOf } from '../src/source.ts'
import { lettering, preparsed, root } from './fixtures.ts'

const disk = createWorld(root)
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

/** A change of one text in a file of a fixture or of the package: what stands there, and what is to stand there. */
type Edit = readonly [name: string, from: string, to: string]

/** What a fixture's note is refused for, all of it, with files changed. */
function findings(fixture: string, ...edits: readonly Edit[]): readonly Diagnostic[] {
  const files = new Map<string, string>()
  for (const [short, from, to] of edits) {
    const name = short.includes('/') ? short : `fixtures/${fixture}/${short}`
    const text = files.get(name) ?? read(name)
    expect(text).toContain(from)
    files.set(
      name,
      text.replace(from, () => to)
    )
  }
  const bytes = (name: string) => {
    const text = files.get(name)
    return text === undefined ? disk.read(name) : new TextEncoder().encode(text)
  }
  const engine = createEngine({ ...disk, read: bytes }, { preparsed, lettering })
  try {
    const asked = {
      note: `fixtures/${fixture}/note.yaml`,
      registers: [`fixtures/${fixture}/register.yaml`],
      language: 'en'
    }
    prepare(engine, asked).stages.pdf()
    return []
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    return caught.diagnostics
  }
}

function errorsIn(fixture: string, ...edits: readonly Edit[]): readonly Diagnostic[] {
  return findings(fixture, ...edits).filter(each => each.severity === 'error')
}

/** Each error as `rule @ file: the line`. */
function places(found: readonly Diagnostic[]): string[] {
  return found
    .filter(each => each.severity === 'error')
    .map(({ rule, span }) => {
      if (!span) return `${rule} @ nowhere`
      const { source, start } = span
      return `${rule} @ ${source.name.replace(/^.*\//, '')}: ${lineOf(source, positionOf(source, start).line).trim()}`
    })
}

const OCCASION = 'templates/en/partials/occasion.hbs'

describe('a sentence that no piece of the note carries', () => {
  test('a place that the partial of inserts does not get is a slip in the template', () => {
    const [finding, ...more] = errorsIn('drafter-insertion', [
      OCCASION,
      'insert place="damage"',
      'insert plac="damage"'
    ])
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      rule: 'template/unknown-field',
      message: 'the partial `insert` does not ask for `plac`',
      hints: ['did you mean `place`?']
    })
  })

  test('the drafter’s sentence is missed when its place is misspelt', () => {
    expect(places(findings('drafter-insertion', [OCCASION, 'place="damage"', 'place="damge"']))).toEqual([
      'template/unprinted-insert @ note.yaml: text: { en: "The remains of the two members of the diplomatic staff were repatriated on 28\u00A0April 2026." }'
    ])
  })

  test('demands that the template leaves out', () => {
    expect(
      places(findings('drafter-insertion', ['templates/en/partials/demands.hbs', '{{> demand-list}}', 'justice']))
    ).toEqual(
      ['cease', 'punish', 'restitution', 'satisfaction'].map(
        () => 'template/unprinted @ note.yaml: demands: [cease, punish, restitution, satisfaction]'
      )
    )
  })

  test('prior incidents that are only counted, where they are not summarised', () => {
    const counted = '{{number (length group.incidents)}} of them.'
    const found = findings('kyiv-embassy-2025', [
      'templates/en/partials/recall.hbs',
      '{{#each group.incidents as |incident|}} {{> recalled incident}}{{/each}}',
      ` ${counted}`
    ])
    expect(new Set(found.filter(each => each.severity === 'error').map(each => each.rule))).toEqual(
      new Set(['template/unprinted'])
    )
    expect(found.some(each => /the template does not print the prior incident `/.test(each.message))).toBe(true)
    expect(found.every(each => each.severity !== 'error' || each.span?.source.name.endsWith('register.yaml'))).toBe(
      true
    )
  })

  test('an occasion that stands nowhere in the note', () => {
    const found = findings(
      'minimal',
      ['templates/en/protest.hbs', '{{> occasion}}', 'Something occurred.'],
      ['templates/en/partials/protest-act.hbs', '{{> conduct occasion}}', 'what occurred lately']
    )
    expect(found.map(each => each.message).join()).toContain('the template does not print the incident `')
  })
})

describe('what stages find is told together', () => {
  test('records, decisions, a template and its formulas', () => {
    const found = findings(
      'drafter-insertion',
      ['note.yaml', 'courtesy: none', 'courtesy: nonsense'],
      ['register.yaml', 'parties:', 'partys:'],
      [OCCASION, '{{> incident incident}}', '{{> incidnt incident}}'],
      ['templates/formulas/en.yaml', '{{name sender}} avails itself', '{{nam sender}} avails itself'],
      ['templates/en/title.hbs', '{{#if number}}', '{{#iff number}}'],
      ['templates/en/labels.hbs', '{{specimen}}', '{{specimn x}}']
    )
    const rules = new Set(found.map(each => `${each.rule} ${each.span?.source.name.replace(/^.*\//, '')}`))
    expect([...rules]).toEqual(
      expect.arrayContaining([
        'template/unknown-partial occasion.hbs',
        'template/unknown-helper en.yaml',
        'template/syntax title.hbs',
        'template/unknown-helper labels.hbs'
      ])
    )
    expect(found.some(each => each.span?.source.name.endsWith('note.yaml'))).toBe(true)
    expect(found.some(each => each.span?.source.name.endsWith('register.yaml'))).toBe(true)
  })

  test('a decision that is refused hides no slip in a template', () => {
    const found = findings(
      'drafter-insertion',
      ['note.yaml', 'demands: [cease,', 'demands: [protect,'],
      [OCCASION, '{{> facts incident}}', '{{> fact incident}}']
    )
    expect(found.filter(each => each.severity === 'error').map(each => each.rule)).toEqual([
      'template/unknown-partial',
      'NV034'
    ])
  })

  test('a value that is not there hides no slip in the markup, nor one in the title', () => {
    const found = findings(
      'minimal',
      ['templates/en/title.hbs', 'Note verbale', 'Note *verbale {{supersedes}}'],
      ['templates/en/partials/closing.hbs', '{{> (formula "closing" "full")}}', '*With {{inReplyTo}}'],
      ['templates/en/partials/legal.hbs', '{{#if (eq legal', 'by `code`\n{{#if (eq legal']
    )
    expect(places(found)).toEqual([
      expect.stringContaining('template/null @ title.hbs'),
      expect.stringContaining('template/null @ closing.hbs'),
      expect.stringContaining('markup/literal @ legal.hbs'),
      expect.stringContaining('markup/literal @ legal.hbs'),
      expect.stringContaining('markup/literal @ closing.hbs')
    ])
  })

  test('a later stage that refuses loses no warning of an earlier one', () => {
    const quiet = [
      'note.yaml',
      'demands: [cease, punish, restitution, satisfaction]\nreserve-rights: true',
      'demands: []\nreserve-rights: false'
    ] as const
    const found = findings('drafter-insertion', quiet, [OCCASION, '{{> facts incident}}', '`x`'])
    expect(found.map(each => `${each.severity} ${each.rule}`)).toEqual(
      expect.arrayContaining(['warning NV048', 'error markup/literal'])
    )
  })
})
