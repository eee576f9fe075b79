/** NV032: what a note calls territory of the sender in; the ground of its missions abroad out. */
import { faultAt, find, isQuoted } from '../find.ts'
import { incidentsOf, type Note } from '../note.ts'
import { failing, insertingBadly, partial, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV032: Rule = {
  id: 'NV032',
  title: 'the ground of a mission is not called territory of the sending State',
  reason: 'premises abroad are inviolable and stay territory of the receiving State (practice 4)',
  severity: 'warning',
  on: 'document',
  judges: 'form',
  decides: 'yes',
  stages: [],
  examples: {
    passes: [
      passing('an airspace of one’s own', 'airspace-violation'),
      passing('another’s territory', 'drafter-insertion')
    ],
    fails: [
      insertingBadly('The missiles fell on the territory of the Republic of Vesmar.'),
      failing(
        'in a template',
        'drafter-insertion',
        [partial('object'), 'territory of'],
        [
          partial('object'),
          '}} {{#list this.facilities as |facility|}}',
          '}} the territory of {{name @root.sender.state}}, {{#list this.facilities as |facility|}}'
        ],
        ['note.yaml', 'recall: { incidents: all,', 'recall: { incidents: none,']
      )
    ]
  },
  check: note => {
    if (incidentsOf(note).some(each => each.territory !== null)) return []
    const names = namesOf(note)
    return find(note, note.words.territory)
      .filter(each => !isQuoted(each) && names.some(name => each.paragraph.text.slice(each.end).startsWith(name)))
      .map(each =>
        faultAt(note, each, `premises abroad are called \`${each.text.trim()}\` the sender`, [
          'say "grounds" or "premises"'
        ])
      )
  }
}

/** The forms of the name of the sender's State. */
function namesOf({ dossier: { sender } }: Note): string[] {
  const { full, short } = sender.state?.name.forms ?? {}
  return [full, short].flatMap(each => (each === undefined ? [] : [each]))
}
