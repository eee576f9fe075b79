/** A protest's dossier in; what its note cannot leave out, and what to say where it does, out. */
import type { Obligation } from '../../dossier/kind.ts'
import type { Dossier } from '../../dossier/schema.ts'
import type { Pointer } from '../../value.ts'
import { protestDossierOf } from './protest-case.ts'

/**
 * Every demand, occasion and recalled incident must be told. An incident that an annex or a count merely stands for is
 * not: some part of its record must be.
 */
export function protestMustSay(dossier: Dossier): Obligation[] {
  const { demands, occasion, recall } = protestDossierOf(dossier)
  const recalled = recall && !recall.summarised ? recall.incidents : []
  return [
    ...demands.map((code, index) => demandAt(index, code)),
    ...occasion.map(({ id }, index) => incidentAt(`/occasion/${index}`, id, 'occasion')),
    ...recalled.map(({ id }, index) => incidentAt(`/recall/incidents/${index}`, id, 'recall'))
  ]
}

function demandAt(index: number, code: string): Obligation {
  return {
    pointer: `/demands/${index}`,
    by: 'told',
    rule: 'template/unprinted',
    message: `the template says the demand \`${code}\` nowhere`,
    hint: 'the template needs `{{> (formula "demands" code)}}` for each of `demands`; else take the demand out'
  }
}

function incidentAt(pointer: Pointer, id: string, list: 'occasion' | 'recall'): Obligation {
  const [what, path, out] =
    list === 'occasion'
      ? ['incident', 'occasion', 'take it out of the occasion']
      : ['prior incident', 'recall.incidents', 'leave it out with `recall: { except: … }`']
  return {
    pointer,
    by: { incident: id },
    rule: 'template/unprinted',
    message: `the template prints nothing of the ${what} \`${id}\``,
    hint: `the template needs \`{{#each ${path}}}\`; else ${out}`
  }
}
