/** A desk, the decisions and the incidents of a note in; the whole dossier out. */

import { inOrder } from '../../records/sequence.ts'
import { decimalsGiven, isSummarised } from '../decisions/annexes.ts'
import { communicationOf, facilityOf, incidentOf } from '../decisions/case.ts'
import type { Decisions } from '../decisions/decide.ts'
import { commonIntent } from '../decisions/occasion.ts'
import type { Dossier, DossierCitation, DossierIncident, DossierPosition } from '../schema.ts'
import { legalEntry } from './bases.ts'
import { type Desk, localise, localiseOrNull } from './localise.ts'
import { dateEntry, facilityEntry, partyEntry } from './parties.ts'
import { listOf, recallEntry } from './recalled.ts'
import { submissionEntry } from './submission.ts'
import { fieldsOf, from, type Origins, ofRecord, together, trace, traced, traceList } from './trace.ts'

/** What the dossier is put together from. */
export interface Parts {
  readonly occasion: readonly DossierIncident[]
  /** In the order of the note. */
  readonly recalled: readonly DossierIncident[]
  readonly cite: (id: string) => DossierCitation
}

/** Puts the dossier together: its face, its substance, and the other notes and papers that it names. */
export function assemble(desk: Desk, decisions: Decisions, parts: Parts): Dossier {
  const face = faceOf(desk)
  const substance = substanceOf(desk, decisions, parts)
  const papers = papersOf(desk, decisions, parts)
  return trace<Dossier>(desk.traces, { ...face.value, ...substance.value, ...papers.value }, () => ({
    ...face.origins,
    ...substance.origins,
    ...papers.origins
  }))
}

/** Some fields of the dossier, with the records behind each. */
interface Fields<K extends keyof Dossier> {
  readonly value: Pick<Dossier, K>
  readonly origins: Readonly<Record<K, Origins>>
}

type Face =
  | 'language'
  | 'original'
  | 'form'
  | 'copyOf'
  | 'internal'
  | 'number'
  | 'date'
  | 'place'
  | 'sender'
  | 'recipient'
  | 'courtesy'
  | 'closing'
  | 'specimen'
  | 'profile'

function faceOf(desk: Desk): Fields<Face> {
  const { request, language } = desk
  const place = localise(desk, request.place, 'note', '/place')
  const specimen = localiseOrNull(desk, request.specimen, 'note', '/specimen')
  return {
    value: {
      language,
      original: language === request.languages.original,
      form: request.form,
      copyOf: desk.copyOf ?? null,
      internal: desk.internal ?? false,
      number: request.number,
      date: request.date === null ? null : dateEntry(request.date),
      place: place.value,
      sender: partyEntry(desk, request.from),
      recipient: partyEntry(desk, request.to),
      courtesy: request.courtesy,
      closing: request.courtesy !== 'none' && desk.profile.courtesy.closing === 'by-mode',
      specimen: specimen.value,
      profile: profileEntry(desk)
    },
    origins: {
      language: from('note', '/languages'),
      original: from('note', '/languages/original'),
      form: from('note', '/form'),
      copyOf: from('note', '/form'),
      internal: from('note', '/form'),
      number: from('note', '/number'),
      date: from('note', '/date'),
      place: place.origins(),
      sender: from('note', '/from'),
      recipient: from('note', '/to'),
      courtesy: from('note', '/courtesy'),
      closing: together(from('note', '/courtesy'), from('profile', '/courtesy/closing')),
      specimen: specimen.origins(),
      profile: from('note', '/profile')
    }
  }
}

function profileEntry(desk: Desk): Dossier['profile'] {
  const { title, number } = desk.profile
  const heading = localiseOrNull(desk, title, 'profile', '/title')
  const sign = localise(desk, number.sign, 'profile', '/number/sign')
  return trace(
    desk.traces,
    {
      title: heading.value,
      numberSign: sign.value,
      blank: number.blank
    },
    () => ({
      title: heading.origins(),
      numberSign: sign.origins(),
      blank: from('profile', '/number/blank')
    })
  )
}

type Substance =
  | 'occasion'
  | 'recall'
  | 'intent'
  | 'submission'
  | 'legal'
  | 'strength'
  | 'condemn'
  | 'demands'
  | 'reserveRights'
  | 'inserts'

