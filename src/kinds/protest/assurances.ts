/** The assurances that a note appeals to, and its incidents, in; the dossier's entries out, with what was done notwithstanding them. */
import { dateEntry, partyEntry } from '../../dossier/assembly/parties.ts'
import { compose, fieldsOf, from, ofRecord, traced, traceEach } from '../../dossier/assembly/trace.ts'
import { wordedOrNull } from '../../dossier/assembly/words.ts'
import type { Cite } from '../../dossier/kind.ts'
import type { DossierIncident } from '../../dossier/schema.ts'
import { assuranceOf, givenOn, orderIn } from './assured.ts'
import type { DossierAssurance, DossierGiven } from './dossier.ts'
import type { ProtestDrafting } from './protest-case.ts'
import { datedListOf } from './recalled.ts'

/** The assurances of the note, in the order of the request. */
export function assuranceEntries(
  drafting: ProtestDrafting,
  incidents: readonly DossierIncident[],
  cite: Cite
): DossierAssurance[] {
  const entryOf = (id: string): DossierAssurance => {
    const record = assuranceOf(drafting, id)
    const pointer = `/communications/${id}`
    const covered = incidents.filter(each => record.assurance.covers?.includes(each.id))
    const broken = covered.filter(each => orderIn(drafting, record, each.id) === 'after')
    return compose<DossierAssurance>(drafting, fieldsOf('register', pointer), {
      note: traced(cite(id), () => ofRecord('communications', id)),
      given: traced(givenEntry(drafting, record, pointer), () => from('register', `${pointer}/assurance`)),
      broken: traced(datedListOf(drafting, broken), () => from('register', `${pointer}/assurance/covers`))
    })
  }
  return traceEach(drafting, drafting.request.assurances ?? [], entryOf, (_, index) =>
    from('note', `/assurances/${index}`)
  )
}

function givenEntry(drafting: ProtestDrafting, record: ReturnType<typeof assuranceOf>, pointer: string): DossierGiven {
  const { assurance } = record
  const date = givenOn(record)
  const own = `${pointer}/assurance`
  const at = assurance.date === undefined ? pointer : own
  return compose<DossierGiven>(drafting, fieldsOf('register', own), {
    ...givenParts(drafting, assurance, own),
    date: traced(date === null ? null : dateEntry(date), () => from('register', `${at}/date`)),
    wording: wordedOrNull(drafting, assurance.wording, { name: 'assurance', pointer: `${own}/wording` })
  })
}

/** Whose words they were, when they were given and what they were. */
export function givenParts(
  drafting: ProtestDrafting,
  { as, by, date }: Pick<ReturnType<typeof assuranceOf>['assurance'], 'as' | 'by' | 'date'>,
  pointer: string
) {
  return {
    as: traced(as ?? ('assurance' as const), () => from('register', as ? `${pointer}/as` : pointer)),
    by: partyEntry(drafting, by),
    date: date === undefined ? null : dateEntry(date)
  }
}
