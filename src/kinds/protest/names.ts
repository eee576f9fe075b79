/** A case and its incidents in; the names in it that would be taken for one another, or do not go with the words, out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { facilityOf, incidentOf, inRegister, partyOf } from '../../dossier/decisions/case.ts'
import { apart, classOfIncident } from '../../dossier/decisions/classes.ts'
import { isMeans } from '../../records/means.ts'
import type { Pointer } from '../../value.ts'
import type { ProtestCase } from './protest-case.ts'

/** The incidents of a note, and whether an annex lists the prior ones. */
export interface ToldIncidents {
  readonly occasion: readonly string[]
  readonly recalled: readonly string[]
  readonly listed: boolean
  readonly summarised: boolean
}

/** Findings about the short names of a note, and about the number of its parties. */
export function checkNames(facts: ProtestCase, told: ToldIncidents): Diagnostic[] {
  return [...sameNames(facts, told), ...plurals(facts)]
}

interface Named {
  readonly id: string
  readonly pointer: Pointer
  readonly full: string
  readonly short: string
}

/** Whoever reads "the Embassy" must know which: what is first named in full and then in short needs a name of its own. */
function sameNames(facts: ProtestCase, told: ToldIncidents): Diagnostic[] {
  const { from, to } = facts.request
  const parties = [...new Set([from, to])].flatMap(id => namedAt(facts, 'parties', id, partyOf(facts.register, id)))
  const struck = struckTwice(facts, told)
  const facilities = struck.flatMap(id => namedAt(facts, 'facilities', id, facilityOf(facts.register, id)))
  const all = [...parties, ...facilities]
  return all.flatMap((each, index) => {
    const other = all.slice(0, index).find(one => one.short === each.short && one.full !== each.full)
    return other ? [sameName(facts, each, other)] : []
  })
}

function namedAt(
  { language }: ProtestCase,
  section: 'parties' | 'facilities',
  id: string,
  { names }: { readonly names: ReturnType<typeof partyOf>['names'] }
): Named[] {
  const forms = Object.hasOwn(names, language) ? names[language] : undefined
  const { full, short } = forms ?? {}
  if (full === undefined || short === undefined) return []
  return [{ id, pointer: `/${section}/${id}/names/${language}`, full, short }]
}

function sameName(facts: ProtestCase, each: Named, other: Named): Diagnostic {
  const message = `\`${each.id}\` and \`${other.id}\` are both called \`${each.short}\` in this note`
  const hints = ['give it a short name that tells them apart: `the Embassy in …`, `the Ministry of …`']
  return error({ rule: 'resolve/same-name', message, ...inRegister(facts, `${each.pointer}/short`), hints })
}

/** The facilities that the note names more than once, so that it calls them by their short names. */
function struckTwice(facts: ProtestCase, told: ToldIncidents): string[] {
  const times = new Map<string, number>()
  const mentions = [...sentences(facts, told), ...openings(facts, told), ...rows(facts, told)]
  for (const id of mentions) times.set(id, (times.get(id) ?? 0) + 1)
  return [...times].flatMap(([id, count]) => (count > 1 ? [id] : []))
}

/** A sentence about an incident names what was struck where the means is its subject; else the house words it. */
function sentences({ register }: ProtestCase, { occasion, recalled, summarised }: ToldIncidents): string[] {
  return [...occasion, ...(summarised ? [] : recalled)].flatMap(id => struckIn(register, id))
}

function struckIn(register: ProtestCase['register'], id: string): readonly string[] {
  const incident = incidentOf(register, id)
  const { means, facilities } = incident
  return means === undefined || isMeans('clause', means.kind) ? apart(register, incident).besides : facilities
}

/** A recall of a single mission or post opens with its name. */
function openings({ register, request }: ProtestCase, { recalled, summarised }: ToldIncidents): readonly string[] {
  if (request.recall.order !== 'by-class' || summarised) return []
  const [only, ...more] = recalled.filter(
    id => classOfIncident(register, incidentOf(register, id)) === 'diplomatic-and-consular'
  )
  return only === undefined || more.length > 0 ? [] : apart(register, incidentOf(register, only)).struck
}

/** A row of a chronology has the full name in one cell and the sentence in another. */
function rows({ register }: ProtestCase, { recalled, listed }: ToldIncidents): string[] {
  return listed ? recalled.flatMap(id => [...incidentOf(register, id).facilities, ...struckIn(register, id)]) : []
}

/** The sentences of a note have one ministry or mission as their subject: "presents", "its", "considers". */
function plurals(facts: ProtestCase): Diagnostic[] {
  const { register, request, sender } = facts
  const states = request['reserve-rights'] && sender !== null ? [sender] : []
  return [...new Set([request.from, request.to, ...states])].flatMap(id => {
    if (partyOf(register, id).number !== 'plural') return []
    const message = `\`${id}\` is plural, but a note names its parties in the singular`
    const hints = ['name one body, as "the Ministry" or "the Government", and leave `number` out']
    return [error({ rule: 'resolve/plural', message, ...inRegister(facts, `/parties/${id}/number`), hints })]
  })
}
