/** What zod finds wrong with a value → findings in our own words, each at its place in the file. */
import type * as z from 'zod'
import { type Diagnostic, error, nearest } from '../../diagnostic.ts'
import type { Span } from '../../source.ts'
import { child, keySpan, type Loaded, type Pointer, placeOf, steps } from '../../value.ts'
import { formHints } from './form-hints.ts'
import { hasHidden } from './hidden.ts'
import { isList, valueAt } from './parts.ts'
import { quoted, withoutMarks } from './quoted.ts'
import { keysAt, meaningAt, type SchemaStep } from './schema-at.ts'
import { fitsAt, formsAt, type SchemaPlace } from './schema-form.ts'
import { keyHints, kindHints, missingHints, wordHints, writeHints } from './schema-hints.ts'

type Issue = z.core.$ZodIssue

/** The place in which issues are told: the schema, the file, and the first part of the rules' names. */
interface Setting {
  readonly schema: z.ZodType
  readonly loaded: Loaded
  readonly prefix: string
}

/** An issue without unions around it; its path starts at the root of the file. */
type Plain = { readonly issue: Exclude<Issue, z.core.$ZodIssueInvalidUnion>; readonly path: readonly SchemaStep[] }
type Flat = Plain | { readonly expected: readonly string[]; readonly path: readonly SchemaStep[] }

/** All findings of one parse. */
export function shapeFindings(setting: Setting, issues: readonly Issue[]): Diagnostic[] {
  const flat = issues.flatMap(each => flattened(setting, each, []))
  const findings = flat.flatMap(each => told(setting, each))
  return withoutEchoes(setting, findings)
}

/** Where a text stands as a number or a truth value, because YAML reads `007` so: to be taken by its source text. */
export function textsWanted(issues: readonly Issue[], base: readonly SchemaStep[] = []): (readonly SchemaStep[])[] {
  return issues.flatMap(issue => {
    const path = [...base, ...stepsOf(issue.path)]
    if (issue.code === 'invalid_union') return issue.errors.flatMap(each => textsWanted(each, path))
    const wantsText =
      issue.code === 'invalid_type' ? issue.expected === 'string' : issue.code === 'invalid_value' && hasWords(issue)
    return wantsText ? [path] : []
  })
}

function hasWords(issue: z.core.$ZodIssueInvalidValue): boolean {
  return issue.values.some(each => typeof each === 'string')
}

/** The path of an issue; zod types it wider than a file can make it. */
function stepsOf(path: readonly PropertyKey[]): SchemaStep[] {
  return path.map(step => (typeof step === 'number' ? step : String(step)))
}

/** A union is told as the one option that the author seems to have meant. */
function flattened(setting: Setting, issue: Issue, base: readonly SchemaStep[]): Flat[] {
  const path = [...base, ...stepsOf(issue.path)]
  if (issue.code !== 'invalid_union') return [{ issue, path }]
  if (issue.errors.length === 0) return [{ issue: valueIssue('options' in issue ? (issue.options ?? []) : []), path }]
  const meant = issue.errors
    .filter(option => !option.some(missesKind))
    .reduce<readonly Issue[] | null>((best, each) => (best && best.length <= each.length ? best : each), null)
  if (meant) return meant.flatMap(each => flattened(setting, each, path))
  const words = issue.errors.flat().flatMap(each => (each.code === 'invalid_value' ? each.values : []))
  const isText = typeof valueAt(setting.loaded.value, ...path) === 'string'
  if (isText && words.length > 0) return [{ issue: valueIssue(words), path }]
  return [{ expected: issue.errors.flat().flatMap(kindsOf), path }]
}

/** True when not even the kind of value fits, so that this option was hardly meant. */
function missesKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
}

function kindsOf(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [kindName(issue.expected)]
  return issue.code === 'invalid_value' ? issue.values.map(each => `\`${String(each)}\``) : []
}

function valueIssue(values: readonly z.core.util.Primitive[]): z.core.$ZodIssueInvalidValue {
  return { code: 'invalid_value', values: [...values], path: [], message: '' }
}

