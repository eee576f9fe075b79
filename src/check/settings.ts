/** Findings and the settings of a workspace in; the findings as that workspace counts them, and what was excepted, out. */
import { type Diagnostic, didYouMean, error, type Severity, warning } from '../diagnostic.ts'
import { RULES } from '../form/rules/index.ts'
import type { Judged } from '../form/rules/rule.ts'
import { dayNumber } from '../languages/edtf.ts'
import { type PatternSource, pattern, patternSource } from '../languages/pattern.ts'
import type { Exception, ReadSettings, Settings } from '../records/settings.ts'
import { lineOf, positionOf } from '../source.ts'
import { child, type Loaded, placeOf } from '../value.ts'
import { CODES } from './codes.ts'

/** A finding that does not count for now, and why. */
interface Excepted {
  readonly finding: Diagnostic
  readonly exception: Exception
}

/** The findings of a check as they count. */
export interface Applied {
  readonly findings: readonly Diagnostic[]
  readonly excepted: readonly Excepted[]
  /** How many findings were left out because their rule is off, by its code. */
  readonly off: ReadonlyMap<string, number>
}

/** How many days before its end an exception is told. */
const NOTICE = 14

/**
 * Gives each finding the severity that the settings say and takes out what they except. `today` is a day (2026-11-14).
 * What is wrong with the settings themselves is told by `settingsFindings`.
 */
export function applySettings(all: readonly Diagnostic[], { value }: ReadSettings, today: string): Applied {
  if (value === null) return { findings: all, excepted: [], off: new Map() }
  const off = new Map<string, number>()
  const standing = (value.exceptions ?? []).filter(each => !isFixed(each.rule))
  const excepted: Excepted[] = []
  const findings = gradedIn(value, all, off).flatMap(finding => {
    const exception = standing.find(each => fits(each, finding))
    if (!exception) return [finding]
    if (exception.until < today) return [ended(finding, exception)]
    excepted.push({ finding, exception })
    return []
  })
  return { findings, excepted, off }
}

/**
 * What is wrong with the settings, once everything in the workspace was looked at: settings that would hide a fact, or a
 * legal position without who takes it, are errors; an exception that nothing needed is told.
 */
export function settingsFindings(
  all: readonly Diagnostic[],
  { value, loaded }: ReadSettings,
  today: string
): Diagnostic[] {
  if (value === null || loaded === null) return []
  const graded = gradedIn(value, all, new Map())
  const entries = (value.exceptions ?? []).map((exception, index) => ({ exception, index }))
  return [...ruleFindings(value, loaded), ...entries.flatMap(each => exceptionFindings(each, loaded, graded, today))]
}

function gradedIn(settings: Settings, all: readonly Diagnostic[], off: Map<string, number>): Diagnostic[] {
  return all.flatMap(each => inWorkspace(each, settings, off))
}

