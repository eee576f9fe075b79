/** What a request demands in; its entries of the dossier, in the forms that the verb of the demand governs, out. */
import { inflect } from '../../dossier/assembly/localise.ts'
import { dateEntry } from '../../dossier/assembly/parties.ts'
import { compose, from, type Traced, traced, traceEach } from '../../dossier/assembly/trace.ts'
import type { InflectedRecord } from '../../records/fields.ts'
import type { DossierDemand } from './dossier.ts'
import type { ProtestDrafting } from './protest-case.ts'
import type { DemandRecord } from './request.ts'

/** Those whose adjective belongs to the doing itself: the immediate cessation, full compensation. */
const DONE: readonly DossierDemand['code'][] = ['cease', 'compensation']

export function demandEntries(drafting: ProtestDrafting): DossierDemand[] {
  const at = (index: number) => `/demands/${index}`
  return traceEach(
    drafting,
    drafting.request.demands,
    (asked, index) => demandEntry(drafting, asked, at(index)),
    (_, index) => from('note', at(index))
  )
}

function demandEntry(drafting: ProtestDrafting, asked: DemandRecord, pointer: string): DossierDemand {
  const governed = drafting.wording?.demand?.[drafting.request.strength]
  const given = typeof asked === 'string' ? { demand: asked } : asked
  const [own, said] = 'words' in given ? [given.words, undefined] : [undefined, given]
  const code = said?.demand ?? 'own'
  const inForm = (field: string, words: InflectedRecord | undefined, form?: string): Traced<string | null> => {
    const at = `${pointer}/${field}`
    return words ? inflect(drafting, words, { file: 'note', pointer: at, form }) : traced(null, () => from('note', at))
  }
  return compose<DossierDemand>(drafting, () => from('note', pointer), {
    code,
    qualifier: inForm('qualifier', said?.qualifier, DONE.includes(code) ? governed?.doing : governed?.qualifier),
    object: inForm('object', said?.object, governed?.qualifier),
    words: inForm('words', own, governed?.words),
    by: given.by === undefined ? null : traced(dateEntry(given.by), () => from('note', `${pointer}/by`))
  })
}
