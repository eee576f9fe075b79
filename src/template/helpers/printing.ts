/** Helpers that print dates, times, measures, numbers and positions in the words of the language. */
import type { DossierDate, DossierMeasure, DossierTime } from '../../dossier/schema.ts'
import { COMMUNICATIONS, DATE_FORMS, type DateForm, type PrintedPosition } from '../../languages/language.ts'
import { roman } from '../../languages/numerals.ts'
import type { Json } from '../../value.ts'
import { bareOf, fieldOf, isObject, itemsOf, type TemplateValue } from '../cell.ts'
import { argument, type Helper, type Invocation, refusal, words } from './helper.ts'

/** The most underscores of one blank. */
const LONGEST_BLANK = 100

function isDate(value: Json): value is DossierDate {
  return isObject(value) && value['kind'] === 'date'
}

function isTime(value: Json): value is DossierTime {
  return isObject(value) && value['kind'] === 'time'
}

function isMeasure(value: Json): value is DossierMeasure {
  return isObject(value) && value['kind'] === 'measure'
}

/** The value of a cell that the signature has found to be of a type. */
function checked<T extends Json>(cell: TemplateValue, is: (value: Json) => value is T): T {
  const value = bareOf(cell)
  if (!is(value)) throw new Error('a helper was given what its signature does not allow')
  return value
}

function isText(value: Json): value is string {
  return typeof value === 'string'
}

function isNumber(value: Json): value is number {
  return typeof value === 'number'
}

/** The text of a cell that must be one. */
export function textOf(cell: TemplateValue): string {
  return checked(cell, isText)
}

/** The number of a cell that must be one. */
export function numberOf(cell: TemplateValue): number {
  return checked(cell, isNumber)
}

/** The date of a cell that must be one. */
function dateOf(cell: TemplateValue): DossierDate {
  return checked(cell, isDate)
}

/** A field that the signature promises. */
export function promised(cell: TemplateValue, key: string): TemplateValue {
  const field = fieldOf(cell, key)
  if (field === null) throw new Error(`a helper was given an object without \`${key}\``)
  return field
}

function dateForm(call: Invocation): DateForm {
  return DATE_FORMS.find(form => form === call.options.get('form')) ?? 'plain'
}

/** The date itself, of a date or of an object with one. */
function dateCell(cell: TemplateValue): TemplateValue {
  return isDate(bareOf(cell)) ? cell : promised(cell, 'date')
}

export const date: Helper = (args, call) => {
  const cell = argument(args, 0)
  return words(call.language.say.date(dateOf(cell), dateForm(call)), [cell], call)
}

export const dates: Helper = (args, call) => {
  const cells = (itemsOf(argument(args, 0)) ?? []).map(dateCell)
  if (cells.length === 0) {
    const hints = ['guard it: `{{#if LIST}}`']
    return refusal(call, { rule: 'template/empty', message: 'there are no dates to print in an empty list', hints })
  }
  return words(call.language.say.dates(cells.map(dateOf), dateForm(call)), cells, call)
}

export const period: Helper = (args, call) => {
  const [from, to] = [argument(args, 0), argument(args, 1)]
  return words(call.language.say.period(dateOf(from), dateOf(to)), [from, to], call)
}

export const time: Helper = (args, call) => {
  const cell = argument(args, 0)
  return words(call.language.say.time(checked(cell, isTime)), [cell], call)
}

export const measure: Helper = (args, call) => {
  const cell = argument(args, 0)
  return words(call.language.say.measure(checked(cell, isMeasure)), [cell], call)
}

export const count: Helper = (args, call) => {
  const [howMany, one, many] = [argument(args, 0), argument(args, 1), argument(args, 2)]
  const value = bareOf(howMany)
  const text = call.language.say.count(isNumber(value) ? value : null, textOf(one), textOf(many))
  return words(text, [howMany, value === 1 ? one : many], call)
}

export const number: Helper = (args, call) => {
  const cell = argument(args, 0)
  return words(call.language.say.number(numberOf(cell)), [cell], call)
}

export const ordinal: Helper = (args, call) => {
  const cell = argument(args, 0)
  return words(call.language.say.ordinal(numberOf(cell)), [cell], call)
}

/** Roman numerals are the same in every language that uses them. */
export const romanNumeral: Helper = (args, call) => {
  const cell = argument(args, 0)
  return words(roman(numberOf(cell)), [cell], call)
}

export const cite: Helper = (args, call) => {
  const note = argument(args, 0)
  const [numberCell, on, typeCell] = [promised(note, 'number'), promised(note, 'date'), fieldOf(note, 'type')]
  const known = bareOf(numberCell)
  // an object that does not say what it is may have been said aloud: it is called no more than a communication
  const type = COMMUNICATIONS.find(each => typeCell && each === bareOf(typeCell)) ?? 'communication'
  const text = call.language.say.cite({ type, number: isText(known) ? known : null, date: dateOf(on) })
  return words(text, [numberCell, on], call)
}

export const coordinates: Helper = (args, call) => {
  const cell = argument(args, 0)
  const [latitude, longitude, decimals] = ['latitude', 'longitude', 'decimals'].map(key => promised(cell, key))
  if (!latitude || !longitude || !decimals) throw new Error('a position has three fields')
  const position: PrintedPosition = {
    latitude: numberOf(latitude),
    longitude: numberOf(longitude),
    decimals: numberOf(decimals)
  }
  return words(call.language.say.coordinates(position), [latitude, longitude], call)
}

export const capital: Helper = (args, call) => {
  const cell = argument(args, 0)
  if (cell.type !== 'printed') return words(call.language.say.capital(textOf(cell)), [cell], call)
  const [first, ...rest] = cell.parts
  if (first?.type !== 'value') {
    const message = 'a name gets its capital from its position'
    return refusal(call, { rule: 'template/capital', message, hints: ['leave `capital` out'] })
  }
  return { type: 'printed', parts: [{ ...first, text: call.language.say.capital(first.text) }, ...rest] }
}

export const blank: Helper = (args, call) => {
  const length = numberOf(argument(args, 0))
  if (!Number.isInteger(length) || length < 1 || length > LONGEST_BLANK) {
    const message = `a blank has between 1 and ${LONGEST_BLANK} characters, not ${length}`
    return refusal(call, { rule: 'template/blank', message })
  }
  return { type: 'printed', parts: [{ type: 'value', text: '_'.repeat(length), from: [], blank: true }] }
}
