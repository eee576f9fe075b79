/** Templates of one name in two languages in; what only one of them can ever say, before any note exists, out. */
import type { Meanings } from '../dossier/meanings.ts'
import { once } from '../once.ts'
import { quoted } from '../records/checks/quoted.ts'
import type { Span } from '../source.ts'
import { filesOf, statementsIn, type Template, type TemplateFile } from '../template/template-file.ts'
import type { LanguageDifference } from './differs.ts'
import { isWithin } from './fields.ts'
import { follows, without } from './follows.ts'
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

type Told = Omit<LanguageDifference, 'lacks'>

/** What one of two sides says and the other does not. */
export function compareSides(one: Side, other: Side): LanguageDifference[] {
  const parts = [...new Set([...one.uses.keys(), ...other.uses.keys()])]
  return [[one, other] as const, [other, one] as const].flatMap(([here, there]) => {
    const steps = parts.map(part => stepOf(part, here, there))
    const told = [
      ...steps.flatMap(step => [...fieldsMissing(step), ...guardsMissing(step), ...wordsMissing(step)]),
      ...formulasTold(here, there),
      ...(here === one ? wordsAlike(here, there) : [])
    ]
    return told.map(each => ({ ...each, lacks: there.language }))
  })
}

/** A step of the note as two languages say it. */
interface Step {
  readonly part: string
  readonly here: string
  readonly there: string
  readonly mine: StepUses
  readonly theirs: StepUses
  /** Where the step begins in the other template. */
  readonly also: Span | undefined
}

const NOTHING: StepUses = { fields: new Map(), said: [] }

function stepOf(part: string, here: Side, there: Side): Step {
  const [mine = NOTHING, theirs = NOTHING] = [here, there].map(each => each.uses.get(part))
  return { part, here: here.language, there: there.language, mine, theirs, also: theirs.said[0]?.at }
}

/** What the other side never prints. */
function fieldsMissing({ part, here, there, mine, theirs, also }: Step): Told[] {
  return [...mine.fields].flatMap(([what, uses]) => {
    const at = uses[0]?.at
    if (!at || theirs.fields.has(what)) return []
    const where = commonOf(uses).map(each => each.says)
    const when = where.length === 0 ? '' : ` where ${where.join(' and ')}`
    const message = `\`${there}\` never prints \`${what}\` in \`${part}\`; \`${here}\` does${when}`
    return [{ rule: 'parity/template', part, what, message, at, also }]
  })
}

/** What this side prints under a condition alone, and the other without it. */
function guardsMissing({ part, here, there, mine, theirs }: Step): Told[] {
  return [...mine.fields].flatMap(([field, uses]) => {
    const others = theirs.fields.get(field) ?? []
    const free = without(guardsOf(field, uses), guardsOf(field, others)).filter(guard => !isAsked(guard, others))
    return free.flatMap(guard => {
      const at = (others.find(use => !follows(use.where, guard)) ?? others[0])?.at
      const message = `\`${here}\` prints \`${field}\` in \`${part}\` only where ${guard.says}; \`${there}\` does not ask for that`
      const what = `${field} if ${beside(field, guard)}`
      return at ? [{ rule: 'parity/condition', part, what, message, at, also: uses[0]?.at }] : []
    })
  })
}

/** Conditions because of which this side has words, and the other says nothing at all. */
function wordsMissing({ part, here, there, mine, theirs, also }: Step): Told[] {
  const known = theirs.said.flatMap(each => each.where)
  const found = new Map<string, Told>()
  for (const [at, uses] of byPlace(mine.said.filter(each => each.isWords)))
    for (const { key, says } of without(commonOf(uses), known).filter(each => each.holds && !each.any)) {
      const message = `\`${there}\` says nothing in \`${part}\` because ${says}; \`${here}\` does`
      once(found, key, () => ({ rule: 'parity/condition', part, what: key, message, at, also }))
    }
  return [...found.values()]
}

/** What holds wherever a field is printed; that it is there at all, or is no other word, goes without saying. */
function guardsOf(what: string, uses: readonly Use[]): Holding[] {
  const guards = commonOf(uses).filter(each => (each.holds ? !isWithin(what, each.key) : chooserOf(each) !== what))
  return [...guards, ...choicesOf(uses)]
}

/** Whether a condition holds at each of some uses, whatever else does. */
function isAsked(guard: Holding, uses: readonly Use[]): boolean {
  return uses.every(use => follows(use.where, guard))
}

/** What holds of all of some uses, each once. */
function commonOf(uses: readonly Use[]): Holding[] {
  const common = uses.flatMap(each => each.where).filter(each => isAsked(each, uses))
  return common.filter((each, index) => !follows(common.slice(0, index), each))
}

/** Where all uses stand in formulas that the dossier chooses: the keys that these are, where they are not all. */
function choicesOf(uses: readonly Use[]): Holding[] {
  const chosen = uses.map(use => use.where.filter(each => each.of !== undefined))
  return [...new Set(chosen.flat().map(chooserOf))].flatMap(chooser => {
    const each = chosen.map(use => use.filter(one => chooserOf(one) === chooser))
    const keys = [...new Set(each.flat().map(one => one.key))].sort()
    const says = keys.join(' or ')
    const isChoice = each.every(one => one.length > 0) && keys.length > 1 && keys.length < (each[0]?.[0]?.of ?? 0)
    return isChoice ? [{ key: says, holds: true, says }] : []
  })
}

/** The uses of each place: words that stand on both sides of a condition do not stand there because of it. */
function byPlace(uses: readonly Use[]): ReadonlyMap<Span, readonly Use[]> {
  const places = new Map<Span, Use[]>()
  for (const each of uses) once(places, each.at, () => []).push(each)
  return places
}

/** Lines of words that stand in both templates as they are: one of them was not translated. */
function wordsAlike(here: Side, there: Side): Told[] {
  const known = new Map(linesIn(here.template).map(each => [each.what, each.at]))
  return linesIn(there.template).flatMap(({ what, at }) => {
    const also = known.get(what)
    const message = `the words are the same in \`${here.language}\` and \`${there.language}\`: ${quoted(what)}`
    return also ? [{ rule: 'parity/untranslated', part: 'words', what, message, at, also }] : []
  })
}

/** Lines of words; what marks a part of the note is no language's. */
function linesIn(template: Template): { readonly what: string; readonly at: Span }[] {
  const texts = filesOf(template).flatMap(file => statementsIn(file.statements).filter(each => each.type === 'content'))
  const lines = texts.flatMap(({ text, at }) => text.split('\n').map(line => ({ what: line.trim(), at })))
  return lines.filter(({ what }) => !what.startsWith(':::') && /\p{L}{5}/u.test(what))
}

/** Formulas of a group that this side tells apart and the other says in the same words. */
function formulasTold(here: Side, there: Side): Told[] {
  return [...here.template.formulas].flatMap(([group, texts]) => {
    const others = there.template.formulas.get(group)
    const firsts = new Map<string, string>()
    return [...texts].flatMap(([key, text]) => {
      const other = others?.get(key)
      const at = other?.statements[0]?.at
      if (!at) return []
      const first = once(firsts, wordsOf(other), () => key)
      if (wordsOf(texts.get(first)) === wordsOf(text)) return []
      const message = `\`${there.language}\` says \`${group}/${key}\` in the words of \`${group}/${first}\`; \`${here.language}\` tells them apart`
      return [{ rule: 'parity/formula', part: 'formulas', what: group, message, at }]
    })
  })
}

function wordsOf(file: TemplateFile | undefined): string {
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
