/** A case and its recall in; the annexes of the note out, with what they list. */
import { type Diagnostic, error, information, type Noted } from '../../diagnostic.ts'
import { facilityOf, incidentOf, inNote, inRegister } from '../../dossier/decisions/case.ts'
import { classOfFacility } from '../../dossier/decisions/classes.ts'
import { decimalsOf } from '../../languages/numerals.ts'
import type { FacilityRecord } from '../../records/schema.ts'
import { byCodeUnit } from '../../records/sequence.ts'
import type { ProtestCase } from './protest-case.ts'
import { type AnnexType, annexesAsked } from './request.ts'

/** Whether the recalled incidents are more than the body of a note of this house lists. */
export function isSummarised({ profile }: ProtestCase, recalled: readonly string[]): boolean {
  return recalled.length > profile.recall.body
}

/** The annexes in the order of the request; a chronology is added where the body only summarises. */
export function chooseAnnexes(facts: ProtestCase, recalled: readonly string[]): Noted<readonly AnnexType[]> {
  const asked = annexesAsked(facts.request)
  const added = isSummarised(facts, recalled) && !asked.includes('chronology')
  const notes = [
    ...(added ? [addedChronology(facts, recalled)] : []),
    ...(asked.includes('chronology') && recalled.length === 0 ? [emptyChronology(facts, asked)] : [])
  ]
  return { value: added ? [...asked, 'chronology'] : asked, notes }
}

/**
 * Whether a chronology says by what each incident was reported: as the request has it, else where every one was, for a gap
 * in that column would speak against the sender alone.
 */
export function isReportedByShown({ request }: ProtestCase, reports: ReadonlyMap<string, readonly string[]>): boolean {
  const asked = request.annexes?.find(each => typeof each !== 'string')
  return asked?.['reported-by'] ?? [...reports.values()].every(each => each.length > 0)
}

function addedChronology(facts: ProtestCase, recalled: readonly string[]): Diagnostic {
  const message = `${recalled.length} prior incidents are more than the ${facts.profile.recall.body} that the body lists: an annex with the chronology is added`
  return information({ rule: 'NV051', message, ...inNote(facts, '/recall') })
}

function emptyChronology(facts: ProtestCase, asked: readonly AnnexType[]): Diagnostic {
  const message = 'the annex `chronology` has nothing to list: no prior incident is recalled'
  return error({ rule: 'resolve/empty-annex', message, ...inNote(facts, `/annexes/${asked.indexOf('chronology')}`) })
}

/**
 * The facilities whose coordinates an annex gives: the missions and posts that the incidents of the note struck. One
 * without coordinates is an error, never a gap in a table.
 */
export function choosePositions(facts: ProtestCase, incidents: readonly string[]): Noted<readonly string[]> {
  const struck = incidents.flatMap(id => incidentOf(facts.register, id).facilities)
  const ids = [...new Set(struck)].filter(id => classOfFacility(facilityOf(facts.register, id)) !== 'other')
  const missing = ids.filter(id => facilityOf(facts.register, id).coordinates === undefined)
  const notes = missing.map(id => {
    const message = `the annex of coordinates needs the coordinates of \`${id}\``
    return error({ rule: 'NV042', message, ...inRegister(facts, `/facilities/${id}`) })
  })
  const empty = ids.length === 0 ? [emptyCoordinates(facts)] : []
  const given = ids.filter(id => !missing.includes(id))
  const coarse = given.flatMap(id => tooCoarse(facts, id))
  return { value: given.sort(byCodeUnit), notes: [...notes, ...coarse, ...empty] }
}

/** Decimals of a degree that tell a building from its neighbours: about 1 m. */
const FINE = 5

function tooCoarse(facts: ProtestCase, id: string): Diagnostic[] {
  const { coordinates } = facilityOf(facts.register, id)
  const decimals = coordinates ? decimalsGiven(coordinates) : FINE
  if (decimals >= FINE) return []
  const message = `the coordinates of \`${id}\` have ${decimals} decimals; it takes ${FINE} to tell a building from its neighbours`
  const hints = ['give the digits that were measured; if the last ones are zeros, give their number in `decimals`']
  return [error({ rule: 'NV042', message, ...inRegister(facts, `/facilities/${id}/coordinates`), hints })]
}

export type Coordinates = NonNullable<FacilityRecord['coordinates']>

/** How many decimals of a degree were given, read off the number that has more where the record does not say it. */
export function decimalsGiven({ decimals, latitude, longitude }: Coordinates): number {
  return decimals ?? Math.max(decimalsOf(latitude), decimalsOf(longitude))
}

function emptyCoordinates(facts: ProtestCase): Diagnostic {
  const message = 'the annex `coordinates` has nothing to list: no mission or post was struck'
  return error({ rule: 'resolve/empty-annex', message, ...inNote(facts, '/annexes') })
}
