/**
 * What a template handles in place of bare values: a value of the dossier with its pointer, or what was made from such
 * values; path steps in, the next cell out. Origins live in the cells, so nothing that Handlebars does can lose them.
 */
import type { DiagnosticFields } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { child, type Json, type Pointer } from '../value.ts'
import type { MentionPiece } from './piece.ts'

/** A value of the dossier. */
interface Datum {
  readonly type: 'datum'
  readonly value: Json
  readonly pointer: Pointer
}

/** What a helper worked out, and from what: a comparison, a length, a place in a list. */
export interface ComputedValue {
  readonly type: 'made'
  readonly value: Json
  readonly from: readonly Pointer[]
}

/** Items chosen from a list; each keeps its own pointer. */
interface Chosen {
  readonly type: 'chosen'
  readonly items: readonly TemplateValue[]
  readonly from: readonly Pointer[]
}

/** The context of a partial that was given more values by name. */
interface Widened {
  readonly type: 'widened'
  readonly base: TemplateValue
  readonly fields: ReadonlyMap<string, TemplateValue>
}

/** What the template itself says. `inner` is its place, when it stands there letter by letter. */
interface Written {
  readonly type: 'written'
  readonly value: string | number | boolean | null
  readonly inner: Span | null
}

/** Text made from values, before it has a place. */
export type ValuePart =
  | { readonly type: 'value'; readonly text: string; readonly from: readonly Pointer[]; readonly blank?: true }
  | (Pick<MentionPiece, 'type' | 'subject' | 'full' | 'short' | 'form'> & { readonly from: readonly Pointer[] })

export interface Printed {
  readonly type: 'printed'
  readonly parts: readonly ValuePart[]
}

/** A finding; with `inRecord`, the record is to blame and not the template. */
export interface Problem extends DiagnosticFields {
  readonly span: Span
  readonly inRecord?: true
}

/**
 * There is no value. The problems are reported when somebody needs the value, so that `(and recall recall.first)` does
 * not trip over what its first argument guards; none is left when they were reported already.
 */
export interface ValueFault {
  readonly type: 'fault'
  readonly problems: readonly Problem[]
}

export type TemplateValue = Datum | ComputedValue | Chosen | Widened | Written | Printed | ValueFault

export const NOTHING: ValueFault = { type: 'fault', problems: [] }

export function fault(...problems: readonly Problem[]): ValueFault {
  return { type: 'fault', problems }
}

export function made(value: Json, from: readonly Pointer[]): ComputedValue {
  return { type: 'made', value, from }
}

export function printed(text: string, from: readonly Pointer[]): Printed {
  return { type: 'printed', parts: [{ type: 'value', text, from }] }
}

/** The bare value of a cell. */
export function bareOf(cell: TemplateValue): Json {
  switch (cell.type) {
    case 'datum':
    case 'made':
    case 'written':
      return cell.value
    case 'chosen':
      return cell.items.map(bareOf)
    case 'widened':
      return bareOf(cell.base)
    case 'printed':
      return cell.parts.map(part => (part.type === 'value' ? part.text : part.full)).join('')
    case 'fault':
      return null
  }
}

/** The places of the dossier that a cell was made from. */
export function pointersOf(cell: TemplateValue): readonly Pointer[] {
  switch (cell.type) {
    case 'datum':
      return [cell.pointer]
    case 'made':
    case 'chosen':
      return cell.from
    case 'widened':
      return pointersOf(cell.base)
    case 'printed':
      return cell.parts.flatMap(part => part.from)
    case 'written':
    case 'fault':
      return []
  }
}

/** The first of some places, as a finding has it. */
export function placed([pointer]: readonly Pointer[]): { readonly pointer?: Pointer } {
  return pointer === undefined ? {} : { pointer }
}

/** True for a list. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** True for a value that has fields: no list, no `null`. */
export function isObject(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !isList(value)
}

/** The items of a list as cells, or null when the cell is no list. */
export function itemsOf(cell: TemplateValue): readonly TemplateValue[] | null {
  if (cell.type === 'chosen') return cell.items
  if (cell.type === 'widened') return itemsOf(cell.base)
  if (cell.type !== 'datum' || !isList(cell.value)) return null
  const { pointer, value: list } = cell
  return list.map((value, index) => ({ type: 'datum', value, pointer: `${pointer}/${index}` }))
}

/** A field of an object or an item of a list, or null when there is none. Only own properties count. */
export function fieldOf(cell: TemplateValue, key: string): TemplateValue | null {
  if (cell.type === 'widened') return cell.fields.get(key) ?? fieldOf(cell.base, key)
  if (cell.type !== 'datum' || !isObject(cell.value)) {
    const items = itemsOf(cell)
    return items && /^(0|[1-9]\d*)$/.test(key) ? (items[Number(key)] ?? null) : null
  }
  if (!Object.hasOwn(cell.value, key)) return null
  const value = cell.value[key]
  return value === undefined ? null : { type: 'datum', value, pointer: child(cell.pointer, key) }
}

/** The names that `fieldOf` knows, for hints. */
export function fieldsOf(cell: TemplateValue): readonly string[] {
  if (cell.type === 'widened') return [...cell.fields.keys(), ...fieldsOf(cell.base)]
  return cell.type === 'datum' && isObject(cell.value) ? Object.keys(cell.value) : []
}

/** Handlebars' own truth: `null`, `false`, an empty text, 0 and an empty list do not hold. */
export function holds(cell: TemplateValue): boolean {
  const value = bareOf(cell)
  return isList(value) ? value.length > 0 : Boolean(value)
}
