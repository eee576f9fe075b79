/** What every helper is: cells in, a cell out; and how it says that it cannot. */
import { CASES, type GrammaticalCase, type Language } from '../../languages/language.ts'
import type { Span } from '../../source.ts'
import type { Json } from '../../value.ts'
import {
  bareOf,
  fault,
  fieldOf,
  isObject,
  type Printed,
  type Problem,
  placed,
  pointersOf,
  printed,
  type TemplateValue,
  type ValueFault
} from '../cell.ts'

/** The call of a helper: where it stands, its named arguments, and the language of the note. */
export interface Invocation extends Pick<Arguments, 'options'> {
  readonly at: Span
  readonly language: Language
}

/** Arguments that fit the signature of their helper. */
export interface Arguments {
  readonly args: readonly TemplateValue[]
  readonly options: ReadonlyMap<string, string>
}

/** A helper's arguments have been held against its signature before it runs. */
export type Helper = (args: readonly TemplateValue[], call: Invocation) => TemplateValue

/** The argument at a place that the signature promises. */
export function argument(args: readonly TemplateValue[], index: number): TemplateValue {
  const cell = args[index]
  if (cell === undefined) throw new Error(`a helper ran without its argument ${index}`)
  return cell
}

/** The value of a cell that the signature has found to be of a type. */
export function checked<T extends Json>(cell: TemplateValue, is: (value: Json) => value is T): T {
  const value = bareOf(cell)
  if (!is(value)) throw new Error('a helper was given what its signature does not allow')
  return value
}

/** True for a value of the dossier's own types: a date, a name. */
export const isOfKind =
  <T extends { readonly kind: string } & Json>(kind: T['kind']) =>
  (value: Json): value is T =>
    isObject(value) && value['kind'] === kind

export const isText = (value: Json): value is string => typeof value === 'string'
export const isNumber = (value: Json): value is number => typeof value === 'number'

/** A field that the signature promises. */
export function promised(cell: TemplateValue, key: string): TemplateValue {
  const field = fieldOf(cell, key)
  if (field === null) throw new Error(`a helper was given an object without \`${key}\``)
  return field
}

/** The case that a call asks for. */
export function caseOf(call: Invocation): GrammaticalCase | null {
  return CASES.find(each => each === call.options.get('case')) ?? null
}

/** A problem of a call, at its place. */
export function refusal(call: Invocation, problem: Omit<Problem, 'span'>): ValueFault {
  return fault({ ...problem, span: call.at })
}

/** Text that was made from cells; or the problem, where the language has no words for them. */
export function words(text: string | null, cells: readonly TemplateValue[], call: Invocation): Printed | ValueFault {
  const from = cells.flatMap(pointersOf)
  if (text !== null) return printed(text, from)
  const values = cells.map(each => valueText(bareOf(each))).join(', ')
  const message = `there are no words for \`${values}\` in \`${call.language.tag}\``
  return refusal(call, { rule: 'template/no-words', message, ...placed(from) })
}

/** A value as its record has it: `2022-04`, `35 step`. */
function valueText(value: Json): string {
  if (!isObject(value)) return String(value)
  const { edtf, local, value: quantity, to, unit, qualifier } = value
  if (quantity !== undefined)
    return [qualifier === 'exact' ? null : qualifier, quantity, to, unit].filter(each => each).join(' ')
  return String(edtf ?? local ?? JSON.stringify(value))
}
