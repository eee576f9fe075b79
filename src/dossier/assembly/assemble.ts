/** A drafting and what the kind of a note says in; the whole dossier out. */
import { inOrder } from '../../records/sequence.ts'
import { communicationOf, goesToAnother } from '../decisions/case.ts'
import type { Cite, KindFields } from '../kind.ts'
import type { Dossier } from '../schema.ts'
import { type Drafting, localise, localiseOrNull } from './localise.ts'
import { dateEntry, partyEntry, stateEntry } from './parties.ts'
import { compose, fieldsOf, from, ofRecord, together, traced, traceEach, traceList } from './trace.ts'

/** Puts the dossier together: its face, the other notes and papers that it names, and what its kind says. */
export function assemble(drafting: Drafting, said: KindFields, cite: Cite): Dossier {
  const parts = { ...faceOf(drafting), ...papersOf(drafting, said, cite), ...said.parts }
  return compose<Dossier>(drafting, fieldsOf('note', ''), parts)
}

function faceOf(drafting: Drafting) {
  const { request, language } = drafting
  const byForm = () => from('note', '/form')
  const byConcern = () => from('note', request.concerning === undefined ? '/to' : '/concerning')
  const closing = request.courtesy !== 'none' && drafting.profile.courtesy.closing === 'by-mode'
  return {
    language: traced(language, () => from('note', '/languages')),
    original: traced(language === request.languages.original, () => from('note', '/languages/original')),
    form: request.form,
    copyOf: traced(drafting.copyOf ?? null, byForm),
    internal: traced(drafting.internal ?? false, byForm),
    number: request.number,
    date: request.date === null ? null : dateEntry(request.date),
    place: localise(drafting, request.place, 'note', '/place'),
    sender: traced(partyEntry(drafting, request.from), () => from('note', '/from')),
    recipient: traced(partyEntry(drafting, request.to), () => from('note', '/to')),
    concerned: traced(drafting.concerned === null ? null : stateEntry(drafting, drafting.concerned), byConcern),
    toAnother: traced(goesToAnother(drafting), () => together(from('note', '/to'), byConcern())),
    courtesy: request.courtesy,
    opening: traced(request.courtesy, () => from('note', '/courtesy')),
    closing: traced(closing, () => together(from('note', '/courtesy'), from('profile', '/courtesy/closing'))),
    specimen: localiseOrNull(drafting, request.specimen, 'note', '/specimen'),
    profile: profileEntry(drafting)
  }
}

function profileEntry(drafting: Drafting): Dossier['profile'] {
  const { title, number } = drafting.profile
  return compose<Dossier['profile']>(drafting, fieldsOf('profile', '/number'), {
    title: localiseOrNull(drafting, title, 'profile', '/title'),
    numberSign: localise(drafting, number.sign, 'profile', '/number/sign'),
    blank: number.blank
  })
}

function papersOf(drafting: Drafting, { unanswered, parts: { annexes } }: KindFields, cite: Cite) {
  const { request, register } = drafting
  const { 'in-reply-to': reply, supersedes } = request
  const refersTo = (request['refers-to'] ?? []).map((id, index) => {
    return {
      id,
      date: communicationOf(register, id).date,
      ...traced(cite(id), () => from('note', `/refers-to/${index}`))
    }
  })
  // where the register says that no response came
  const responseOf = (id: string) => ofRecord('communications', id, 'response')
  return {
    refersTo: traced(traceList(drafting, inOrder(refersTo)), () => from('note', '/refers-to')),
    unanswered: traced(traceEach(drafting, unanswered, cite, responseOf), () =>
      together(from('note', '/refers-to'), from('note', '/recall'), unanswered.flatMap(responseOf))
    ),
    inReplyTo: traced(reply === undefined ? null : cite(reply), () => from('note', '/in-reply-to')),
    supersedes: supersedes === undefined ? null : cite(supersedes),
    inserts: traced(insertsOf(drafting), () => from('note', '/insert')),
    annexes
  }
}

/** The drafter's own sentences, in the order of the request. */
function insertsOf(drafting: Drafting): Dossier['inserts'] {
  const entryOf = ({ after, text }: NonNullable<Drafting['request']['insert']>[number], index: number) => {
    const pointer = `/insert/${index}`
    const words = localise(drafting, text, 'note', `${pointer}/text`)
    return compose<Dossier['inserts'][number]>(drafting, fieldsOf('note', pointer), { after, text: words })
  }
  return traceEach(drafting, drafting.request.insert ?? [], entryOf, (_, index) => from('note', `/insert/${index}`))
}
