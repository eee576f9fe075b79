/** A loaded request and its register's records → how the request contradicts itself or them. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { child, type Json, keySpan, type Loaded, placeOf, steps } from '../../value.ts'
import { partsAt, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'
import { referenceFindings, requestReferences } from './references.ts'
import { duplicateFindings, notBefore, statedFindings } from './shared.ts'

/** What can stand before the first letter of a sentence, and behind its last stop. */
const OPENING = /^["'“‘«„(¿¡[]*/u
const CLOSING = /["'”’»“)\]]*$/u
/** What ends a sentence: also in Arabic, in Chinese, and of one that breaks off. */
const STOP = /[.!?…؟۔。！？]$/u

/** An insert is a paragraph of its own and printed as it is: the note puts neither a capital nor a full stop to it. */
export function sentenceFindings(loaded: Loaded): Diagnostic[] {
  return partsAt(loaded.value, '/insert/*/text/*').flatMap(({ pointer, value }) => {
    if (typeof value !== 'string' || value === '') return []
    const found = (message: string, hint: string) =>
      error({ rule: 'record/sentence', message, span: placeOf(loaded, pointer), pointer, hints: [hint] })
    const first = value.replace(OPENING, '')
    const small = `the sentence ${quoted(value)} begins without a capital`
    const open = `the sentence ${quoted(value)} ends without a full stop`
    return [
      ...(/^\p{Ll}/u.test(first) ? [found(small, `begin it: \`${begun(first)}\``)] : []),
      ...(STOP.test(value.replace(CLOSING, '')) ? [] : [found(open, 'put one at its end: it is printed as it is')])
    ]
  })
}

/** The first word with a capital. */
function begun(text: string): string {
  const [word = ''] = text.split(' ')
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} …`
}

const sets = ['/to', '/refers-to', '/languages/translations']

/** Every contradiction in the well-shaped parts of a request; `records` is a register's value, `null` when it has none. */
export function requestRelations(loaded: Loaded, records: Json): Diagnostic[] {
  return [
    ...referenceFindings(loaded, records, requestReferences),
    ...duplicateFindings(loaded, sets),
    ...translationFindings(loaded),
    ...numberFindings(loaded),
    ...dateFindings(loaded, records),
    ...formFindings(loaded),
    ...specimenFindings(loaded, records),
    ...sentenceFindings(loaded),
    ...statedFindings(loaded, '/stated')
  ]
}

function translationFindings(loaded: Loaded): Diagnostic[] {
  const original = textAt(loaded.value, 'languages', 'original')
  return partsAt(loaded.value, '/languages/translations/*').flatMap(({ pointer, value }) => {
    if (value !== original) return []
    const message = `${quoted(value)} is the language of the original`
    return [error({ rule: 'record/duplicate', message, span: placeOf(loaded, pointer), pointer })]
  })
}

/** Of identical notes that are numbered one by one, each has its number. */
function numberFindings(loaded: Loaded): Diagnostic[] {
  const numbers = partsAt(loaded.value, '/number/*').map(each => steps(each.pointer).at(-1) ?? '')
  if (numbers.length === 0) return []
  const addressees = [...partsAt(loaded.value, '/to'), ...partsAt(loaded.value, '/to/*')].map(each => each.value)
  const found = (message: string, pointer: string) =>
    error({ rule: 'record/numbers', message, span: keySpan(loaded, pointer), pointer })
  const lacking = addressees.filter(each => typeof each === 'string' && !numbers.includes(each))
  return [
    ...lacking.map(each => found(`there is no number for ${quoted(String(each))}`, '/number')),
    ...numbers
      .filter(each => !addressees.includes(each))
      .map(each => found(`${quoted(each)} is no addressee of the note`, child('/number', each)))
  ]
}

function dateFindings(loaded: Loaded, records: Json): Diagnostic[] {
  const note = { what: 'the date of the note', date: valueAt(loaded.value, 'date') }
  const known = { what: 'the day by which its facts were known', date: valueAt(loaded.value, 'as-of') }
  const cited = ['/in-reply-to', '/supersedes', '/refers-to/*'].flatMap(path => partsAt(loaded.value, path))
  return [
    ...notBefore(loaded, '/date', note, known),
    ...cited.flatMap(({ pointer, value: id }) => {
      const date = typeof id === 'string' ? valueAt(records, 'communications', id, 'date') : undefined
      return notBefore(loaded, pointer, note, { what: `that of ${quoted(id)}`, date })
    })
  ]
}

/** The forms that go out, or stand for what went out: they bear a number and a date. */
const issued = ['issue', 'courtesy-copy', 'file-copy', 'certified-copy', 'regenerated-copy']
const issuedFields = [
  { field: 'number', rule: 'NV015' },
  { field: 'date', rule: 'NV014' }
] as const

function formFindings(loaded: Loaded): Diagnostic[] {
  const form = textAt(loaded.value, 'form')
  if (form === null || !issued.includes(form)) return []
  return issuedFields.flatMap(({ field, rule }) => {
    if (valueAt(loaded.value, field) !== null) return []
    const pointer = child('', field)
    const message = `\`${field}\` is empty, but the form is \`${form}\``
    const hints = ['only a draft may leave it blank']
    return [error({ rule, message, span: placeOf(loaded, pointer), pointer, hints })]
  })
}

/**
 * Whether a note between real States is theirs or a specimen is said and never assumed: `specimen: null` is the word of a
 * house that issues it, a line marks every page, and a note with that line bears no number.
 */
function specimenFindings(loaded: Loaded, records: Json): Diagnostic[] {
  const parties = ['/from', '/to', '/to/*', '/concerning'].flatMap(path => partsAt(loaded.value, path))
  const real = parties.flatMap(({ value }) => realState(records, typeof value === 'string' ? value : null))
  const [state] = real
  if (state === undefined) return []
  if (valueAt(loaded.value, 'specimen') === undefined) {
    const span = keySpan(loaded, '')
    const message = `\`specimen\` is missing, and ${quoted(state)} is a real State`
    const hints = [
      'for a reconstruction or an exercise: `specimen: { en: … }`, the line on every page that says so',
      'for a note that the house itself sends: `specimen: null`'
    ]
    return [error({ rule: 'record/specimen', message, span, pointer: '/specimen', hints })]
  }
  if ((valueAt(loaded.value, 'number') ?? null) === null || valueAt(loaded.value, 'specimen') === null) return []
  const message = `a specimen about ${quoted(state)}, a real State, must not have a number`
  return [error({ rule: 'record/specimen', message, span: placeOf(loaded, '/number'), pointer: '/number' })]
}

/** The id of the State that a party is or acts for, when it is known to be real. */
function realState(records: Json, party: string | null): string[] {
  const isState = party !== null && textAt(records, 'parties', party, 'kind') === 'state'
  const id = party === null || isState ? party : textAt(records, 'parties', party, 'of')
  const state = id === null ? undefined : valueAt(records, 'parties', id)
  const isReal = textAt(state, 'kind') === 'state' && valueAt(state, 'invented') === undefined
  return id !== null && isReal ? [id] : []
}
