/** A case and its incidents in; what stands against the assurances that its note appeals to, and what about them cannot be said, out. */
import { type Diagnostic, error, information } from '../../diagnostic.ts'
import { communicationOf, incidentOf, inNote, inRegister, stateOf } from '../../dossier/decisions/case.ts'
import { checkInForce, wasSentBack } from '../../dossier/decisions/in-force.ts'
import type { CommunicationRecord } from '../../records/schema.ts'
import { compareDays } from '../../records/sequence.ts'
import type { ProtestCase } from './protest-case.ts'

type AssuranceRecord = Extract<CommunicationRecord, { type: 'assurance' }>
export function assuranceOf({ register }: ProtestCase, id: string): AssuranceRecord {
  const record = communicationOf(register, id)
  if (record.type !== 'assurance') throw new Error(`\`${id}\` is no assurance: relations were not checked`)
  return record
}

/** When it was given: on its own day where the record has one. */
export function givenOn({ date, assurance }: AssuranceRecord): string | null {
  return assurance.date ?? date
}

/** What stands against the appeal to an assurance, and what about it cannot be said. */
export function checkAssurances(facts: ProtestCase, incidents: readonly string[]): Diagnostic[] {
  const { register, request, concerned } = facts
  return (request.assurances ?? []).flatMap((id, index) => {
    const record = assuranceOf(facts, id)
    const place = { rule: 'NV035', ...inNote(facts, `/assurances/${index}`) }
    const date = givenOn(record)
    const giver = stateOf(register, record.assurance.by)
    const found = (message: string, hints: readonly string[] = []) => error({ ...place, message, hints })
    const late = compareDays(date, request['as-of']) === 'after'
    const wrong = [
      giver !== concerned &&
        `the assurance \`${id}\` is given by \`${record.assurance.by}\`, which is not of the State that the note is about`,
      late && `the assurance \`${id}\` of ${date} is later than ${request['as-of']}, the as-of date of the note`,
      wasSentBack(record) && `the assurance \`${id}\` was sent back, so that nobody can appeal to it`
    ].filter(each => each !== false)
    const open = (record.assurance.covers ?? []).filter(
      each => incidents.includes(each) && orderIn(facts, record, each) !== 'after'
    )
    return [
      ...wrong.map(message => found(message, ['take it out of `assurances`'])),
      ...checkInForce(facts, { id, what: `the assurance \`${id}\`` }, place),
      ...open.map(each => undecided(facts, { id, date, incident: each }))
    ]
  })
}

export function orderIn({ register }: ProtestCase, record: AssuranceRecord, incident: string) {
  return compareDays(incidentOf(register, incident).occurred.date, givenOn(record))
}

function undecided(facts: ProtestCase, about: { id: string; date: string | null; incident: string }): Diagnostic {
  const { id, date, incident } = about
  const when = date === null ? 'without a date' : `of ${date}`
  const message = `the register does not show whether \`${incident}\` came after the assurance \`${id}\` ${when}`
  const hints = ['the note will not say that it happened notwithstanding it; the exact date would decide it']
  return information({ rule: 'NV035', message, ...inRegister(facts, `/communications/${id}/assurance`), hints })
}