function substanceOf(desk: Desk, decisions: Decisions, { occasion, recalled, cite }: Parts): Fields<Substance> {
  const { request } = desk
  const struck = (part: string) => occasion.flatMap(each => from('register', `/incidents/${each.id}/${part}`))
  return {
    value: {
      occasion: listOf(desk, occasion),
      recall: recallEntry(desk, decisions, { incidents: recalled, cite }),
      intent: commonIntent(occasion.map(each => incidentOf(desk.register, each.id))),
      submission: submissionEntry(desk, occasion, recalled),
      legal: legalEntry(desk, decisions.bases, [...occasion, ...recalled]),
      strength: request.strength,
      condemn: request.condemn,
      demands: traceList(
        desk.traces,
        request.demands.map((value, index) => traced(value, () => from('note', `/demands/${index}`)))
      ),
      reserveRights: request['reserve-rights'],
      inserts: insertsOf(desk)
    },
    origins: {
      occasion: from('note', '/occasion'),
      recall: from('note', '/recall'),
      intent: struck('intent'),
      submission: from('note', '/submission'),
      legal: from('note', '/legal'),
      strength: from('note', '/strength'),
      condemn: from('note', '/condemn'),
      demands: from('note', '/demands'),
      reserveRights: from('note', '/reserve-rights'),
      inserts: from('note', '/insert')
    }
  }
}

/** The drafter's own sentences, in the order of the request. */
function insertsOf(desk: Desk): Dossier['inserts'] {
  const items = (desk.request.insert ?? []).map(({ after, text }, index) => {
    const pointer = `/insert/${index}`
    const words = localise(desk, text, 'note', `${pointer}/text`)
    const origins = () => ({ after: from('note', `${pointer}/after`), text: words.origins() })
    return traced(trace(desk.traces, { after, text: words.value }, origins), () => from('note', pointer))
  })
  return traceList(desk.traces, items)
}

type Papers = 'refersTo' | 'unanswered' | 'inReplyTo' | 'supersedes' | 'annexes' | 'positions'

/** Where the register says that no response came. */
function responseOf(id: string): Origins {
  return ofRecord('communications', id, 'response')
}

function papersOf(desk: Desk, decisions: Decisions, { cite }: Parts): Fields<Papers> {
  const { request, register } = desk
  const { 'in-reply-to': reply, supersedes } = request
  const refersTo = (request['refers-to'] ?? []).map((id, index) => ({
    id,
    date: communicationOf(register, id).date,
    value: cite(id),
    origins: () => from('note', `/refers-to/${index}`)
  }))
  return {
    value: {
      refersTo: traceList(desk.traces, inOrder(refersTo)),
      unanswered: traceList(
        desk.traces,
        decisions.unanswered.map(id => traced(cite(id), () => responseOf(id)))
      ),
      inReplyTo: reply === undefined ? null : cite(reply),
      supersedes: supersedes === undefined ? null : cite(supersedes),
      annexes: annexesOf(desk, decisions),
      positions: positionsOf(desk, decisions.coordinates)
    },
    origins: {
      refersTo: from('note', '/refers-to'),
      unanswered: together(
        from('note', '/refers-to'),
        from('note', '/recall'),
        decisions.unanswered.flatMap(responseOf)
      ),
      inReplyTo: from('note', '/in-reply-to'),
      supersedes: from('note', '/supersedes'),
      annexes: from('note', '/annexes'),
      positions: from('note', '/annexes')
    }
  }
}

function annexesOf(desk: Desk, { annexes, recalled }: Decisions): Dossier['annexes'] {
  const items = annexes.map((type, index) => {
    const added = isSummarised(desk, recalled) && !desk.request.annexes?.includes(type)
    const origins = () => (added ? from('profile', '/recall/body') : from('note', '/annexes'))
    return {
      value: trace(desk.traces, { number: index + 1, type }, () => ({ number: origins(), type: origins() })),
      origins
    }
  })
  return traceList(desk.traces, items)
}

/** Restricted: made for an annex of coordinates alone. */
function positionsOf(desk: Desk, facilities: Decisions['coordinates']): DossierPosition[] | null {
  if (facilities === null) return null
  const items = facilities.flatMap(id => {
    const position = positionOf(desk, id)
    return position ? [traced(position, () => from('register', `/facilities/${id}/coordinates`))] : []
  })
  return traceList(desk.traces, items)
}

/** The digits are those that were given. */
function positionOf(desk: Desk, id: string): DossierPosition | null {
  const record = facilityOf(desk.register, id)
  const { coordinates } = record
  const digits = decimalsGiven(record)
  if (coordinates === undefined || digits === null) return null
  const { latitude, longitude } = coordinates
  const at = fieldsOf('register', `/facilities/${id}/coordinates`)
  return trace(desk.traces, { facility: facilityEntry(desk, id), latitude, longitude, decimals: digits }, () => ({
    facility: from('register', `/facilities/${id}`),
    latitude: at('latitude'),
    longitude: at('longitude'),
    decimals: coordinates.decimals === undefined ? together(at('latitude'), at('longitude')) : at('decimals')
  }))
}