function told(setting: Setting, flat: Flat): Diagnostic[] {
  const value = valueAt(setting.loaded.value, ...flat.path)
  if (value === undefined) return [missing(setting, flat.path)]
  if ('expected' in flat) return [wrongKind(setting, flat.path, flat.expected)]
  const { issue, path } = flat
  switch (issue.code) {
    case 'invalid_type':
      return [wrongKind(setting, path, [kindName(issue.expected)])]
    case 'unrecognized_keys':
      return issue.keys.map(key => unknownKey(setting, path, key))
    case 'invalid_value':
      return [unknownValue(setting, path, issue)]
    case 'invalid_key':
      return [wrongKey(setting, path, issue)]
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      // characters that are not seen are found in every text, printed or not: not twice
      return typeof value === 'string' && hasHidden(value) ? [] : [wrongValue(setting, path, issue)]
    default:
      return issue satisfies never
  }
}

function missing(setting: Setting, path: readonly SchemaStep[]): Diagnostic {
  const meaning = meaningAt(setting.schema, path)
  const hints = [...(meaning === null ? [] : [meaning]), ...missingHints(spotOf(setting, path))]
  const span = keySpan(setting.loaded, pointerOf(path.slice(0, -1)))
  return at(setting, path, { rule: 'missing-key', message: `\`${path.at(-1)}\` is missing`, hints, span })
}

function wrongKind(setting: Setting, path: readonly SchemaStep[], expected: readonly string[]): Diagnostic {
  const value = valueAt(setting.loaded.value, ...path) ?? null
  const kinds = [...new Set(expected)]
  const isMarked = typeof value === 'string' && kinds.some(each => PLAIN[each]?.test(value))
  const found = value === null ? 'empty' : isMarked ? `the text ${quoted(value)}` : quoted(value)
  const hints = isMarked ? [withoutMarks(value)] : kindHints(spotOf(setting, path), value)
  const message = `${nameOf(path)} is ${found}, expected ${kinds.join(' or ')}`
  return at(setting, path, { rule: 'wrong-type', message, hints })
}

/** How a value of some kinds is written where no quotation marks make a text of it, by the name of the kind. */
const PLAIN: { readonly [kind: string]: RegExp | undefined } = {
  '`true` or `false`': /^(?:true|false)$/,
  '`true`': /^true$/,
  'a number': /^-?\d+(?:\.\d+)?$/
}

function spotOf({ schema, loaded }: Setting, path: readonly SchemaStep[]): SchemaPlace {
  return { schema, path, value: loaded.value }
}

function unknownKey(setting: Setting, path: readonly SchemaStep[], key: string): Diagnostic {
  const place = [...path, key]
  const span = keySpan(setting.loaded, pointerOf(place))
  const hints = keyHints(spotOf(setting, path), key)
  return at(setting, place, { rule: 'unknown-key', message: `unknown key ${quoted(key)}`, hints, span })
}

function unknownValue(setting: Setting, path: readonly SchemaStep[], issue: z.core.$ZodIssueInvalidValue): Diagnostic {
  const value = valueAt(setting.loaded.value, ...path) ?? null
  const known = issue.values.map(String)
  const shown = known.map(each => `\`${each}\``)
  if (value !== null && typeof value === 'object') return wrongKind(setting, path, shown)
  if (typeof value === 'string' && issue.values.some(each => typeof each !== 'string' && String(each) === value))
    return wrongKind(setting, path, [`\`${value}\``])
  const expected = known.length === 1 ? `expected ${shown[0]}` : 'which is not known here'
  const found = value === null ? 'empty' : quoted(value)
  const meaning = meaningAt(setting.schema, path)
  const hints = known.length === 1 ? [] : wordHints(spotOf(setting, path), String(value), known)
  const message = `${nameOf(path)} is ${found}, ${expected}`
  return at(setting, path, { rule: 'unknown-value', message, hints: meaning === null ? hints : [...hints, meaning] })
}

