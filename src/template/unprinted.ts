/** A dossier and what a template made of it in; the statements of the note that nothing in it carries out, as errors. */
import { type Diagnostic, error } from '../diagnostic.ts'
import { factOf, type Origin } from '../fact.ts'
import type { Pointer } from '../value.ts'
import type { Filled, Resolved } from './merge.ts'

/** What a note cannot leave out: where it stands in the dossier, and how a finding calls it. */
interface Statement {
  readonly pointer: Pointer
  readonly rule: 'template/unprinted' | 'template/unprinted-insert'
  readonly message: string
  readonly hint: string
}

/**
 * A blank that nobody notices is worst where a whole sentence is missing: every insert, demand, occasion and recalled
 * incident must be told. An incident that an annex or a count merely stands for is not: some part of its record must be.
 */
export function unprinted(filled: Filled, resolved: Resolved): Diagnostic[] {
  const { dossier, origins } = resolved
  // many values share one list of origins, which may be as long as all of them together
  const lists = new Set(filled.pieces.flatMap(piece => (piece.type === 'text' ? [] : [piece.origins])))
  const printed = new Set([...lists].flat())
  const inPart = new Set([...printed].map(incidentOf))
  const isPrinted = ({ pointer }: Statement) => (origins.get(pointer) ?? []).some(each => printed.has(each))
  const isTold = (each: Statement) => filled.told.has(each.pointer) || isPrinted(each)
  const { inserts, demands, occasion, recall } = dossier
  const recalled = recall && !recall.summarised ? recall.incidents : []
  const silent = [
    ...inserts.map(({ after }, index) => insertAt(index, after)).filter(each => !isPrinted(each)),
    ...demands.map((code, index) => demandAt(index, code)).filter(each => !isTold(each)),
    ...occasion.flatMap(({ id }, index) => (inPart.has(id) ? [] : [incidentAt(`/occasion/${index}`, id, 'occasion')])),
    ...recalled.flatMap(({ id }, index) =>
      inPart.has(id) ? [] : [incidentAt(`/recall/incidents/${index}`, id, 'recall')]
    )
  ]
  return silent.map(each => findingOf(each, origins))
}

/** The incident of which a printed value is a part; none for the record as a whole, which is what a count is made from. */
function incidentOf(origin: Origin): string | null {
  const { section, id, field } = factOf(origin)
  return section === 'incidents' && field !== null ? id : null
}

function insertAt(index: number, after: string): Statement {
  return {
    pointer: `/inserts/${index}/text`,
    rule: 'template/unprinted-insert',
    message: `the template prints the drafter's sentences after \`${after}\` nowhere, so this one would be lost`,
    hint: `the template needs \`{{> insert place="${after}"}}\`; else choose another place for the sentence`
  }
}

function demandAt(index: number, code: string): Statement {
  return {
    pointer: `/demands/${index}`,
    rule: 'template/unprinted',
    message: `the template says the demand \`${code}\` nowhere`,
    hint: 'the template needs `{{> (formula "demands" code)}}` for each of `demands`; else take the demand out'
  }
}

function incidentAt(pointer: Pointer, id: string, list: 'occasion' | 'recall'): Statement {
  const [what, path, out] =
    list === 'occasion'
      ? ['incident', 'occasion', 'take it out of the occasion']
      : ['prior incident', 'recall.incidents', 'leave it out with `recall: { except: … }`']
  return {
    pointer,
    rule: 'template/unprinted',
    message: `the template prints nothing of the ${what} \`${id}\``,
    hint: `the template needs \`{{#each ${path}}}\`; else ${out}`
  }
}

function findingOf({ pointer, rule, message, hint }: Statement, origins: Resolved['origins']): Diagnostic {
  const [origin] = origins.get(pointer) ?? []
  return error({ rule, message, span: null, pointer, hints: [hint], ...(origin ? { origin } : {}) })
}
