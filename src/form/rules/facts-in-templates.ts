/** NV040: the words of templates in; facts in them that stand in no field out. */
import { pattern } from '../../languages/pattern.ts'
import { once } from '../../once.ts'
import { wordingTexts } from '../../records/fields.ts'
import type { Span } from '../../source.ts'
import type { Expression, TemplateStatement } from '../../template/syntax.ts'
import { filesOf, type Template } from '../../template/template-file.ts'
import { anyOf } from '../find.ts'
import { namesIn } from '../names.ts'
import { inRequest, type Note } from '../note.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV040: RuleCheck = note => [...literalFaults(note), ...unsourced(note)]

/** Every literal fact in the note's templates, in every branch. */
function literalFaults(note: Note): RuleFault[] {
  const { main, title, labels } = note.templates
  const named: FactPattern = { what: 'a name', pattern: anyOf(namesOf(note)) }
  // partials are shared
  const texts = new Map<string, Stated>()
  for (const each of [main, title, labels].flatMap(template => textsOf(template, note)))
    once(texts, `${each.at.source.name}:${each.at.start}`, () => each)
  return [...texts.values()].flatMap(text => factsIn(text, matchesOf(named, text)))
}

/** A fact in the words of a template. */
interface Fact {
  readonly what: string
  readonly start: number
  readonly text: string
}

interface Words {
  readonly text: string
  readonly at: Span
}

interface Stated extends Words {
  /** What is a fact whatever the records are: digits, months, numbers in words. */
  readonly facts: readonly Fact[]
}

const textsOfTemplates = new WeakMap<Template, readonly Stated[]>()

/** The texts of a template: what stands between tags, and what is printed as an argument. */
function textsOf(template: Template, note: Note): readonly Stated[] {
  return once(textsOfTemplates, template, () => {
    const patterns: readonly FactPattern[] = [
      { what: 'a number', pattern: /(?<!SHA-\d*)\d+/gu },
      { what: 'a month', pattern: pattern('gu')`(?<!\p{L})${note.words.months}(?!\p{L})` },
      { what: 'a number', pattern: note.words.numberWords }
    ]
    const words = filesOf(template).flatMap(each => each.statements.flatMap(wordsIn))
    return words.map(each => ({ ...each, facts: patterns.flatMap(one => matchesOf(one, each)) }))
  })
}

function matchesOf({ what, pattern }: FactPattern, { text }: Words): Fact[] {
  return [...text.matchAll(pattern)].map(match => ({ what, start: match.index, text: match[0] }))
}

function wordsIn(statement: TemplateStatement): Words[] {
  switch (statement.type) {
    case 'content':
      return [{ text: statement.text, at: statement.at }]
    case 'print':
      return literalsIn(statement.value)
    case 'block':
      return [...statement.body, ...(statement.inverse ?? [])].flatMap(wordsIn)
    case 'include':
      return []
  }
}

/** Texts among arguments: words that a helper may print. */
function literalsIn(expression: Expression): Words[] {
  if (expression.type === 'call') return expression.args.flatMap(literalsIn)
  if (expression.type !== 'literal' || typeof expression.value !== 'string') return []
  const at = expression.inner ?? expression.at
  return [{ text: expression.value, at }]
}

interface FactPattern {
  readonly what: string
  readonly pattern: RegExp
}

function factsIn({ text, at, facts }: Stated, names: readonly Fact[]): RuleFault[] {
  const inOrder = [...facts, ...names].sort((a, b) => a.start - b.start)
  // "12 March" is one fact: what stands beside a fact is told with it
  const apart = inOrder.filter((fact, index) => {
    const before = inOrder[index - 1]
    return !before || text.slice(before.start + before.text.length, fact.start).trim() !== ''
  })
  return apart.map(({ what, text: said, start }) => ({
    message: `\`${said}\` is ${what} in the words of a template, but no record supports it`,
    at: { span: { ...at, start: at.start + start, end: at.start + start + said.length } },
    hints: ['print the field that holds it']
  }))
}

/** The names of parties, facilities and places that the note's records know, longest first; not what is a common noun. */
function namesOf({ dossier, records: { register }, document: { language } }: Note): string[] {
  const known = [...Object.values(register.parties), ...Object.values(register.facilities)]
  const names = known.flatMap(each => [...writtenForms(each.names[language] ?? {}), each.city?.[language] ?? ''])
  const made = namesIn(dossier).flatMap(each => Object.values(each.forms))
  const places = Object.values(register.incidents).flatMap(each => [
    ...wordingTexts(each.place?.[language]),
    ...wordingTexts(each.means?.designation?.[language])
  ])
  const all = new Set(
    [...names, ...made, ...places, dossier.place].filter(each => each.length > 2 && /\p{Lu}/u.test(each))
  )
  return [...all].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

/** The forms that a record writes itself; `noun` says of what its language makes them. */
function writtenForms({ noun: _, ...forms }: Readonly<Record<string, string>>): string[] {
  return Object.values(forms)
}

/** The drafter's own sentences for which no source is named: asked about, not held against him. */
function unsourced(note: Note): RuleFault[] {
  return (note.records.request.insert ?? []).flatMap(({ source }, index) => {
    if (source !== null) return []
    const message = 'what is the source of this sentence of the drafter?'
    return [{ message, at: inRequest(note, `/insert/${index}/text`), severity: 'information' as const }]
  })
}
