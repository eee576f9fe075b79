/** NV027: the occasion of a note as it is told in; where it is dropped, told twice or told behind what it goes before out. */
import { placeOfTemplate, printedAt } from '../note.ts'
import { firstTellings } from '../tellings.ts'
import { failing, PROTEST, partial, passing } from './examples.ts'
import { behind, repeated } from './nv026.ts'
import type { Rule } from './rule.ts'

export const NV027: Rule = {
  id: 'NV027',
  title: 'the occasion is told once, before what is recalled',
  reason: 'the note protests the occasion; told among the prior incidents it would count twice (practice 2.6)',
  severity: 'error',
  on: 'document',
  judges: 'facts',
  decides: 'yes',
  stages: ['NV027', 'record/occasion-recalled', 'template/unprinted'],
  examples: {
    passes: [passing('one', 'kyiv-embassy-2025'), passing('two', 'chronology-annex')],
    fails: [
      failing('dropped', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> occasion}}\n', '']),
      failing(
        'told twice',
        'embassy-storming',
        [partial('event'), '{{this.event}}{{else}}'],
        [PROTEST, '{{> occasion}}\n', '{{> occasion}}\n\n{{> occasion}}\n']
      ),
      failing(
        'behind the recall',
        'airspace-violation',
        [partial('incident'), '{{~capital'],
        [PROTEST, '{{> occasion}}\n\n{{> recall}}', '{{> recall}}\n\n{{> occasion}}']
      ),
      failing(
        'behind the act',
        'minimal',
        [partial('incident'), '{{~capital'],
        [
          PROTEST,
          '{{> occasion}}\n\n{{> recall}}\n\n{{> inference}}\n\n{{> prior-notification}}\n\n{{> legal}}\n\n{{> protest-act}}',
          '{{> recall}}\n\n{{> inference}}\n\n{{> prior-notification}}\n\n{{> legal}}\n\n{{> protest-act}}\n\n{{> occasion}}'
        ]
      ),
      failing(
        'recalled',
        'airspace-violation',
        ['note.yaml', 'recall:'],
        ['note.yaml', 'recall: { incidents: all,', 'recall: { incidents: [merrow-2026-09-09],']
      )
    ]
  },
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
