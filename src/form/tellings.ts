/** A note in; which of its sentences tell of which incident out. */
import type { Text } from '../document/document.ts'
import type { DossierIncident } from '../dossier/schema.ts'
import { recordOf } from '../fact.ts'
import { once } from '../once.ts'
import { idsIn, isFrom, prints } from './facts.ts'
import { isBody } from './find.ts'
import { incidentsOf, leavesOf, type Note, type Sentence } from './note.ts'

/** A sentence, and the ids of the incidents that it tells of. */
export interface Telling {
  readonly sentence: Sentence
  readonly ids: readonly string[]
  /** Whether it says so itself; else it goes on where the sentence before it stopped. */
  readonly own: boolean
}

const tellingsOfNotes = new WeakMap<Note, readonly Telling[]>()

/**
 * The sentences of the body and the rows of tables, in reading order. A sentence that names no incident belongs to the one
 * before it, until a party of the note speaks again.
 */
export function tellingsOf(note: Note): readonly Telling[] {
  return once(tellingsOfNotes, note, () => [...inBody(note), ...inRows(note)])
}

function inBody(note: Note): Telling[] {
  const { from, to } = note.records.request
  let last: readonly string[] = []
  return note.paragraphs
    .filter(each => isBody(each) && each.type !== 'table')
    .flatMap(paragraph => paragraph.sentences)
    .map(sentence => {
      const leaves = leavesOf(sentence)
      const ids = [...new Set(leaves.flatMap(idsOf))]
      const speaks = leaves.some(each => names(each, 'parties', from) || names(each, 'parties', to))
      last = ids.length > 0 ? ids : speaks ? [] : last
      return { sentence, ids: last, own: ids.length > 0 }
    })
}

/** Each cell of a row tells of the incident of the row. */
function inRows({ paragraphs }: Note): Telling[] {
  const cells = paragraphs.filter(each => each.type === 'table')
  const rows = new Map<string | null, Set<string>>()
  for (const { row, runs } of cells)
    for (const id of runs.flatMap(run => idsOf(run.leaf))) once(rows, row, () => new Set()).add(id)
  return cells.flatMap(cell => {
    const ids = [...(rows.get(cell.row) ?? [])]
    return cell.sentences.map(sentence => ({ sentence, ids, own: ids.length > 0 }))
  })
}

/** The incidents from whose records a leaf was made. */
export function idsOf(leaf: Text): string[] {
  return idsIn(leaf, 'incidents')
}

/** Whether a leaf is the name of a record. */
export function names(leaf: Text, kind: 'parties' | 'facilities', id: string): boolean {
  return prints(leaf, kind, id, 'names')
}

/** What of an incident is said only where it is told, not where it is merely meant by its date. */
const SUBSTANCE = ['event', 'circumstances', 'measures', 'damage', 'casualties', 'means', 'place'] as const

/** Whether a sentence says what happened, and not only when. */
export function tells(sentence: Sentence, incident: DossierIncident): boolean {
  const leaves = leavesOf(sentence)
  const own = leaves.filter(leaf => idsOf(leaf).join() === incident.id)
  if (own.some(leaf => SUBSTANCE.some(each => prints(leaf, 'incidents', incident.id, each)))) return true
  const dated = own.some(leaf => prints(leaf, 'incidents', incident.id, 'occurred'))
  return dated && leaves.some(leaf => isStruck(leaf, incident))
}

function isStruck(leaf: Text, { facilities, territory }: DossierIncident): boolean {
  if (facilities.some(each => names(leaf, 'facilities', each.id))) return true
  return territory !== null && isFrom(leaf, each => each.field !== null && recordOf(each) === territory.name.subject)
}

/** The first sentence of the body that tells of each incident, in reading order. */
export function firstTellings(note: Note): { readonly id: string; readonly sentence: Sentence }[] {
  const seen = new Set<string>()
  const incidents = incidentsOf(note)
  return tellingsOf(note)
    .filter(each => each.own && each.sentence.paragraph.type !== 'table')
    .flatMap(({ sentence, ids }) =>
      ids.flatMap(id => {
        const incident = incidents.find(each => each.id === id)
        if (!incident || seen.has(id) || !tells(sentence, incident)) return []
        seen.add(id)
        return [{ id, sentence }]
      })
    )
}
