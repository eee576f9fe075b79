/** A loaded register or request → the same as a typed value, and all that is wrong with its shape and its relations. */
import type * as z from 'zod'
import { type Diagnostic, didYouMean, error } from '../diagnostic.ts'
import { LANGUAGES } from '../languages/index.ts'
import type { Languages } from '../languages/language.ts'
import { child, type Json, type Loaded, placeOf } from '../value.ts'
import { measuresWithZeros } from './checks/digits.ts'
import { hiddenFindings } from './checks/hidden.ts'
import { shapeFindings, textsWanted } from './checks/issues.ts'
import { fieldsOf, isList, valueAt } from './checks/parts.ts'
import { quoted, withoutMarks } from './checks/quoted.ts'
import { registerRelations } from './checks/relations.ts'
import { requestRelations } from './checks/request-relations.ts'
import { keysAt } from './checks/schema-at.ts'
import { FORMAT_VERSION } from './fields.ts'
import { type Kinds, kindOf, requestKeys, requestSchemaOf, type WrittenRequest } from './request.ts'
import { type Register, registerSchema } from './schema.ts'

/** A file that was checked. */
export interface CheckedFile<T> {
  /** The file, with the source text of a scalar where the schema asks for a text (`007`). */
  readonly loaded: Loaded
  /** `null` when something was wrong with the shape. */
  readonly value: T | null
  readonly findings: readonly Diagnostic[]
}

/** Checks a register: its shape, and how its records stand to each other. */
export function validateRegister(loaded: Loaded, languages: Languages = LANGUAGES): CheckedFile<Register> {
  const mistaken = mistakenFor('register', loaded)
  if (mistaken) return mistaken
  const zeros = measuresWithZeros(loaded)
  const checked = validateShape(registerSchema, zeros.size > 0 ? withValues(loaded, zeros) : loaded)
  if (isForeign(checked.loaded)) return checked
  return withRelations(checked, registerRelations(checked.loaded, languages))
}

/** Checks a request: its shape, and how it stands to the records of its register, whatever of that can be read. */
export function validateRequest(
  loaded: Loaded,
  register: CheckedFile<Register>,
  known: Kinds
): CheckedFile<WrittenRequest> {
  const mistaken = mistakenFor('note', loaded)
  if (mistaken) return mistaken
  const kind = kindOf(known, { kind: valueAt(loaded.value, 'kind') })
  if (kind === null) return { loaded, value: null, findings: [unknownKind(loaded, known)] }
  const checked = validateShape(requestSchemaOf(kind), loaded)
  if (isForeign(checked.loaded)) return checked
  const records = isForeign(register.loaded) ? null : register.loaded.value
  const relations = [...requestRelations(checked.loaded, records), ...kind.relations(checked.loaded, records)]
  return withRelations(checked, relations)
}

