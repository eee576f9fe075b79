/** The legal bases that were chosen, and the note's incidents, in; the dossier's entries out. */
import { localise } from '../../dossier/assembly/localise.ts'
import { from, ofRecord, together, trace, traced, traceList } from '../../dossier/assembly/trace.ts'
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
  const items = bases.map(basis =>
    traced(basisEntry(drafting, basis, incidents), () =>
      from('law', `/instruments/${basis.instrument}/articles/${basis.article}`)
    )
  )
  const value = { characterisation: drafting.request.legal, bases: traceList(drafting.traces, items) }
  return trace(drafting.traces, value, () => ({
    characterisation: from('note', '/legal'),
    bases: from('note', '/legal')
  }))
}

function basisEntry(drafting: ProtestDrafting, basis: Basis, incidents: readonly DossierIncident[]): DossierBasis {
  const pointer = `/instruments/${basis.instrument}`
  const at = `${pointer}/articles/${basis.article}`
  const instrument = drafting.law.instruments[basis.instrument]
  const article = instrument?.articles[basis.article]
  if (!instrument || !article) throw new Error(`${at} was chosen and is not there`)
  const title = localise(drafting, instrument.title, 'law', `${pointer}/title`)
  const says = localise(drafting, article.says, 'law', `${at}/says`)
  const cited = incidents.filter(each => basis.incidents.includes(each.id))
  return trace(
    drafting.traces,
    {
      instrument: basis.instrument,
      title: title.value,
      article: instrument.type === 'custom' ? null : basis.article,
      says: says.value,
      force: basis.force,
      incidents: datedListOf(drafting, cited)
    },
    () => ({
      instrument: from('law', pointer),
      title: title.origins(),
      article: from('law', at),
      says: says.origins(),
      force: together(
        from('note', '/legal'),
        from('law', `${at}/binds`),
        cited.flatMap(each => each.facilities.flatMap(one => from('register', `/facilities/${one.id}/in`)))
      ),
      incidents: together(
        from('law', `${at}/covers`),
        cited.flatMap(each => ofRecord('incidents', each.id, 'facilities')),
        cited.flatMap(each => ofRecord('incidents', each.id, 'attribution/strength'))
      )
    })
  )
}
