/** The communications of which a note tells more in; the dossier's entries of them out, and what a note must say of them. */
import { dateEntry, stateEntry } from '../../dossier/assembly/parties.ts'
import { compose, fieldsOf, from, ofRecord, traced, traceEach } from '../../dossier/assembly/trace.ts'
import { wordedOrNull } from '../../dossier/assembly/words.ts'
import { communicationOf, stateOf } from '../../dossier/decisions/case.ts'
import type { Cite, Obligation } from '../../dossier/kind.ts'
import type { DossierIncident, DossierState } from '../../dossier/schema.ts'
import type { CommunicationRecord } from '../../records/schema.ts'
import { compareDays } from '../../records/sequence.ts'
import type { Pointer } from '../../value.ts'
import type { DossierAct } from './dossier.ts'
import type { ProtestDrafting } from './protest-case.ts'
import { datedListOf } from './recalled.ts'
import { actOf, answerTo, isAttemptTold, isDeliveryTold, strengthIn } from './told.ts'

/** Every communication that telling these needs. */
export function answersIn(acts: readonly DossierAct[]): string[] {
  return acts.flatMap(({ note, answer }) => [note.id, ...(answer ? [answer.note.id] : [])])
}

/** All that the records say of them. */
export function actsMustSay(acts: readonly DossierAct[]): Obligation[] {
  return acts.flatMap(({ note, strength, asked, said, deliveries, answer }, index) => {
    const what = `what the register says of \`${note.id}\``
    const texts = { asked, said, 'answer/said': answer?.said ?? null }
    const attempts = deliveries.flatMap(({ told, afterwards }, place) =>
      Object.entries({ told, afterwards }).map(([key, text]) => [`deliveries/${place}/${key}`, text] as const)
    )
    return [
      ...(strength === null ? [] : [saidAt(`/acts/${index}/strength`, what, 'told')]),
      ...[...Object.entries(texts), ...attempts].flatMap(([key, text]) =>
        text === null ? [] : [saidAt(`/acts/${index}/${key}`, what, 'printed')]
      )
    ]
  })
}

export function saidAt(pointer: Pointer, what: string, by: 'told' | 'printed'): Obligation {
  const message = `the template does not print ${what}`
  const hint = 'the template needs `{{> prior-notification}}`, or the partials that it calls'
  return { pointer, by, rule: 'template/unprinted', message, hint }
}

/** The acts as the dossier has them. */
export function actEntries(
  drafting: ProtestDrafting,
  ids: readonly string[],
  { incidents, cite }: { readonly incidents: readonly DossierIncident[]; readonly cite: Cite }
): DossierAct[] {
  const entryOf = (id: string): DossierAct => {
    const record = actOf(drafting, id)
    if (record === null) throw new Error(`\`${id}\` is no act`)
    const pointer = `/communications/${id}`
    const about = incidents.filter(each => record.incidents?.includes(each.id))
    return compose<DossierAct>(drafting, fieldsOf('register', pointer), {
      note: traced(cite(id), () => ofRecord('communications', id)),
      incidents: traced(datedListOf(drafting, about), () => from('register', `${pointer}/incidents`)),
      strength:
        strengthIn(
          record,
          incidents.map(each => each.id)
        ) ?? null,
      asked: wordedOrNull(drafting, record.asked, { name: 'asked', pointer: `${pointer}/asked` }),
      said: wordedOrNull(drafting, record.wording, { name: 'said', pointer: `${pointer}/wording` }),
      deliveries: traced(deliveriesOf(drafting, id, record), () => from('register', `${pointer}/delivery`)),
      answer: traced(answerOf(drafting, id, cite), () => from('register', `${pointer}/in-reply-to`))
    })
  }
  return traceEach(drafting, ids, entryOf, id => ofRecord('communications', id))
}

/** The attempts of which something is told, and those that failed. */
function deliveriesOf(drafting: ProtestDrafting, id: string, record: CommunicationRecord): DossierAct['deliveries'] {
  const attempts = isDeliveryTold(record) ? (record.delivery ?? []) : []
  const indexed = attempts.map((each, index) => ({ each, pointer: `/communications/${id}/delivery/${index}` }))
  const chosen = indexed.filter(({ each }) => isAttemptTold(each) || each.outcome !== 'accepted')
  return traceEach(
    drafting,
    chosen,
    ({ each, pointer }, index) =>
      compose<DossierAct['deliveries'][number]>(drafting, fieldsOf('register', pointer), {
        date: traced(dateEntry(each.on), () => from('register', `${pointer}/on`)),
        sameDay: traced(isSameDay(each.on, chosen[index - 1]?.each.on ?? record.date), () =>
          from('register', `${pointer}/on`)
        ),
        told: wordedOrNull(drafting, each.told, { name: 'told', pointer: `${pointer}/told` }),
        through: throughOf(drafting, record, { state: each.through, pointer }),
        outcome: each.outcome,
        afterwards: wordedOrNull(drafting, each.afterwards, { name: 'circumstance', pointer: `${pointer}/afterwards` })
      }),
    ({ pointer }) => from('register', pointer)
  )
}

/** Of a sender that has a State, whose interests can be protected. */
function throughOf(
  drafting: ProtestDrafting,
  { from: sender }: CommunicationRecord,
  { state, pointer }: { readonly state: string | undefined; readonly pointer: string }
): DossierAct['deliveries'][number]['through'] {
  const represented = stateOf(drafting.register, sender)
  if (state === undefined || represented === null) return null
  const origins = () => from('register', `${pointer}/through`)
  return compose<{ by: DossierState; of: DossierState }>(drafting, origins, {
    by: stateEntry(drafting, state),
    of: stateEntry(drafting, represented)
  })
}

/** Whether two dates are one and the same day, and known to be. */
function isSameDay(one: string | null, other: string | null): boolean {
  return compareDays(one, other) === 'same'
}

function answerOf(drafting: ProtestDrafting, id: string, cite: Cite): DossierAct['answer'] {
  const answer = answerTo(drafting, id)
  if (answer === null) return null
  const pointer = `/communications/${answer.id}`
  const { date } = communicationOf(drafting.register, id)
  return compose<NonNullable<DossierAct['answer']>>(drafting, fieldsOf('register', pointer), {
    note: traced(cite(answer.id), () => ofRecord('communications', answer.id)),
    sameDay: traced(isSameDay(answer.record.date, date), () => from('register', `${pointer}/date`)),
    said: wordedOrNull(drafting, answer.record.wording, { name: 'said', pointer: `${pointer}/wording` })
  })
}