/** What a note of a kind that is not known says besides, nobody can tell. */
function unknownKind(loaded: Loaded, known: Kinds): Diagnostic {
  const kind = valueAt(loaded.value, 'kind') ?? null
  const names = [...known.keys()]
  const near = typeof kind === 'string' ? didYouMean(kind, names) : []
  const hints = near.length > 0 ? near : [`known: ${names.map(each => `\`${each}\``).join(', ')}`]
  const message = `${quoted(kind)} is not a kind of note`
  return error({ rule: 'record/unknown-kind', message, span: placeOf(loaded, '/kind'), pointer: '/kind', hints })
}

const kinds = {
  register: {
    keys: keysAt(registerSchema, []),
    other: 'note',
    mend: '`register` in `verbale.yaml` names the register; the note is what `render` is given'
  },
  note: {
    keys: requestKeys,
    other: 'register',
    mend: 'give the note, which is a file of its own and finds its register: `note.yaml`'
  }
} as const

/** A file that has keys of the other kind and none of its own: one finding, in place of one for each of its keys. */
function mistakenFor(wanted: keyof typeof kinds, loaded: Loaded): CheckedFile<never> | null {
  const { keys, other, mend } = kinds[wanted]
  const given = fieldsOf(loaded.value).flatMap(([key]) => (key === 'verbale' ? [] : [key]))
  const isOther = given.some(key => kinds[other].keys.includes(key)) && !given.some(key => keys.includes(key))
  if (!isOther || isForeign(loaded)) return null
  const { source, start } = loaded.whole
  const message = `this is a ${other}, but a ${wanted} is expected here`
  const span = { source, start, end: start }
  return { loaded, value: null, findings: [error({ rule: 'record/wrong-file', message, span, hints: [mend] })] }
}

/** Checks the shape of any file of data. Rules are named `record/…`, or with another first part. */
export function validateShape<T>(schema: z.ZodType<T>, loaded: Loaded, rulePrefix = 'record'): CheckedFile<T> {
  if (isForeign(loaded) && keysAt(schema, []).includes('verbale')) {
    return { loaded, value: null, findings: [versionFinding(loaded, rulePrefix)] }
  }
  const [taken, result] = parse(schema, loaded)
  const shape = result.success ? [] : shapeFindings({ schema, loaded: taken, prefix: rulePrefix }, result.error.issues)
  const hidden = hiddenFindings(taken, `${rulePrefix}/hidden-character`)
  const findings = inOrder([...shape, ...hidden])
  return { loaded: taken, value: result.success ? result.data : null, findings }
}

/** Parses, and again with source texts where the schema asks for a text, until nothing more is to be taken so. */
function parse<T>(schema: z.ZodType<T>, loaded: Loaded): readonly [Loaded, z.ZodSafeParseResult<T>] {
  // schemas with words of their own keep them; an empty message says that a schema has none
  const result = schema.safeParse(loaded.value, { error: () => '' })
  if (result.success) return [loaded, result]
  const wanted = textsWanted(result.error.issues).filter(path => isPlainScalar(valueAt(loaded.value, ...path)))
  const texts = new Map<string, string>()
  for (const path of wanted) {
    const pointer = path.reduce<string>(child, '')
    const text = loaded.scalars.get(pointer)
    if (text !== undefined) texts.set(pointer, text)
  }
  if (texts.size === 0) return [loaded, result]
  return parse(schema, withValues(loaded, texts))
}

function isPlainScalar(value: Json | undefined): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

/** The same with other values at some places. */
function withValues(loaded: Loaded, values: ReadonlyMap<string, Json>): Loaded {
  const replaced = (value: Json, pointer: string): Json => {
    const other = values.get(pointer)
    if (other !== undefined) return other
    if (isList(value)) return value.map((each, index) => replaced(each, child(pointer, index)))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(fieldsOf(value).map(([key, each]) => [key, replaced(each, child(pointer, key))]))
  }
  return { ...loaded, value: replaced(loaded.value, '') }
}

/** True for a file of another version of the format, of which nothing can be said. */
function isForeign(loaded: Loaded): boolean {
  const version = valueAt(loaded.value, 'verbale')
  return version !== undefined && version !== FORMAT_VERSION
}

function versionFinding(loaded: Loaded, prefix: string): Diagnostic {
  const version = valueAt(loaded.value, 'verbale') ?? null
  const isText = version === String(FORMAT_VERSION)
  const message = isText
    ? `\`verbale\` is the text ${quoted(version)}, expected the number`
    : `the file is of format ${quoted(version)}, but this program reads format \`${FORMAT_VERSION}\``
  const newer = typeof version === 'number' && version > FORMAT_VERSION ? ['a newer verbale may read it'] : []
  const hints = isText ? [withoutMarks(FORMAT_VERSION)] : newer
  const pointer = '/verbale'
  return error({ rule: `${prefix}/format-version`, message, span: placeOf(loaded, pointer), pointer, hints })
}

/** Both kinds of finding in the order of the file, without relations of a value whose shape is wrong already. */
function withRelations<T>(checked: CheckedFile<T>, relations: readonly Diagnostic[]): CheckedFile<T> {
  const misshapen = new Set(checked.findings.map(each => each.pointer))
  const others = relations.filter(each => each.pointer === undefined || !misshapen.has(each.pointer))
  return { ...checked, findings: inOrder([...checked.findings, ...others]) }
}

function inOrder(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...findings].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
}
