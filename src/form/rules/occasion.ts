/** NV027: the occasion of a note as it is told in; where it is dropped, told twice or told behind what it goes before out. */
import { placeOfTemplate, printedAt } from '../note.ts'
import { firstTellings } from '../tellings.ts'
import { behind, repeated } from './prior-incidents.ts'
import type { Rule } from './rule.ts'

export const NV027: Rule = {
  id: 'NV027',
  kind: 'protest',
  title: 'the occasion is told once, before what is recalled',
  reason: 'the note protests the occasion; told among the prior incidents it would count twice',
  severity: 'error',
  on: 'document',
  decides: 'yes',
  stages: ['NV027', 'record/occasion-recalled', 'template/unprinted'],
  judges: 'facts',
  check: note => {
    const ids = note.dossier.occasion.map(each => each.id)
    const told = firstTellings(note)
    const missing = ids
      .filter(id => !told.some(each => each.id === id))
      .map(id => ({ message: `no sentence tells the occasion \`${id}\``, at: placeOfTemplate(note) }))
    const firstRecalled = told.findIndex(each => !ids.includes(each.id))
    const recalledFirst = told.filter(
      (each, index) => ids.includes(each.id) && firstRecalled >= 0 && index > firstRecalled
    )
    return [
      ...missing,
      ...repeated(note, id => ids.includes(id)).map(({ id, at }) => ({
        message: `the occasion \`${id}\` is told twice`,
        at
      })),
      ...behind(note, id => ids.includes(id)).map(({ id, at }) => ({
        message: `the occasion \`${id}\` is told behind the inference, the law or the act that rest on it`,
        at
      })),
      ...recalledFirst.map(({ id, sentence }) => ({
        message: `the occasion \`${id}\` is told behind what is recalled`,
        at: printedAt(sentence)
      }))
    ]
  }
}
