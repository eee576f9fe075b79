/** Checked records in; the dossier of one note in one language out, with the origins of everything in it. */

import { type Diagnostic, refuse } from '../diagnostic.ts'
import type { Origin } from '../fact.ts'
import type { Image } from '../image/image.ts'
import type { EmblemSetting } from '../records/profile.ts'
import type { Records } from '../records/records.ts'
import type { Pointer } from '../value.ts'
import { assemble } from './assembly/assemble.ts'
import { incidentEntry } from './assembly/incidents.ts'
import { type Desk, localise, missingAt, openDesk } from './assembly/localise.ts'
import { citationEntry } from './assembly/parties.ts'
import { ofRecord, originsIn, traced, traceList } from './assembly/trace.ts'
import { openCase } from './decisions/case.ts'
import { coverageIn } from './decisions/coverage.ts'
import { type Decisions, decide } from './decisions/decide.ts'
import type { Position } from './decisions/positions.ts'
import type { Dossier, DossierCitation, DossierIncident } from './schema.ts'

/** A dossier, and what stands behind it. */
export interface Resolved {
  readonly dossier: Dossier
  /** The record origins by dossier pointer; a pointer that is not here shares those of its nearest ancestor. */
  readonly origins: ReadonlyMap<Pointer, readonly Origin[]>
  /** The legal positions without which the note could not be made. */
  readonly positions: readonly Position[]
  /** The emblem of the house, with what it shows in the language of the note; null where the house has none. */
  readonly emblem: Emblem | null
  readonly notes: readonly Diagnostic[]
}

/** An emblem as the note shows it. */
interface Emblem extends Omit<EmblemSetting, 'file' | 'alternate'> {
  readonly image: Image
  readonly alternate: string
  readonly origins: readonly Origin[]
}

/**
 * Decides what the note says, then says it in its language. Throws `Rejected` with everything that is wrong: decisions
 * that cannot be taken and every text that the language lacks.
 */
export function resolve(records: Records): Resolved {
  const desk = openDesk(openCase(records))
  const decisions = decide(desk)
  const cite = citing(desk)
  const dossier = assemble(desk, decisions, {
    occasion: decisions.occasion.map(id => entryOf(desk, decisions, cite, id)),
    recalled: decisions.recalled.map(id => entryOf(desk, decisions, cite, id)),
    cite
  })
  const emblem = emblemEntry(desk)
  const notes = refuse([...decisions.notes, ...missingAt(desk)])
  return { dossier, origins: originsIn(desk.traces, dossier), positions: decisions.positions, emblem, notes }
}

function emblemEntry(desk: Desk): Emblem | null {
  const setting = desk.profile.letterhead?.emblem
  if (!setting || !desk.emblem) return null
  const { height, align } = setting
  const { value, origins } = localise(desk, setting.alternate, 'profile', '/letterhead/emblem/alternate')
  return { image: desk.emblem, height, align, alternate: value, origins: origins() }
}

type Cite = (id: string) => DossierCitation

/** Makes each citation once. */
function citing(desk: Desk): Cite {
  const made = new Map<string, DossierCitation>()
  return id => {
    const citation = made.get(id) ?? citationEntry(desk, id)
    made.set(id, citation)
    return citation
  }
}

/** An incident of the note, with the communications that reported it and its coverage. */
function entryOf(desk: Desk, decisions: Decisions, cite: Cite, id: string): DossierIncident {
  const ids = decisions.reports.get(id) ?? []
  const items = ids.map(each => traced(cite(each), () => ofRecord('communications', each)))
  const reports = traced(traceList(desk.traces, items), () =>
    ids.length > 0 ? ids.flatMap(each => ofRecord('communications', each, 'incidents')) : ofRecord('incidents', id)
  )
  return incidentEntry(desk, id, { coverage: coverageIn(desk, id), reports })
}
