/** NV032: what a note calls territory of the sender in; the ground of its missions abroad out. */
import { faultAt, find, isQuoted } from '../find.ts'
import { incidentsOf, type Note } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV032: Rule = {
  id: 'NV032',
  kind: 'any',
  title: 'the ground of a mission is not called territory of the sending State',
  reason: 'premises abroad are inviolable and stay territory of the receiving State',
  severity: 'warning',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'form',
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