function wrongKey(setting: Setting, path: readonly SchemaStep[], issue: z.core.$ZodIssueInvalidKey): Diagnostic {
  const { loaded } = setting
  const value = valueAt(loaded.value, ...path) ?? null
  const why = issue.issues.map(each => each.message || limitOf(each)).at(-1) ?? ''
  const message = `the key ${quoted(String(path.at(-1)))}: ${why}`
  const spot = spotOf(setting, path.slice(0, -1))
  const meant = formHints(String(path.at(-1)), { fits: key => fitsAt(spot, { [key]: value }) })
  const hints = meant.length > 0 ? meant : writeHints(formsAt(spot))
  return at(setting, path, { rule: 'wrong-key', message, hints, span: keySpan(loaded, pointerOf(path)) })
}

function wrongValue(setting: Setting, path: readonly SchemaStep[], issue: Plain['issue']): Diagnostic {
  const value = valueAt(setting.loaded.value, ...path) ?? null
  if (issue.code === 'custom' && typeof value === 'string' && /[\r\n]/.test(value)) return brokenLine(setting, path)
  const isEmpty = isList(value) && value.length === 0
  const message = `${nameOf(path)} is ${isEmpty ? 'empty' : quoted(value)}: ${issue.message || limitOf(issue)}`
  const around = valueAt(setting.loaded.value, ...path.slice(0, -1)) ?? null
  const spot = spotOf(setting, path)
  const hints = isEmpty
    ? writeHints(formsAt(spot))
    : formHints(value, { key: path.at(-1), around, fits: each => fitsAt(spot, each) })
  return at(setting, path, { rule: 'wrong-value', message, hints })
}

function brokenLine(setting: Setting, path: readonly SchemaStep[]): Diagnostic {
  const message = `${nameOf(path)} holds a line break, but this is printed on one line`
  return at(setting, path, { rule: 'wrong-value', message, hints: ['write it on one line, or fold it with `>-`'] })
}

/** What a schema without words of its own demands. */
function limitOf(issue: Issue): string {
  if (issue.code === 'too_small') return `at least ${issue.minimum}${unitOf(issue.origin)}`
  if (issue.code === 'too_big') return `at most ${issue.maximum}${unitOf(issue.origin)}`
  if (issue.code === 'invalid_format' && issue.pattern !== undefined) return `it does not match ${issue.pattern}`
  return 'it does not fit'
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' character(s)'
  return origin === 'array' ? ' in the list' : ''
}

function kindName(expected: string): string {
  return kindNames[expected] ?? expected
}

const kindNames: { readonly [expected: string]: string } = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'nothing'
}

/** What an author calls a place: its key, and for an entry of a list the list's key. */
function nameOf(path: readonly SchemaStep[]): string {
  const key = path.findLast(step => typeof step === 'string')
  if (key === undefined) return 'the file'
  return typeof path.at(-1) === 'number' ? `an entry of \`${key}\`` : `\`${key}\``
}

function pointerOf(path: readonly SchemaStep[]): Pointer {
  return path.reduce<Pointer>(child, '')
}

interface Words {
  readonly rule: string
  readonly message: string
  readonly hints: readonly string[]
  /** Where it is shown, if not at the value. */
  readonly span?: Span
}

function at({ loaded, prefix }: Setting, path: readonly SchemaStep[], { rule, ...words }: Words): Diagnostic {
  const pointer = pointerOf(path)
  return error({ rule: `${prefix}/${rule}`, span: placeOf(loaded, pointer), pointer, ...words })
}

/**
 * Without what only repeats another finding: of several about one text the last (the most particular), and a missing key
 * when a key beside it is that one misspelt.
 */
function withoutEchoes(setting: Setting, findings: readonly Diagnostic[]): Diagnostic[] {
  const last = new Map(findings.map(each => [`${each.rule} ${each.pointer}`, each]))
  const misspelt = new Set([...last.values()].flatMap(each => meantBy(setting, each)))
  return [...last.values()].filter(each => !each.rule.endsWith('/missing-key') || !misspelt.has(each.pointer ?? ''))
}

function meantBy({ schema, prefix, loaded }: Setting, finding: Diagnostic): Pointer[] {
  if (finding.rule !== `${prefix}/unknown-key` || finding.pointer === undefined) return []
  const path = steps(finding.pointer)
  const meant = nearest(path.at(-1) ?? '', keysAt(schema, path.slice(0, -1), loaded.value))
  return meant === null ? [] : [pointerOf([...path.slice(0, -1), meant])]
}
