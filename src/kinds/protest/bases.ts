/** The legal bases that were chosen, and the note's incidents, in; the dossier's entries out. */
import { localise } from '../../dossier/assembly/localise.ts'
import { compose, fieldsOf, from, ofRecord, together, traced, traceEach } from '../../dossier/assembly/trace.ts'
import type { DossierIncident } from '../../dossier/schema.ts'
import type { DossierBasis, ProtestDossier } from './dossier.ts'
import type { Basis } from './legal.ts'
import type { ProtestDrafting } from './protest-case.ts'
import { datedListOf } from './recalled.ts'

/** The legal part of the dossier. */
export function legalEntry(
  drafting: ProtestDrafting,
  bases: readonly Basis[],
  incidents: readonly DossierIncident[]
): ProtestDossier['legal'] {
  const entries = traceEach(
    drafting,
    bases,
    basis => basisEntry(drafting, basis, bases[bases.indexOf(basis) - 1] ?? null, incidents),
    ({ instrument, article }) => from('law', `/instruments/${instrument}/articles/${article}`)
  )
  const byRequest = () => from('note', '/legal')
  return compose<ProtestDossier['legal']>(drafting, byRequest, {
    characterisation: drafting.request.legal,
    bases: entries
  })
}

function basisEntry(
  drafting: ProtestDrafting,
  basis: Basis,
  before: Basis | null,
  incidents: readonly DossierIncident[]
): DossierBasis {
  const pointer = `/instruments/${basis.instrument}`
  const at = `${pointer}/articles/${basis.article}`
  const instrument = drafting.law.instruments[basis.instrument]
  const article = instrument?.articles[basis.article]
  if (!instrument || !article) throw new Error(`${at} was chosen and is not there`)
  const cited = incidents.filter(each => basis.incidents.includes(each.id))
  return compose<DossierBasis>(drafting, fieldsOf('law', at), {
    instrument: traced(basis.instrument, () => from('law', pointer)),
    title: localise(drafting, instrument.title, 'law', `${pointer}/title`),
    article: traced(instrument.type === 'custom' ? null : basis.article, () =>
      together(from('law', at), drafting.request.cite === undefined ? [] : from('note', '/cite'))
    ),
    says: localise(drafting, article.says, 'law', `${at}/says`),
    force: traced(basis.force, () =>
      together(
        from('note', '/legal'),
        from('law', `${at}/binds`),
        cited.flatMap(each =>
          [...each.facilities, ...each.besides].flatMap(one => from('register', `/facilities/${one.id}/in`))
        )
      )
    ),
    incidents: traced(datedListOf(drafting, cited), () =>
      together(
        from('law', `${at}/covers`),
        cited.flatMap(each => ofRecord('incidents', each.id, 'facilities')),
        cited.flatMap(each => ofRecord('incidents', each.id, 'attribution/strength'))
      )
    ),
    sameIncidents: traced(before?.force === basis.force && before.incidents.join() === basis.incidents.join(), () =>
      cited.flatMap(each => ofRecord('incidents', each.id, 'facilities'))
    ),
    sameInstrument: traced(before?.instrument === basis.instrument, () => from('law', pointer))
  })
}
