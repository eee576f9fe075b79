/** Templates of one name in two languages in; what only one of them can ever say, before any note exists, out. */
import type { Meanings } from '../dossier/meanings.ts'
import { quoted } from '../records/checks/quoted.ts'
import type { Span } from '../source.ts'
import { filesOf, statementsIn, type Template, type TemplateFile } from '../template/template-file.ts'
import type { LanguageDifference } from './differs.ts'
import { isWithin } from './fields.ts'
import type { Holding } from './referents.ts'
import { type StepUses, type Use, usesOf } from './uses.ts'

/** A template of a name with all that it can say. */
interface Side {
  readonly language: string
  readonly template: Template
  readonly uses: ReadonlyMap<string, StepUses>
}

export function sideOf(name: string, template: Template, meanings: Meanings): Side {
  return { language: template.language.tag, template, uses: usesOf(template, name, meanings) }
}

/** What one of two sides says and the other does not. */
export function compareSides(one: Side, other: Side): LanguageDifference[] {
  const parts = [...new Set([...one.uses.keys(), ...other.uses.keys()])]
  return [[one, other] as const, [other, one] as const].flatMap(([here, there], index) => [
    ...parts.flatMap(part => COMPARISONS.flatMap(compare => compare(stepOf(part, here, there)))),
    ...formulasTold(here, there),
    ...(index === 0 ? wordsAlike(here, there) : [])
  ])
}

/** A step of the note as two languages say it. */
interface Step {
  readonly part: string
  readonly here: string
  readonly there: string
  readonly mine: StepUses
  readonly theirs: StepUses
}

const COMPARISONS: readonly ((step: Step) => LanguageDifference[])[] = [fieldsMissing, guardsMissing, wordsMissing]
const NOTHING: StepUses = { fields: new Map(), words: [], said: [] }

function stepOf(part: string, here: Side, there: Side): Step {
  const [mine = NOTHING, theirs = NOTHING] = [here, there].map(each => each.uses.get(part))
  return { part, here: here.language, there: there.language, mine, theirs }
}

/** What the other side never prints. */
function fieldsMissing({ part, here, there, mine, theirs }: Step): LanguageDifference[] {
  return [...mine.fields].flatMap(([what, uses]) => {
    const [first] = uses
    if (!first || theirs.fields.has(what)) return []
    const where = commonOf(uses).map(each => each.says)
    const when = where.length === 0 ? '' : ` where ${where.join(' and ')}`
    const message = `\`${there}\` never prints \`${what}\` in \`${part}\`; \`${here}\` does${when}`
    return [{ rule: 'parity/template', part, what, message, at: first.at, lacks: there, also: theirs.said[0]?.at }]
  })
}

/** What this side prints under a condition alone, and the other without it. */
function guardsMissing({ part, here, there, mine, theirs }: Step): LanguageDifference[] {
  return [...mine.fields].flatMap(([what, uses]) => {
    const others = theirs.fields.get(what) ?? []
    const known = guardsOf(what, others)
    const free = guardsOf(what, uses).filter(each => !known.some(one => same(one, each)))
    return free.flatMap(guard => {
      const at = (others.find(use => !use.where.some(each => same(each, guard))) ?? others[0])?.at
      const message = `\`${here}\` prints \`${what}\` in \`${part}\` only where ${guard.says}; \`${there}\` does not ask for that`
      const called = `${what} if ${beside(what, guard)}`
      return at ? [{ rule: 'parity/condition', part, what: called, message, at, lacks: there, also: uses[0]?.at }] : []
    })
  })
}

/** Conditions because of which this side has words, and the other says nothing at all. */
function wordsMissing({ part, here, there, mine, theirs }: Step): LanguageDifference[] {
  const known = theirs.said.flatMap(each => each.where)
  const found = new Map<string, LanguageDifference>()
  for (const [at, uses] of byPlace(mine.words))
    for (const each of commonOf(uses)) {
      if (!each.holds || each.joint || found.has(each.key) || known.some(one => same(one, each))) continue
      const message = `\`${there}\` says nothing in \`${part}\` because ${each.says}; \`${here}\` does`
      const also = theirs.said[0]?.at
      found.set(each.key, { rule: 'parity/condition', part, what: each.key, message, at, lacks: there, also })
    }
  return [...found.values()]
}

