/** Findings in; what of them counts in this workspace, on this day and beside what was known before, out. */
import { attempt, type Diagnostic, didYouMean, error, type Severity, warning } from '../diagnostic.ts'
import { RULES } from '../form/rules/index.ts'
import type { Judged } from '../form/rules/rule.ts'
import { dayNumber } from '../languages/edtf.ts'
import type { Baseline } from '../records/baseline.ts'
import { fieldsOf, partsAt, valueAt } from '../records/checks/parts.ts'
import {
  type Exception,
  matchesName,
  type ReadSettings,
  readSettings,
  SETTING_SEVERITIES,
  type Settings
} from '../records/settings.ts'
import { lineOf, positionOf } from '../source.ts'
import { child, type Json, type Pointer, placeOf, type SourcePlace } from '../value.ts'
import type { World } from '../world.ts'
import { newSince } from './baseline.ts'
import { CODES } from './codes.ts'

type Severities = ReadonlyMap<string, Severity | 'off'>

/** What the command line says of findings. */
export interface Counting {
  /** A day: 2026-11-14. */
  readonly today: string
  /** Severities by code, over those of the workspace. */
  readonly severities: Severities
  /** What was known before and does not count again; null where everything does. */
  readonly baseline: Baseline | null
}

/** The findings that count, and how many do not: the workspace excepts them, does not ask for them, or knew them before. */
export interface Counted {
  readonly findings: readonly Diagnostic[]
  readonly excepted: number
  readonly off: number
  readonly known: number
}

/** What fails a check although nothing that was found is an error. */
export type Gates = NonNullable<Settings['gates']>

/** The settings of a world, as far as they can be read. */
export function settingsOf(world: World): ReadSettings {
  const read = attempt(() => readSettings(world))
  return read.value ?? { value: null, loaded: null, findings: read.findings }
}

/** What counts: the severities and exceptions of the workspace first, then those of the command line, then the baseline. */
export function counted(
  found: readonly Diagnostic[],
  settings: ReadSettings,
  { today, severities, baseline }: Counting
): Counted {
  const applied = applySettings(found, settings, today)
  const all = [...applied.findings, ...settingsFindings(found, settings, today)]
  const graded = gradedBy(severities, all)
  const findings = baseline ? newSince(graded, baseline) : graded
  const off = applied.off + all.length - graded.length
  return { findings, excepted: applied.excepted, off, known: graded.length - findings.length }
}

/** How many days before its end an exception is told. */
const NOTICE = 14

/**
 * Gives each finding the severity that the settings say and takes out what they except. `today` is a day (2026-11-14).
 * What is wrong with the settings themselves is told by `settingsFindings`.
 */
export function applySettings(
  all: readonly Diagnostic[],
  { value }: ReadSettings,
  today: string
): Omit<Counted, 'known'> {
  const graded = gradedBy(severitiesIn(value), all)
  const standing = (value?.exceptions ?? []).filter(each => !isFixed(each.rule))
  const findings = graded.flatMap(finding => {
    const exception = standing.find(each => fits(each, finding))
    if (!exception) return [finding]
    return exception.until < today ? [ended(finding, exception)] : []
  })
  return { findings, excepted: graded.length - findings.length, off: all.length - graded.length }
}

/** The places of the settings that take out some of these findings: rules that are off, and exceptions that have not ended. */
export function settingsInForce(
  all: readonly Diagnostic[],
  { value }: ReadSettings,
  today: string
): ReadonlySet<Pointer> {
  const severities = severitiesIn(value)
  const off = all.flatMap(({ rule }) => (severities.get(rule) === 'off' ? [child('/rules', rule)] : []))
  const graded = gradedBy(severities, all)
  const used = graded.flatMap(finding => {
    const index = (value?.exceptions ?? []).findIndex(each => !isFixed(each.rule) && fits(each, finding))
    const until = value?.exceptions?.[index]?.until
    return until === undefined || until < today ? [] : [`/exceptions/${index}`]
  })
  return new Set([...off, ...used])
}

/**
 * What is wrong with the settings, once everything in the workspace was looked at: what `settingErrors` finds, and
 * exceptions that nothing needs or that end soon.
 */
export function settingsFindings(all: readonly Diagnostic[], settings: ReadSettings, today: string): Diagnostic[] {
  const graded = gradedBy(severitiesIn(settings.value), all)
  const exceptions = (settings.value?.exceptions ?? []).flatMap((exception, index) => {
    if (isFixed(exception.rule) || !CODES.has(exception.rule)) return []
    return standingFindings(exception, graded, today).map(({ key, ...finding }) => {
      return warning({ ...finding, ...placeIn(settings, `/exceptions/${index}/${key}`) })
    })
  })
  return [...settingErrors(settings), ...exceptions]
}

/**
 * Rules that nobody knows, and settings that would hide a fact, or a legal position without who takes it; told whatever
 * else is wrong with the file.
 */
