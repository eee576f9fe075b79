/** Helpers that print dates, times, measures, numbers and positions in the words of the language. */
import type { DossierDate, DossierMeasure, DossierQuantity, DossierTime } from '../../dossier/schema.ts'
import { COMMUNICATIONS } from '../../languages/communications.ts'
import { DATE_FORMS, type DateForm, type PrintedCommunication, type Say, TIME_FORMS } from '../../languages/language.ts'
import { roman as romanNumeral } from '../../languages/numerals.ts'
import type { PrintedCount } from '../../languages/quantities.ts'
import type { Json } from '../../value.ts'
import { bareOf, fieldOf, itemsOf, pointersOf, type TemplateValue, type ValuePart } from '../cell.ts'
import {
  argument,
  caseOf,
  checked,
  type Helper,
  type Invocation,
  isNumber,
  isOfKind,
  isText,
  promised,
  refusal,
  words
} from './helper.ts'
import { mentionIn, namedCell } from './mention.ts'
import { isWording, wordingParts } from './wording.ts'

/** The most underscores of one blank. */
const LONGEST_BLANK = 100

const isDate = isOfKind<DossierDate>('date')
const isQuantity = isOfKind<DossierQuantity>('quantity')

/** A helper that puts one value into words. */
const worded =
  <T extends Json>(
    is: (value: Json) => value is T,
    put: (say: Say, value: T, call: Invocation) => string | null
  ): Helper =>
  (args, call) => {
    const cell = argument(args, 0)
    return words(put(call.language.say, checked(cell, is), call), [cell], call)
  }

function dateForm({ options }: Invocation): DateForm {
  return DATE_FORMS.find(form => form === options.get('form')) ?? 'plain'
}

export const date = worded(isDate, (say, value, call) => say.date(value, dateForm(call)))
export const time = worded(isOfKind<DossierTime>('time'), (say, value, { options }) =>
  say.time(value, TIME_FORMS.find(form => form === options.get('form')) ?? 'at')
)
export const measure = worded(isOfKind<DossierMeasure>('measure'), (say, value, call) =>
  say.measure(value, caseOf(call))
)
export const number = worded(isNumber, (say, value) => say.number(value))
export const ordinal = worded(isNumber, (say, value) => say.ordinal(value))
export const indefinite = worded(isText, (say, value) => say.indefinite?.(value) ?? value)
export const article = worded(isText, (say, value) => (say.inArticle ? say.inArticle(value) : value))
/** Roman numerals are the same in every language that uses them. */
export const roman = worded(isNumber, (_, value) => romanNumeral(value))

/** The date itself, of a date or of an object with one. */
function dateCell(cell: TemplateValue): TemplateValue {
  return isDate(bareOf(cell)) ? cell : promised(cell, 'date')
}

export const dates: Helper = (args, call) => {
  const cells = (itemsOf(argument(args, 0)) ?? []).map(dateCell)
  if (cells.length === 0) {
    const hints = ['guard it: `{{#if LIST}}`']
    return refusal(call, { rule: 'template/empty', message: 'there are no dates to print in an empty list', hints })
  }
  const each = cells.map(cell => checked(cell, isDate))
  return words(call.language.say.dates(each, dateForm(call)), cells, call)
}

export const period: Helper = (args, call) => {
  const [from, to] = [argument(args, 0), argument(args, 1)]
  return words(call.language.say.period(checked(from, isDate), checked(to, isDate)), [from, to], call)
}

export const count: Helper = (args, call) => {
  const [howMany, one, last] = [argument(args, 0), argument(args, 1), argument(args, 2)]
  const many = args[3] ?? last
  const number = countOf(bareOf(howMany))
  const counted = {
    one: checked(one, isText),
    few: many === last ? null : checked(last, isText),
    many: checked(many, isText)
  }
  const text = call.language.say.count(number, counted)
  return words(text, [howMany, number?.value === 1 ? one : many], call)
}

/** A number of things, with its hedge where it has one; null where it is not known. */
function countOf(value: Json): PrintedCount | null {
  if (isNumber(value)) return { value, to: null, qualifier: 'exact' }
  if (!isQuantity(value) || value.value === null) return null
  return { ...value, value: value.value }
}