/** What holds wherever a field is printed; that it is there at all, or is no other word, goes without saying. */
function guardsOf(what: string, uses: readonly Use[]): Holding[] {
  const guards = commonOf(uses).filter(each => (each.holds ? !isWithin(what, each.key) : chooserOf(each) !== what))
  return [...guards, ...choicesOf(uses)]
}

/** What holds of all of some uses, each once. */
function commonOf([first, ...rest]: readonly Use[]): Holding[] {
  const common = first?.where.filter(each => rest.every(use => use.where.some(one => same(one, each)))) ?? []
  return common.filter((each, index) => common.findIndex(one => same(one, each)) === index)
}

/** Where all uses stand in formulas that the dossier chooses: the keys that these are, where they are not all. */
function choicesOf(uses: readonly Use[]): Holding[] {
  const chosen = uses.map(use => use.where.filter(each => each.keys))
  const choosers = [...new Set(chosen.flat().map(chooserOf))]
  return choosers.flatMap(chooser => {
    const each = chosen.map(use => use.filter(one => chooserOf(one) === chooser))
    const keys = [...new Set(each.flat().map(one => one.key))].sort()
    const all = each[0]?.[0]?.keys?.length ?? 0
    const says = keys.join(' or ')
    return each.some(one => one.length === 0) || keys.length >= all || keys.length === 1
      ? []
      : [{ key: says, holds: true, says }]
  })
}

/** The uses of each place: words that stand on both sides of a condition do not stand there because of it. */
function byPlace(uses: readonly Use[]): ReadonlyMap<Span, readonly Use[]> {
  const places = new Map<Span, Use[]>()
  for (const each of uses) places.set(each.at, [...(places.get(each.at) ?? []), each])
  return places
}

/** Lines of words that stand in both templates as they are: one of them was not translated. */
function wordsAlike(here: Side, there: Side): LanguageDifference[] {
  const known = new Map(linesIn(here.template).map(each => [each.text, each.at]))
  return linesIn(there.template).flatMap(({ text, at }) => {
    const also = known.get(text)
    const message = `the words are the same in \`${here.language}\` and \`${there.language}\`: ${quoted(text)}`
    const found = { rule: 'parity/untranslated', part: 'words', what: text, message, at, lacks: there.language, also }
    return also ? [found] : []
  })
}

/** Lines of words; what marks a part of the note is no language's. */
function linesIn(template: Template): { readonly text: string; readonly at: Span }[] {
  return filesOf(template)
    .flatMap(file => statementsIn(file.statements))
    .flatMap(each => (each.type === 'content' ? each.text.split('\n').map(text => ({ text, at: each.at })) : []))
    .filter(each => !each.text.startsWith(':::') && /\p{L}{5}/u.test(each.text))
    .map(({ text, at }) => ({ text: text.trim(), at }))
}

/** Formulas of a group that this side tells apart and the other says in the same words. */
function formulasTold(here: Side, there: Side): LanguageDifference[] {
  return [...here.template.formulas].flatMap(([group, texts]) => {
    const others = there.template.formulas.get(group) ?? new Map<string, TemplateFile>()
    const shared = [...texts].filter(([key]) => others.has(key))
    return shared.flatMap(([key, text], index) => {
      const twin = shared.slice(0, index).find(each => textOf(others.get(each[0])) === textOf(others.get(key)))
      const at = others.get(key)?.statements[0]?.at
      if (!twin || !at || textOf(twin[1]) === textOf(text)) return []
      const message = `\`${there.language}\` says \`${group}/${key}\` in the words of \`${group}/${twin[0]}\`; \`${here.language}\` tells them apart`
      return [{ rule: 'parity/formula', part: 'formulas', what: group, message, at, lacks: there.language }]
    })
  })
}

function textOf(file: TemplateFile | undefined): string {
  const [first, last] = [file?.statements[0], file?.statements.at(-1)]
  return first && last ? first.at.source.text.slice(first.at.start, last.at.end) : ''
}

/** A condition as it reads beside a field of the same record: `not event`. */
function beside(field: string, { key, holds }: Holding): string {
  const record = field.slice(0, field.lastIndexOf('.') + 1)
  return `${holds ? '' : 'not '}${record === '' ? key : key.replaceAll(record, '')}`
}

function chooserOf({ key }: Holding): string {
  return key.slice(0, key.indexOf(' = '))
}

function same(one: Holding, other: Holding): boolean {
  return one.key === other.key && one.holds === other.holds
}