export function settingErrors(settings: ReadSettings): Diagnostic[] {
  const value = settings.loaded?.value ?? null
  const rules = fieldsOf(valueAt(value, 'rules')).map(([rule, severity]) => {
    return { rule, pointer: child('/rules', rule), part: 'key' as const, isRefused: lowers(rule, severity) }
  })
  const excepted = partsAt(value, '/exceptions/*/rule').flatMap(({ pointer, value: rule }) => {
    return typeof rule === 'string' ? [{ rule, pointer, part: 'value' as const, isRefused: isFixed(rule) }] : []
  })
  return [...rules, ...excepted].flatMap(({ rule, pointer, part, isRefused }) => {
    if (settings.findings.some(each => each.pointer === pointer)) return []
    const wrong = isRefused ? fixed(rule) : CODES.has(rule) ? null : unknown(rule)
    return wrong ? [error({ ...wrong, ...placeIn(settings, pointer, part) })] : []
  })
}

function placeIn({ loaded }: ReadSettings, pointer: Pointer, part: keyof SourcePlace = 'value') {
  return { span: loaded && (loaded.places.get(pointer)?.[part] ?? placeOf(loaded, pointer)), pointer }
}

/** The severities that the settings give; those that would let through what is a fact or law are none. */
function severitiesIn(settings: Settings | null): Severities {
  return new Map(Object.entries(settings?.rules ?? {}).filter(([rule, severity]) => !lowers(rule, severity)))
}

/** The findings with their severities, without those of rules that are off. */
function gradedBy(severities: Severities, all: readonly Diagnostic[]): readonly Diagnostic[] {
  return all.flatMap(finding => {
    const severity = severities.get(finding.rule) ?? finding.severity
    return severity === 'off' ? [] : [severity === finding.severity ? finding : { ...finding, severity }]
  })
}

/** What no setting makes lighter besides facts and law: values that may not leave the house would. */
const GUARDS: readonly string[] = ['template/restricted']

/** Whether nobody can except a rule: it is a fact, or a position of law, which a request takes by name and reason. */
function isFixed(rule: string): boolean {
  return (judgedBy(rule) ?? 'form') !== 'form' || GUARDS.includes(rule)
}

/** What a rule judges; nothing for a code that no form rule has. */
export function judgedBy(rule: string): Judged | undefined {
  return RULES.find(each => each.id === rule)?.judges
}

/** Whether a severity, if it is one, would let through what is a fact or law. */
export function lowers(id: string, severity: Json): boolean {
  const own = RULES.find(each => each.id === id)?.severity ?? 'error'
  const lighter = SETTING_SEVERITIES.slice(0, SETTING_SEVERITIES.indexOf(own))
  return isFixed(id) && lighter.some(each => each === severity)
}

/** Whether an exception means a finding: by its rule, and by its file, or words of it, where these are said. */
function fits({ rule, in: where, match }: Exception, { rule: own, span, message }: Diagnostic): boolean {
  if (rule !== own || (where !== undefined && !matchesName(where, span?.source.name ?? ''))) return false
  const line = span ? lineOf(span.source, positionOf(span.source, span.start).line) : ''
  return match === undefined || message.includes(match) || line.includes(match)
}

/** A finding whose exception has ended counts again, and says so. */
function ended(finding: Diagnostic, { until, reason }: Exception): Diagnostic {
  return { ...finding, hints: [...finding.hints, `an exception for it ended on ${until}: ${reason}`] }
}

type Wrong = Pick<Diagnostic, 'rule' | 'message' | 'hints'>

function unknown(rule: string): Wrong {
  const hints = didYouMean(rule, CODES.keys())
  return { rule: 'settings/unknown-rule', message: `there is no rule \`${rule}\``, hints }
}

function fixed(rule: string): Wrong {
  const [why, hint] = judgedBy(rule) === 'law' ? REFUSALS.law : REFUSALS.facts
  return { rule: 'settings/not-excepted', message: `\`${rule}\` ${why}`, hints: [hint] }
}

const REFUSALS = {
  facts: ['checks facts, which allow no exceptions', 'correct the record or the template'],
  law: [
    'is a question of law; only a request can take a position against it',
    'write in the request: `override: [{ rule, authority, reason }]`'
  ]
} as const

/** What is to be said of an exception that may be made: that it is for nothing, or near its end. */
function standingFindings(
  exception: Exception,
  findings: readonly Diagnostic[],
  today: string
): (Wrong & { readonly key: keyof Exception })[] {
  const { rule, until } = exception
  if (!findings.some(each => fits(exception, each))) {
    const message = `the exception from \`${rule}\` is not needed`
    return [{ rule: 'settings/unused-exception', message, hints: ['take it out'], key: 'rule' }]
  }
  const left = numberOf(until) - numberOf(today)
  if (left < 0 || left > NOTICE) return []
  const message = `the exception from \`${rule}\` ends on ${until}, ${daysFrom(left)}`
  return [
    { rule: 'settings/exception-ends', message, hints: ['correct what it excepts, or set a later date'], key: 'until' }
  ]
}

function daysFrom(days: number): string {
  if (days === 0) return 'which is today'
  return days === 1 ? 'which is tomorrow' : `in ${days} days`
}

/** The number of a day. */
function numberOf(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return dayNumber(year, month, date)
}
