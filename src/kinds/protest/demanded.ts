/** What a request demands, or asks of an addressee of another State, in; its entries of the dossier, in the forms that their verb governs, out. */
import { inflect } from '../../dossier/assembly/localise.ts'
import { dateEntry } from '../../dossier/assembly/parties.ts'
import { compose, from, type Traced, traced, traceEach } from '../../dossier/assembly/trace.ts'
import type { InflectedRecord } from '../../records/fields.ts'
import type { DossierDemand, DossierRequest } from './dossier.ts'
import type { ProtestDrafting } from './protest-case.ts'
import type { DemandRecord, RequestRecord } from './request.ts'

/** Those whose adjective belongs to the doing itself: the immediate cessation, full compensation. */
const DONE: readonly DossierDemand['code'][] = ['cease', 'compensation']

export function demandEntries(drafting: ProtestDrafting): DossierDemand[] {
  const governed = drafting.wording?.demand?.[drafting.request.strength]
  const entryOf = (asked: DemandRecord, index: number) => {
    const pointer = `/demands/${index}`
    const given = typeof asked === 'string' ? { demand: asked } : asked
    const code = 'demand' in given ? given.demand : 'own'
    const form = DONE.includes(code) ? governed?.doing : governed?.qualifier
    const qualifier = inForm(drafting, `${pointer}/qualifier`, 'demand' in given ? given.qualifier : undefined, form)
    return compose<DossierDemand>(drafting, () => from('note', pointer), {
      code,
      qualifier,
      ...saidOf(drafting, pointer, given, governed)
    })
  }
  return traceEach(drafting, drafting.request.demands, entryOf, (_, index) => from('note', `/demands/${index}`))
}

/** Who only passes a note on is asked, however strong it is. */
export function requestEntries(drafting: ProtestDrafting): DossierRequest[] {
  const governed = drafting.wording?.demand?.attention
  const entryOf = (asked: RequestRecord, index: number) => {
    const pointer = `/requests/${index}`
    const given = typeof asked === 'string' ? { request: asked } : asked
    return compose<DossierRequest>(drafting, () => from('note', pointer), {
      code: 'request' in given ? given.request : 'own',
      ...saidOf(drafting, pointer, given, governed)
    })
  }
  return traceEach(drafting, drafting.request.requests ?? [], entryOf, (_, index) => from('note', `/requests/${index}`))
}

interface Said {
  readonly object?: InflectedRecord | undefined
  readonly words?: InflectedRecord | undefined
  readonly by?: string | undefined
}

type Governed = NonNullable<NonNullable<ProtestDrafting['wording']>['demand']>['attention']

function saidOf(drafting: ProtestDrafting, pointer: string, { object, words, by }: Said, governed?: Governed) {
  return {
    object: inForm(drafting, `${pointer}/object`, object, governed?.qualifier),
    words: inForm(drafting, `${pointer}/words`, words, governed?.words),
    by: by === undefined ? null : traced(dateEntry(by), () => from('note', `${pointer}/by`))
  }
}

function inForm(
  drafting: ProtestDrafting,
  pointer: string,
  given: InflectedRecord | undefined,
  form: string | undefined
): Traced<string | null> {
  return given ? inflect(drafting, given, { file: 'note', pointer, form }) : traced(null, () => from('note', pointer))
}
