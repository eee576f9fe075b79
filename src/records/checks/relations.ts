/** A loaded register → how its records contradict each other, as far as they can be read. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { parseEdtf } from '../../languages/edtf.ts'
import type { Languages } from '../../languages/language.ts'
import { positionOf } from '../../source.ts'
import { child, type Json, type Loaded, type Pointer, placeOf, steps } from '../../value.ts'
import { plainNumber } from '../registered.ts'
import { notBefore } from './date-order.ts'
import { digitFindings } from './digits.ts'
import { editionFindings } from './editions.ts'
import { incidentFindings } from './incidents.ts'
import { keySpan } from './key-span.ts'
import { duplicateFindings } from './lists.ts'
import { timeFindings } from './occurred.ts'
import { fieldsOf, isList, partsAt, type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'
import { referenceFindings, registerReferences } from './references.ts'
import { statedFindings } from './stated.ts'
import { wordingFindings } from './wording.ts'

const sets = [
  '/incidents/*/facilities',
  '/communications/*/incidents',
  '/communications/*/languages',
  '/communications/*/refers-to',
  '/communications/*/scope/types',
  '/communications/*/scope/facilities'
]

/** Every contradiction between well-shaped parts of a register. */
export function registerRelations(loaded: Loaded, languages: Languages): Diagnostic[] {
  const { value } = loaded
  return [
    ...referenceFindings(loaded, value, registerReferences),
    ...duplicateFindings(loaded, sets),
    ...partsAt(value, '/parties/*').flatMap(each => partyFindings(loaded, each)),
    ...partsAt(value, '/incidents/*').flatMap(each => incidentFindings(loaded, each)),
    ...partsAt(value, '/communications/*').flatMap(each => communicationFindings(loaded, each)),
    ...numberFindings(loaded),
    ...scopeFindings(loaded),
    ...wordingFindings(loaded, languages),
    ...answeredFindings(loaded),
    ...digitFindings(loaded),
    ...statedFindings(loaded, '/communications/*/stated'),
    ...cycles.flatMap(each => cycleFindings(loaded, each))
  ]
}

/** Organs of a State: who they act for must be known. */
const organs = ['ministry', 'embassy', 'consulate-general', 'permanent-mission', 'armed-force', 'ministry-of-defence']

function partyFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const kind = textAt(value, 'kind')
  const span = keySpan(loaded, pointer)
  const id = quoted(steps(pointer).at(-1) ?? '')
  const invented = valueAt(value, 'invented') !== undefined
  const found: Diagnostic[] = []
  if (kind === 'state' && invented === (valueAt(value, 'iso') !== undefined)) {
    const message = invented
      ? `the State ${id} has both \`invented\` and an ISO code`
      : `the State ${id} has neither an ISO code nor \`invented\``
    const hints = ['a State has `iso: …` or `invented: true`']
    found.push(error({ rule: 'record/real-or-invented', message, span, pointer, hints }))
  }
  if (kind !== null && organs.includes(kind) && valueAt(value, 'of') === undefined) {
    const hints = ['`of` names the State that it belongs to']
    found.push(error({ rule: 'record/missing-key', message: `\`of\` is missing in ${id}`, span, pointer, hints }))
  }
  if (valueAt(value, 'treaties') !== undefined && !invented) {
    const at = child(pointer, 'treaties')
    const message = `${id} is not invented: the law file says by which treaties it is bound`
    found.push(error({ rule: 'record/treaties', message, span: keySpan(loaded, at), pointer: at }))
  }
  return found
}

function communicationFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const its = { what: 'its date', date: valueAt(value, 'date') }
  const delivered = partsAt(value, '/delivery/*/on').flatMap(({ pointer: inner, value: date }) => {
    return notBefore(loaded, pointer + inner, { what: 'the delivery', date }, its)
  })
  const sealed = partsAt(value, '/delivery/*/on').flatMap(({ pointer: inner, value: date }) => {
    const day = textAt(value, 'sealed-at')?.slice(0, 'YYYY-MM-DD'.length)
    return notBefore(loaded, pointer + inner, { what: 'the delivery', date }, { what: 'its seal', date: day })
  })
  const cited = ['/in-reply-to', '/supersedes', '/refers-to/*'].flatMap(path => partsAt(value, path))
  const answered = cited.flatMap(({ pointer: inner, value: id }) => {
    const date = typeof id === 'string' ? valueAt(loaded.value, 'communications', id, 'date') : undefined
    return notBefore(loaded, pointer + inner, its, { what: `that of ${quoted(id)}`, date })
  })
  const reported = partsAt(value, '/incidents/*').flatMap(({ pointer: inner, value: id }) => {
    const date = typeof id === 'string' ? valueAt(loaded.value, 'incidents', id, 'occurred', 'date') : undefined
    return notBefore(loaded, pointer + inner, its, { what: `that of ${quoted(id)}`, date })
  })
  const times = partsAt(value, '/delivery/*').flatMap(({ pointer: inner, value: each }) => {
    return timeFindings(loaded, pointer + inner, each, 'on')
  })
  return [
    ...delivered,
    ...sealed,
    ...times,
    ...answered,
    ...reported,
    ...evidenceFindings(loaded, pointer, value),
    ...editionFindings(loaded, { pointer, value })
  ]
}

