/** What a note cannot leave out and what a template made of its dossier in; what nothing in it carries out, as errors. */
import { type Diagnostic, error } from '../diagnostic.ts'
import type { Obligation } from '../dossier/kind.ts'
import type { Dossier } from '../dossier/schema.ts'
import { factOf, type Origin } from '../fact.ts'
import type { Filled, TracedDossier } from './merge.ts'

/**
 * A blank that nobody notices is worst where a whole sentence is missing: every sentence of the drafter's must be printed,
 * and what the kind of the note says must be told.
 */
export function unprinted(filled: Filled, resolved: TracedDossier, obligations: readonly Obligation[]): Diagnostic[] {
  const { dossier, origins } = resolved
  // many values share one list of origins, which may be as long as all of them together
  const lists = new Set(filled.pieces.flatMap(piece => (piece.type === 'text' ? [] : [piece.origins])))
  const printed = new Set([...lists].flat())
  const inPart = new Set([...printed].map(incidentOf))
  const isPrinted = ({ pointer }: Obligation) => (origins.get(pointer) ?? []).some(each => printed.has(each))
  const isMet = (each: Obligation) => {
    if (typeof each.by === 'object') return inPart.has(each.by.incident)
    return (each.by === 'told' && filled.told.has(each.pointer)) || isPrinted(each)
  }
  const silent = [...insertsIn(dossier), ...obligations].filter(each => !isMet(each))
  return silent.map(each => findingOf(each, origins))
}

/** The incident of which a printed value is a part; none for the record as a whole, which is what a count is made from. */
function incidentOf(origin: Origin): string | null {
  const { section, id, field } = factOf(origin)
  return section === 'incidents' && field !== null ? id : null
}

function insertsIn({ inserts }: Dossier): Obligation[] {
  return inserts.map(({ after }, index) => ({
    pointer: `/inserts/${index}/text`,
    by: 'printed',
    rule: 'template/unprinted-insert',
    message: `the template does not print the drafter's sentences after \`${after}\`, so this one would be lost`,
    hint: `the template needs \`{{> insert place="${after}"}}\`; or choose another place for the sentence`
  }))
}

function findingOf({ pointer, rule, message, hint }: Obligation, origins: TracedDossier['origins']): Diagnostic {
  const [origin] = origins.get(pointer) ?? []
  return error({ rule, message, span: null, pointer, hints: [hint], ...(origin ? { origin } : {}) })
}
