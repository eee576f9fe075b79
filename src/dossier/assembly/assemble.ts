/** A drafting and what the kind of a note says in; the whole dossier out. */
import { inOrder } from '../../records/sequence.ts'
import { communicationOf } from '../decisions/case.ts'
import type { Cite, KindFields } from '../kind.ts'
import type { Dossier } from '../schema.ts'
import { type Drafting, localise, localiseOrNull } from './localise.ts'
import { dateEntry, partyEntry } from './parties.ts'
import { from, type Origins, ofRecord, together, trace, traced, traceList } from './trace.ts'

/** Puts the dossier together: its face, what its kind says, and the other notes and papers that it names. */
export function assemble(drafting: Drafting, said: KindFields, cite: Cite): Dossier {
  const face = faceOf(drafting)
  const papers = papersOf(drafting, said, cite)
  return trace<Dossier>(drafting.traces, { ...face.value, ...papers.value, ...said.value }, () => ({
    ...face.origins,
    ...papers.origins,
    ...said.origins
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

function faceOf(drafting: Drafting): Fields<Face> {
  const { request, language } = drafting
  const place = localise(drafting, request.place, 'note', '/place')
  const specimen = localiseOrNull(drafting, request.specimen, 'note', '/specimen')
  return {
    value: {
      language,
      original: language === request.languages.original,
      form: request.form,
      copyOf: drafting.copyOf ?? null,
      internal: drafting.internal ?? false,
      number: request.number,
      date: request.date === null ? null : dateEntry(request.date),
      place: place.value,
      sender: partyEntry(drafting, request.from),
      recipient: partyEntry(drafting, request.to),
      courtesy: request.courtesy,
      closing: request.courtesy !== 'none' && drafting.profile.courtesy.closing === 'by-mode',
      specimen: specimen.value,
      profile: profileEntry(drafting)
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

function profileEntry(drafting: Drafting): Dossier['profile'] {
  const { title, number } = drafting.profile
  const heading = localiseOrNull(drafting, title, 'profile', '/title')
  const sign = localise(drafting, number.sign, 'profile', '/number/sign')
  return trace(
    drafting.traces,
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

/** The drafter's own sentences, in the order of the request. */
function insertsOf(drafting: Drafting): Dossier['inserts'] {
  const items = (drafting.request.insert ?? []).map(({ after, text }, index) => {
    const pointer = `/insert/${index}`
    const words = localise(drafting, text, 'note', `${pointer}/text`)
    const origins = () => ({ after: from('note', `${pointer}/after`), text: words.origins() })
    return traced(trace(drafting.traces, { after, text: words.value }, origins), () => from('note', pointer))
  })
  return traceList(drafting.traces, items)
}

type Papers = 'refersTo' | 'unanswered' | 'inReplyTo' | 'supersedes' | 'inserts' | 'annexes'

/** Where the register says that no response came. */
function responseOf(id: string): Origins {
  return ofRecord('communications', id, 'response')
}

function papersOf(drafting: Drafting, { unanswered, value: { annexes } }: KindFields, cite: Cite): Fields<Papers> {
  const { request, register } = drafting
  const { 'in-reply-to': reply, supersedes } = request
  const refersTo = (request['refers-to'] ?? []).map((id, index) => ({
    id,
    date: communicationOf(register, id).date,
    value: cite(id),
    origins: () => from('note', `/refers-to/${index}`)
  }))
  return {
    value: {
      refersTo: traceList(drafting.traces, inOrder(refersTo)),
      unanswered: traceList(
        drafting.traces,
        unanswered.map(id => traced(cite(id), () => responseOf(id)))
      ),
      inReplyTo: reply === undefined ? null : cite(reply),
      supersedes: supersedes === undefined ? null : cite(supersedes),
      inserts: insertsOf(drafting),
      annexes
    },
    origins: {
      refersTo: from('note', '/refers-to'),
      unanswered: together(from('note', '/refers-to'), from('note', '/recall'), unanswered.flatMap(responseOf)),
      inReplyTo: from('note', '/in-reply-to'),
      supersedes: from('note', '/supersedes'),
      inserts: from('note', '/insert'),
      annexes: from('note', '/annexes')
    }
  }
}