/** A note that was issued here speaks for itself, once it is known which file it is. */
function evidenceFindings(loaded: Loaded, pointer: Pointer, value: Json): Diagnostic[] {
  const evidence = valueAt(value, 'evidence')
  const isEmpty = isList(evidence) && evidence.length === 0
  if (!isEmpty || textAt(value, 'type') !== 'note' || isIssueKnown(value)) return []
  const at = child(pointer, 'evidence')
  const message = '`evidence` is empty: every fact has a source'
  const hints = ['only a note whose issue is known (`sha256: { issue: … }`) needs none']
  return [error({ rule: 'record/wrong-value', message, span: placeOf(loaded, at), pointer: at, hints })]
}

function isIssueKnown(value: Json): boolean {
  const editions = partsAt(value, '/editions/*')
  return (
    valueAt(value, 'sha256', 'issue') !== undefined || editions.some(each => textAt(each.value, 'form') === 'issue')
  )
}

/** What the house says to be without a response, and what replies to it all the same. */
function answeredFindings(loaded: Loaded): Diagnostic[] {
  return partsAt(loaded.value, '/communications/*/in-reply-to').flatMap(({ pointer, value: id }) => {
    if (typeof id !== 'string' || valueAt(loaded.value, 'communications', id, 'response') !== 'none') return []
    const at = `/communications/${id}/response`
    const [, reply = ''] = steps(pointer)
    const message = `\`response: none\` says that nothing answered ${quoted(id)}, but ${quoted(reply)} replies to it`
    const hints = ['take the line out; for a reply that left it open, take out the `in-reply-to`']
    return [error({ rule: 'record/answered', message, span: placeOf(loaded, at), pointer: at, hints })]
  })
}

interface Cycle {
  readonly section: string
  readonly field: string
}

/** The relations that may not lead back to where they start. */
const cycles: readonly Cycle[] = [
  { section: 'facilities', field: 'part-of' },
  { section: 'communications', field: 'supersedes' },
  { section: 'communications', field: 'in-reply-to' }
]

/** One finding for each cycle, at the first of its records in the file. */
function cycleFindings(loaded: Loaded, { section, field }: Cycle): Diagnostic[] {
  const records = valueAt(loaded.value, section)
  const seen = new Set<string>()
  return fieldsOf(records).flatMap(([id]) => {
    const way: string[] = []
    let at: string | null = id
    while (at !== null && !seen.has(at)) {
      seen.add(at)
      way.push(at)
      at = textAt(records, at, field)
    }
    const back = at === null ? -1 : way.indexOf(at)
    return back < 0 ? [] : [cycleFinding(loaded, { section, field }, way.slice(back))]
  })
}

function cycleFinding(loaded: Loaded, { section, field }: Cycle, ids: readonly string[]): Diagnostic {
  const [first] = ids
  const pointer = [section, first ?? '', field].reduce<Pointer>(child, '')
  const message = `\`${field}\` refers back to itself: ${[...ids, first ?? ''].map(each => quoted(each)).join(' → ')}`
  return error({ rule: 'record/cycle', message, span: placeOf(loaded, pointer), pointer })
}

/** One finding for each facility that the list has and the types leave out: one of the two is wrong. */
function scopeFindings(loaded: Loaded): Diagnostic[] {
  return partsAt(loaded.value, '/communications/*/scope').flatMap(({ pointer, value }) => {
    const types = valueAt(value, 'types')
    if (!isList(types)) return []
    return partsAt(value, '/facilities/*').flatMap(({ pointer: inner, value: id }) => {
      const type = typeof id === 'string' ? textAt(loaded.value, 'facilities', id, 'type') : null
      if (type === null || types.includes(type)) return []
      const at = pointer + inner
      const message = `${quoted(id)} has the type ${quoted(type)}, which is not in the \`types\` of this scope`
      const hints = [`add \`${type}\` to \`types\`, or take ${quoted(id)} out of the list`]
      return [error({ rule: 'record/scope', message, span: placeOf(loaded, at), pointer: at, hints })]
    })
  })
}

/** A house gives a number once in a year and series, and not once it has given it up. */
function numberFindings(loaded: Loaded): Diagnostic[] {
  const first = new Map<string, RecordPart>()
  const communications = partsAt(loaded.value, '/communications/*')
  return [...communications, ...partsAt(loaded.value, '/cancelled/*')].flatMap(part => {
    const key = numberKey(part.value)
    const known = key === null ? undefined : first.get(key)
    if (key !== null && !known) first.set(key, part)
    return known ? [twice(loaded, part, known)] : []
  })
}

function twice(loaded: Loaded, part: RecordPart, known: RecordPart): Diagnostic {
  const { source, start } = keySpan(loaded, known.pointer)
  const pointer = child(part.pointer, 'number')
  const [section, id = ''] = steps(known.pointer)
  const line = positionOf(source, start).line
  const number = quoted(textAt(part.value, 'number') ?? '')
  const other = section === 'cancelled' ? 'is already cancelled' : `is already used by ${quoted(id)}`
  const message = `the number ${number} ${other} (line ${line}), in the same house and year`
  const isCancelled = steps(part.pointer)[0] === 'cancelled'
  const hints = [
    isCancelled
      ? 'a number that was used cannot be cancelled'
      : 'if they belong to different series, tell them apart with `series`'
  ]
  return error({ rule: 'record/duplicate-number', message, span: placeOf(loaded, pointer), pointer, hints })
}

/** From, series, year and number as one text, or `null` where one of them is not known. */
function numberKey(record: Json): string | null {
  const number = textAt(record, 'number')
  const from = textAt(record, 'from')
  const year = yearOf(textAt(record, 'date') ?? '')
  if (number === null || from === null || year === null) return null
  return JSON.stringify([from, textAt(record, 'series'), year, plainNumber(number)])
}

function yearOf(text: string): number | null {
  const date = parseEdtf(text)
  return date?.type === 'date' ? date.date.year : null
}