/** The word alone, for verbs and participles that agree with what was counted elsewhere. */
export const plural: Helper = (args, call) => {
  const howMany = argument(args, 0)
  const counted = countOf(bareOf(howMany))
  const number = counted && (counted.to ?? counted.value)
  const category = number === null ? 'many' : (call.language.say.pluralOf?.(number) ?? (number === 1 ? 'one' : 'many'))
  const word = argument(args, 1 + ['one', 'few', 'many'].indexOf(category))
  return words(checked(word, isText), [howMany], call)
}

export const cite: Helper = (args, call) => {
  const note = argument(args, 0)
  const [numberCell, on, typeCell] = [promised(note, 'number'), promised(note, 'date'), fieldOf(note, 'type')]
  const [whenCell, severalCell] = [fieldOf(note, 'when'), fieldOf(note, 'several')]
  const [known, when] = [bareOf(numberCell), whenCell && bareOf(whenCell)]
  // an object that does not say what it is may have been said aloud: it is called no more than a communication
  const type = COMMUNICATIONS.find(each => typeCell && each === bareOf(typeCell)) ?? 'communication'
  const cited = {
    type,
    number: isText(known) ? known : null,
    date: bareOf(on) === null ? null : checked(on, isDate),
    when: isText(when) ? when : null,
    several: severalCell !== null && bareOf(severalCell) === true
  }
  const cells = [numberCell, on, ...(isText(when) && whenCell ? [whenCell] : [])]
  const owner = args[1]
  return owner ? citeOf(cited, owner, cells, call) : words(call.language.say.cite(cited, caseOf(call)), cells, call)
}

/** With whose it is inside, for the reading order to settle. */
function citeOf(
  cited: PrintedCommunication,
  owner: TemplateValue,
  cells: readonly TemplateValue[],
  call: Invocation
): TemplateValue {
  const parted = call.language.say.citeOf?.(cited, caseOf(call))
  if (!parted) return words(null, cells, call)
  const whose = mentionIn(namedCell(owner), 'auto', 'gen', call)
  if (whose.type === 'fault') return whose
  const [before, behind] = parted
  const part = (text: string): ValuePart => ({ type: 'value', text, from: cells.flatMap(pointersOf) })
  return { type: 'printed', parts: [part(`${before} `), whose, part(` ${behind}`)] }
}

export const coordinates: Helper = (args, call) => {
  const field = (key: string) => promised(argument(args, 0), key)
  const numberOf = (key: string) => checked(field(key), isNumber)
  const position = {
    latitude: numberOf('latitude'),
    longitude: numberOf('longitude'),
    decimals: numberOf('decimals')
  }
  return words(call.language.say.coordinates(position), [field('latitude'), field('longitude')], call)
}

export const capital: Helper = (args, call) => {
  const given = argument(args, 0)
  const wording = isWording(given)
  const cell = wording ? wordingParts(given, call) : given
  if (cell.type !== 'printed') return words(call.language.say.capital(checked(cell, isText)), [cell], call)
  const [first, ...rest] = cell.parts
  // a wording can begin with a name, which the reading order gives its capital
  if (wording && first?.type === 'mention') return cell
  if (first?.type !== 'value') {
    const message = 'a name gets its capital from its position'
    return refusal(call, { rule: 'template/capital', message, hints: ['leave `capital` out'] })
  }
  return { type: 'printed', parts: [{ ...first, text: call.language.say.capital(first.text) }, ...rest] }
}

/** A clause ends a sentence with its last part; other languages print it as it is. */
export const finite: Helper = (args, call) => {
  const given = argument(args, 0)
  const cell = isWording(given) ? wordingParts(given, call) : given
  const finished = (text: string): string => call.language.say.finite?.(text) ?? text
  if (cell.type !== 'printed')
    return cell.type === 'fault' ? cell : words(finished(checked(cell, isText)), [cell], call)
  const last = cell.parts.at(-1)
  if (last?.type !== 'value') return cell
  return { type: 'printed', parts: [...cell.parts.slice(0, -1), { ...last, text: finished(last.text) }] }
}

export const blank: Helper = (args, call) => {
  const length = checked(argument(args, 0), isNumber)
  if (!Number.isInteger(length) || length < 1 || length > LONGEST_BLANK) {
    const message = `a blank has between 1 and ${LONGEST_BLANK} characters, not ${length}`
    return refusal(call, { rule: 'template/blank', message })
  }
  return { type: 'printed', parts: [{ type: 'value', text: '_'.repeat(length), from: [], blank: true }] }
}
