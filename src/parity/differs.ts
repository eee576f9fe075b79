/** Differences between two languages in; findings of those that neither language says are on purpose out. */
import { type Diagnostic, distinct, error, type Severity, warning } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import type { Origin } from '../fact.ts'
import { readShape } from '../records/read.ts'
import type { CheckedFile } from '../records/validate.ts'
import { nameOf, type Span } from '../source.ts'
import { child, placeOf } from '../value.ts'
import { isCalled } from './fields.ts'
import { type Differs, differsSchema } from './schema.ts'

/** What one language says and another does not. */
export interface LanguageDifference {
  readonly rule: string
  readonly part: string
  readonly what: string
  readonly message: string
  /** The template line that says it, or that says it otherwise. */
  readonly at: Span
  /** The language that does not say it. */
  readonly lacks: string
  /** The line of the other template that says it, or where that step of the note begins there. */
  readonly also?: Span | undefined
  readonly origin?: Origin | undefined
}

/** A file that says what its language says otherwise on purpose. */
export type Purposes = CheckedFile<Differs>

/** The files of some languages; a language that says nothing otherwise has none. */
export function purposesOf({ world, records }: Engine, languages: readonly string[]): Purposes[] {
  const names = languages.map(language => `templates/${language}/differs.yaml`)
  return names.filter(name => world.read(name) !== null).map(name => readShape(records, name, differsSchema))
}

/** What is left, and by name which entries excused something: `templates/ru/differs.yaml/differs/0`. */
export interface ParityFindings {
  readonly findings: readonly Diagnostic[]
  readonly excused: readonly string[]
}

/** Several judgements as one. */
export function together(judged: readonly ParityFindings[]): ParityFindings {
  return { findings: distinct(judged.flatMap(each => each.findings)), excused: judged.flatMap(each => each.excused) }
}

/** Sets aside what one of the two languages says is on purpose. */
export function judge(
  differences: readonly LanguageDifference[],
  purposes: readonly Purposes[],
  severity: Severity
): ParityFindings {
  const entries = purposes.flatMap(entriesOf)
  return together(
    differences.map(difference => {
      const meant = entries.filter(each => isMeant(each, difference)).map(each => each.key)
      return { findings: meant.length > 0 ? [] : [findingOf(difference, severity)], excused: meant }
    })
  )
}

type Entry = Differs['differs'][number] & { readonly key: string; readonly index: number }

function entriesOf({ value, loaded }: Purposes): Entry[] {
  const { name } = loaded.whole.source
  return (value?.differs ?? []).map((each, index) => ({ ...each, index, key: `${name}/differs/${index}` }))
}

function isMeant(entry: Entry, { part, what }: LanguageDifference): boolean {
  return (entry.part === null || entry.part === part) && isCalled(what, entry.what)
}

function findingOf(difference: LanguageDifference, severity: Severity): Diagnostic {
  const { rule, message, at, lacks, also, origin, part, what } = difference
  const hints = [
    also ? `the other language speaks of this in ${nameOf(also)}` : `say it in \`templates/${lacks}/\`, too`,
    `or write in \`templates/${lacks}/differs.yaml\` why it differs: \`{ part: ${part}, what: ${what}, reason, confirmed }\``
  ]
  const finding = { rule, message, span: at, hints, ...(origin === undefined ? {} : { origin }) }
  return severity === 'error' ? error(finding) : warning(finding)
}

/** What is wrong with the files themselves, and entries that excuse nothing. */
export function purposeFindings(purposes: readonly Purposes[], excused: ReadonlySet<string>): Diagnostic[] {
  return purposes.flatMap(each => [
    ...each.findings,
    ...entriesOf(each).flatMap(({ key, index, part, what }) => {
      if (excused.has(key)) return []
      const message = `the languages do not differ in \`${what}\`${part === null ? '' : ` of \`${part}\``}`
      const pointer = child('/differs', index)
      const [span, hints] = [placeOf(each.loaded, pointer), ['take the entry out']]
      return [warning({ rule: 'parity/unused', message, span, pointer, hints })]
    })
  ])
}