/** The finding with its severity; none where its rule is off. */
function inWorkspace(finding: Diagnostic, { rules = {} }: Settings, off: Map<string, number>): Diagnostic[] {
  const severity = Object.hasOwn(rules, finding.rule) ? rules[finding.rule] : undefined
  if (severity === undefined || lowers(finding.rule, severity)) return [finding]
  if (severity !== 'off') return [{ ...finding, severity }]
  off.set(finding.rule, (off.get(finding.rule) ?? 0) + 1)
  return []
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

const GRAVITY: readonly ('off' | Severity)[] = ['off', 'information', 'warning', 'error']

/** Whether a severity would let through what is a fact or law. */
export function lowers(id: string, severity: 'off' | Severity): boolean {
  if (!isFixed(id)) return false
  const own = RULES.find(each => each.id === id)?.severity ?? 'error'
  return GRAVITY.indexOf(severity) < GRAVITY.indexOf(own)
}

/** Whether a finding is one of those that are meant. */
export function fits({ rule, in: where, match }: Meant, finding: Diagnostic): boolean {
  if (rule !== finding.rule) return false
  if (where !== undefined && !matchesName(where, finding.span?.source.name ?? '')) return false
  return match === undefined || finding.message.includes(match) || lineAt(finding).includes(match)
}

/** Findings by their rule, and by their files, or words of them, where these are said. */
type Meant = Pick<Exception, 'rule' | 'in' | 'match'>

function lineAt({ span }: Diagnostic): string {
  return span ? lineOf(span.source, positionOf(span.source, span.start).line) : ''
}

/** `*` stands for anything but a slash, `**` for anything at all, `?` for one character. */
function matchesName(wanted: string, name: string): boolean {
  const parts = wanted.split(/(\*\*\/|\*\*|\*|\?)/).map(part => WILD[part] ?? part)
  const whole = parts.reduce<PatternSource>((before, part) => patternSource`${before}${part}`, patternSource``)
  return pattern('u')`^${whole}$`.test(name)
}

const WILD: Readonly<Record<string, RegExp>> = { '**/': /(?:.*\/)?/, '**': /.*/, '*': /[^/]*/, '?': /[^/]/ }

/** A finding whose exception has ended counts again, and says so. */
function ended(finding: Diagnostic, { until, reason }: Exception): Diagnostic {
  return { ...finding, hints: [...finding.hints, `an exception for it ended on ${until}: ${reason}`] }
}

/** Rules in the settings that nobody knows, or that would be made lighter than a fact is. */
function ruleFindings({ rules = {} }: Settings, loaded: Loaded): Diagnostic[] {
  return Object.entries(rules).flatMap(([rule, severity]) => {
    const pointer = child('/rules', rule)
    const place = { span: loaded.places.get(pointer)?.key ?? placeOf(loaded, pointer), pointer }
    if (lowers(rule, severity)) return [fixed(rule, place)]
    return CODES.has(rule) ? [] : [unknown(rule, place)]
  })
}

interface SettingPlace {
  readonly span: Diagnostic['span']
  readonly pointer: string
}

function unknown(rule: string, place: SettingPlace): Diagnostic {
  const hints = didYouMean(rule, CODES.keys())
  return error({ rule: 'settings/unknown-rule', message: `there is no rule \`${rule}\``, ...place, hints })
}

function fixed(rule: string, place: SettingPlace): Diagnostic {
  const isLaw = judgedBy(rule) === 'law'
  const message = isLaw
    ? `\`${rule}\` is a question of law; only a request can take a position against it`
    : `\`${rule}\` checks facts, which allow no exceptions`
  const hint = isLaw
    ? 'write in the request: `override: [{ rule, authority, reason }]`'
    : 'correct the record or the template'
  return error({ rule: 'settings/not-excepted', message, ...place, hints: [hint] })
}

interface Entry {
  readonly exception: Exception
  readonly index: number
}

/** What is wrong with an exception itself: of a fact, of no rule, for nothing, or near its end. */
function exceptionFindings(
  { exception, index }: Entry,
  loaded: Loaded,
  findings: readonly Diagnostic[],
  today: string
): Diagnostic[] {
  const { rule, until } = exception
  const at = (key: string) => {
    const pointer = `/exceptions/${index}/${key}`
    return { span: placeOf(loaded, pointer), pointer }
  }
  if (isFixed(rule)) return [fixed(rule, at('rule'))]
  if (!CODES.has(rule)) return [unknown(rule, at('rule'))]
  if (!findings.some(each => fits(exception, each))) {
    const message = `the exception from \`${rule}\` is not needed`
    return [warning({ rule: 'settings/unused-exception', message, ...at('rule'), hints: ['take it out'] })]
  }
  const left = numberOf(until) - numberOf(today)
  if (left < 0 || left > NOTICE) return []
  const message = `the exception from \`${rule}\` ends on ${until}, ${daysFrom(left)}`
  const hints = ['correct what it excepts, or set a later date']
  return [warning({ rule: 'settings/exception-ends', message, ...at('until'), hints })]
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
