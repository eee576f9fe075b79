/** Differences between two languages in; findings of those that neither language says are on purpose out. */
import { attempt, type Diagnostic, error, type Severity, warning } from '../diagnostic.ts'
import type { Origin } from '../fact.ts'
import { load } from '../load/load.ts'
import { type CheckedFile, validateShape } from '../records/validate.ts'
import { positionOf, type Span } from '../source.ts'
import { child, placeOf } from '../value.ts'
import { readSource, type World } from '../world.ts'
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
  readonly origin?: Origin
}

/** What a language says otherwise on purpose. */
export interface Purposes {
  readonly file: CheckedFile<Differs> | null
  readonly name: string
}

export function purposesOf(world: World, language: string): Purposes {
  const name = `templates/${language}/differs.yaml`
  const source = readSource(world, name)
  if (!source) return { file: null, name }
  const { value, findings } = attempt(() => validateShape(differsSchema, load(source)))
  const whole = { source, start: 0, end: 0 }
  const unread = { loaded: { value: null, whole, places: new Map(), scalars: new Map() }, value: null, findings }
  return { file: value ?? unread, name }
}

/** What is left, and by name which entries excused something: `templates/ru/differs.yaml/differs/0`. */
export interface ParityFindings {
  readonly findings: readonly Diagnostic[]
  readonly excused: readonly string[]
}

/** Sets aside what one of the two languages says is on purpose. */
export function judge(
  differences: readonly LanguageDifference[],
  purposes: readonly Purposes[],
  severity: Severity
): ParityFindings {
  const excused = new Set<string>()
  const findings: Diagnostic[] = []
  for (const each of differences) {
    const keys = purposes.flatMap(purpose => keysFor(purpose, each))
    for (const key of keys) excused.add(key)
    if (keys.length === 0) findings.push(findingOf(each, severity))
  }
  return { findings, excused: [...excused] }
}

function keysFor({ file, name }: Purposes, { part, what }: LanguageDifference): string[] {
  const entries = file?.value?.differs ?? []
  return entries.flatMap((each, index) => {
    const isMeant = (each.part === null || each.part === part) && isCalled(what, each.what)
    return isMeant ? [entryKey(name, index)] : []
  })
}

function entryKey(name: string, index: number): string {
  return `${name}/differs/${index}`
}

function findingOf(
  { rule, message, at, lacks, also, origin, part, what }: LanguageDifference,
  severity: Severity
): Diagnostic {
  const hints = [
    also ? `the other language speaks of this in ${placeName(also)}` : `say it in \`templates/${lacks}/\`, too`,
    `or write in \`templates/${lacks}/differs.yaml\` why it differs: \`{ part: ${part}, what: ${what}, reason, confirmed }\``
  ]
  const finding = { rule, message, span: at, hints, ...(origin === undefined ? {} : { origin }) }
  return severity === 'error' ? error(finding) : warning(finding)
}

function placeName({ source, start }: Span): string {
  const { line, column } = positionOf(source, start)
  return `${source.name}:${line}:${column}`
}

/** What is wrong with the files themselves, and entries that excuse nothing. */
export function purposeFindings(purposes: readonly Purposes[], excused: ReadonlySet<string>): Diagnostic[] {
  return purposes.flatMap(({ file, name }) => {
    if (!file) return []
    const unused = (file.value?.differs ?? []).flatMap((each, index) => {
      if (excused.has(entryKey(name, index))) return []
      const message = `the languages do not differ in \`${each.what}\`${each.part === null ? '' : ` of \`${each.part}\``}`
      const pointer = child('/differs', index)
      const hints = ['take the entry out']
      return [warning({ rule: 'parity/unused', message, span: placeOf(file.loaded, pointer), pointer, hints })]
    })
    return [...file.findings, ...unused]
  })
}
