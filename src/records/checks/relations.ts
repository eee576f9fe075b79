/** A loaded register → how its records contradict each other, as far as they can be read. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { parseEdtf } from '../../languages/edtf.ts'
import type { Languages } from '../../languages/language.ts'
import { positionOf } from '../../source.ts'
import { child, type Json, keySpan, type Loaded, type Pointer, placeOf, steps } from '../../value.ts'
import { plainNumber } from '../registered.ts'
import { actFindings } from './acts.ts'
import { digitFindings } from './digits.ts'
import { editionFindings } from './editions.ts'
import { incidentFindings } from './incidents.ts'
import { timeFindings } from './occurred.ts'
import { fieldsOf, isList, partsAt, type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'
import { referenceFindings, registerReferences } from './references.ts'
import { duplicateFindings, notBefore, statedFindings } from './shared.ts'
import { wordingFindings } from './wording.ts'

const sets = [
  '/facilities/*/shared-with',
  '/incidents/*/facilities',
  '/communications/*/incidents',
  '/communications/*/languages',
  '/communications/*/refers-to',
  '/communications/*/assurance/covers',
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
    ...partsAt(value, '/facilities/*').flatMap(each => facilityFindings(loaded, each)),
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
const organs = [
  'ministry',
  'embassy',
  'consulate-general',
  'consulate',
  'vice-consulate',
  'consular-agency',
  'permanent-mission',
  'armed-force',
  'ministry-of-defence'
]

function partyFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const kind = textAt(value, 'kind')
  const span = keySpan(loaded, pointer)
  const id = quoted(steps(pointer).at(-1) ?? '')
  const invented = valueAt(value, 'invented') !== undefined
  const found: Diagnostic[] = []
  if (kind === 'state' && invented === (valueAt(value, 'iso') !== undefined)) {
    const both = invented ? 'both `invented` and an ISO code' : 'neither an ISO code nor `invented`'
    const message = `the State ${id} has ${both}`
    const hints = ['a State has `iso: …` or `invented: true`']
    found.push(error({ rule: 'record/real-or-invented', message, span, pointer, hints }))
  }
  const of = textAt(value, 'of')
  const whole = of === null ? null : textAt(loaded.value, 'parties', of, 'kind')
  if (kind === 'international-organisation' && whole === 'state') {
    const at = child(pointer, 'of')
    const message = `${id} is an international organisation, and none belongs to a State`
    const hints = ['take `of` out; `city` says where its seat is']
    found.push(error({ rule: 'record/wrong-kind', message, span: placeOf(loaded, at), pointer: at, hints }))
  }
  if (kind !== null && organs.includes(kind) && valueAt(value, 'of') === undefined) {
    const hints = ['`of` names the State or organisation that it belongs to']
    found.push(error({ rule: 'record/missing-key', message: `\`of\` is missing in ${id}`, span, pointer, hints }))
  }
  if (valueAt(value, 'treaties') !== undefined && !invented) {
    const at = child(pointer, 'treaties')
    const message = `${id} is not invented: the law file says by which treaties it is bound`
    found.push(error({ rule: 'record/treaties', message, span: keySpan(loaded, at), pointer: at }))
  }
  return found
}

/** Of which State an office is, is always known; of property it may not be. */
const PROPERTY = ['commercial', 'civilian']

function facilityFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const type = textAt(value, 'type')
  if (valueAt(value, 'of') !== null || type === null || PROPERTY.includes(type)) return []
  const at = child(pointer, 'of')
  const message = `\`of: null\` says that nobody knows whose it is, but a facility of the type ${quoted(type)} is that of a State`
  const hints = ['name the State; a house of somebody whose nationality is not known has the type `civilian`']
  return [error({ rule: 'record/owner', message, span: placeOf(loaded, at), pointer: at, hints })]
}

function communicationFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const its = { what: 'its date', date: valueAt(value, 'date') }
  const seal = { what: 'its seal', date: textAt(value, 'sealed-at')?.slice(0, 'YYYY-MM-DD'.length) }
  const dateOf = (id: Json, section: string, ...field: readonly string[]) => ({
    what: `that of ${quoted(id)}`,
    date: typeof id === 'string' ? valueAt(loaded.value, section, id, ...field) : undefined
  })
  const each = (pattern: string, find: (at: Pointer, part: Json) => Diagnostic[]) =>
    partsAt(value, pattern).flatMap(part => find(pointer + part.pointer, part.value))
  const cited = ['/in-reply-to', '/supersedes', '/refers-to/*']
  return [
    ...each('/delivery/*/on', (at, date) => notBefore(loaded, at, { what: 'the delivery', date }, its)),
    ...each('/delivery/*/on', (at, date) => notBefore(loaded, at, { what: 'the delivery', date }, seal)),
    ...each('/delivery/*', (at, delivery) => timeFindings(loaded, at, delivery, 'on')),
    ...cited.flatMap(path => each(path, (at, id) => notBefore(loaded, at, its, dateOf(id, 'communications', 'date')))),
    ...each('/incidents/*', (at, id) => notBefore(loaded, at, its, dateOf(id, 'incidents', 'occurred', 'date'))),
    ...evidenceFindings(loaded, pointer, value),
    ...actFindings(loaded, { pointer, value }),
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
  const isOne = editions.some(each => textAt(each.value, 'form') === 'issue')
  return isOne || valueAt(value, 'sha256', 'issue') !== undefined
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

/** The relations that may not lead back to where they start. */
const cycles = [
  { section: 'parties', field: 'of' },
  { section: 'facilities', field: 'part-of' },
  { section: 'communications', field: 'supersedes' },
  { section: 'communications', field: 'in-reply-to' }
] as const
type Cycle = (typeof cycles)[number]

/** One finding for each cycle, at the first of its records in the file. */
function cycleFindings(loaded: Loaded, cycle: Cycle): Diagnostic[] {
  const { section, field } = cycle
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
    return back < 0 ? [] : [cycleFinding(loaded, cycle, way.slice(back))]
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
  const apart = 'if they belong to different series, tell them apart with `series`'
  const hints = [isCancelled ? 'a number that was used cannot be cancelled' : apart]
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
