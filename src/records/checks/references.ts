/** Records and a table of where they name each other → ids that name nothing, or a record of the wrong kind. */
import { type Diagnostic, didYouMean, error } from '../../diagnostic.ts'
import { type Json, type Loaded, placeOf, steps } from '../../value.ts'
import { fieldsOf, isMapping, partsAt, type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** What a register keeps, and what one of each is called. */
const SECTIONS = {
  parties: 'a party',
  facilities: 'a facility',
  incidents: 'an incident',
  communications: 'a communication',
  sources: 'a source'
} as const
type Section = keyof typeof SECTIONS

/** What a reference demands of the record that it names. */
interface Demand {
  readonly what: string
  readonly fits: (record: Json) => boolean
}

/** A place where an id stands. */
export interface RecordReference {
  /** See `partsAt`. */
  readonly at: string
  readonly to: Section
  readonly demand?: Demand
}

function ofKind(...kinds: readonly string[]): (record: Json) => boolean {
  return record => kinds.includes(textAt(record, 'kind') ?? '')
}

const state: Demand = { what: 'a State', fits: ofKind('state') }
const hostOrOrganisation: Demand = {
  what: 'a State or an international organisation',
  fits: ofKind('state', 'international-organisation')
}
const writer: Demand = {
  what: 'one that writes notes, as a ministry or a mission does',
  fits: record => !ofKind('state', 'company')(record)
}
const body: Demand = { what: 'a company or another body', fits: record => !ofKind('state')(record) }
export const assurance: Demand = { what: 'an assurance', fits: record => textAt(record, 'type') === 'assurance' }
export const submission: Demand = { what: 'a submission', fits: record => textAt(record, 'type') === 'submission' }

/** The ids in a register. */
export const registerReferences: readonly RecordReference[] = [
  { at: '/parties/*/of', to: 'parties', demand: hostOrOrganisation },
  { at: '/parties/*/accredited-to', to: 'parties', demand: hostOrOrganisation },
  { at: '/facilities/*/of', to: 'parties', demand: state },
  { at: '/facilities/*/in', to: 'parties', demand: state },
  { at: '/facilities/*/owner', to: 'parties', demand: body },
  { at: '/facilities/*/part-of', to: 'facilities' },
  { at: '/facilities/*/shared-with/*', to: 'parties' },
  { at: '/incidents/*/facilities/*', to: 'facilities' },
  { at: '/incidents/*/territory', to: 'parties', demand: state },
  { at: '/incidents/*/attribution/to', to: 'parties', demand: state },
  { at: '/incidents/*/damage/*/at', to: 'facilities' },
  { at: '/incidents/*/**/named/*/nationality', to: 'parties', demand: state },
  { at: '/incidents/*/**/evidence/*/source', to: 'sources' },
  { at: '/communications/*/from', to: 'parties', demand: writer },
  { at: '/communications/*/to', to: 'parties', demand: writer },
  { at: '/communications/*/editions/*/to', to: 'parties', demand: writer },
  { at: '/communications/*/incidents/*', to: 'incidents' },
  { at: '/communications/*/in-reply-to', to: 'communications' },
  { at: '/communications/*/refers-to/*', to: 'communications' },
  { at: '/communications/*/supersedes', to: 'communications' },
  { at: '/communications/*/assurance/by', to: 'parties' },
  { at: '/communications/*/assurance/concerning', to: 'parties' },
  { at: '/communications/*/assurance/covers/*', to: 'incidents' },
  { at: '/communications/*/delivery/*/through', to: 'parties', demand: state },
  { at: '/communications/*/scope/in', to: 'parties', demand: state },
  { at: '/communications/*/scope/facilities/*', to: 'facilities' },
  { at: '/communications/*/**/evidence/*/source', to: 'sources' },
  { at: '/cancelled/*/from', to: 'parties', demand: writer }
]

/** The ids in a request. */
export const requestReferences: readonly RecordReference[] = [
  { at: '/from', to: 'parties', demand: writer },
  { at: '/to', to: 'parties', demand: writer },
  { at: '/to/*', to: 'parties', demand: writer },
  { at: '/concerning', to: 'parties', demand: state },
  { at: '/refers-to/*', to: 'communications' },
  { at: '/in-reply-to', to: 'communications' },
  { at: '/supersedes', to: 'communications' },
  { at: '/insert/*/source', to: 'sources' },
  { at: '/override/*/incident', to: 'incidents' },
  { at: '/stated/positions/*/incident', to: 'incidents' }
]

/** A reference that fails, and what is there in place of what it wants. */
interface Broken {
  readonly part: RecordPart
  readonly id: string
  readonly reference: RecordReference
}

/** Nearest ids are looked for so often in one file and no more: each look reads every id. */
const MOST_HINTS = 100

/** Checks every id that the table finds in a file. A section that is not there is not held against the ids into it. */
export function referenceFindings(loaded: Loaded, records: Json, references: readonly RecordReference[]): Diagnostic[] {
  const broken = references.flatMap(reference => {
    return partsAt(loaded.value, reference.at).flatMap(part => brokenAt(records, reference, part))
  })
  return broken.map((each, index) => {
    const { pointer } = each.part
    const hints = index < MOST_HINTS ? didYouMean(each.id, idsFor(records, each)) : []
    return error({ ...wrong(records, each), span: placeOf(loaded, pointer), pointer, hints })
  })
}

function brokenAt(records: Json, reference: RecordReference, part: RecordPart): Broken[] {
  const { value: id } = part
  if (typeof id !== 'string' || !isMapping(valueAt(records, reference.to))) return []
  const record = valueAt(records, reference.to, id)
  const fits = record !== undefined && (typeOf(record) === null || (reference.demand?.fits(record) ?? true))
  return fits ? [] : [{ part, id, reference }]
}

/** What a record says that it is; `null` where that cannot be read, so that it is not held against the reference too. */
function typeOf(record: Json | undefined): string | null {
  return textAt(record, 'kind') ?? textAt(record, 'type')
}

function wrong(records: Json, { id, reference }: Broken): { readonly rule: string; readonly message: string } {
  const what = reference.demand?.what ?? SECTIONS[reference.to]
  const type = typeOf(valueAt(records, reference.to, id))
  if (type !== null) {
    return { rule: 'record/wrong-kind', message: `${quoted(id)} is of kind ${quoted(type)}, expected ${what}` }
  }
  const [, elsewhere] = Object.entries(SECTIONS).find(([each]) => valueAt(records, each, id) !== undefined) ?? []
  if (elsewhere) return { rule: 'record/wrong-kind', message: `${quoted(id)} is ${elsewhere}, expected ${what}` }
  const kind = SECTIONS[reference.to].replace(/^an? /, '')
  return { rule: 'record/unknown-id', message: `the register has no ${kind} ${quoted(id)}` }
}

/** A record that names another does not mean itself. */
function idsFor(records: Json, { part, reference }: Broken): string[] {
  const [section, owner] = steps(part.pointer)
  return fittingIds(records, reference).filter(id => section !== reference.to || id !== owner)
}

function fittingIds(records: Json, { to, demand }: RecordReference): string[] {
  return fieldsOf(valueAt(records, to)).flatMap(([id, record]) => ((demand?.fits(record) ?? true) ? [id] : []))
}
