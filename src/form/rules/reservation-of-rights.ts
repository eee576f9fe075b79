/** NV049: the reservation of rights of a note in; a question where there is none, and what is reserved unasked, out. */
import { type Found, faultAt, find, isBody, isQuoted } from '../find.ts'
import { inRequest, type ProtestNote, placeOfTemplate } from '../note.ts'
import { actedBy } from '../sides.ts'
import type { Fault, Rule } from './rule.ts'

export const NV049: Rule = {
  id: 'NV049',
  kind: 'protest',
  title: 'rights are reserved where the drafter means to',
  reason: 'silence may be read as waiver; the note of the first fixture reserves nothing',
  severity: 'information',
  on: 'document',
  decides: { inPart: 'whether silence is meant: it asks' },
  stages: [],
  judges: 'form',
  check: note => {
    const found = find(note, note.words.reservation, isBody).filter(each => !isQuoted(each))
    const { reserveRights } = note.dossier
    if (reserveRights && found.length === 0) {
      const message = 'the request reserves rights, and no sentence does'
      return [{ message, at: placeOfTemplate(note), severity: 'warning' as const }]
    }
    if (reserveRights) return found.flatMap(each => reservedBy(note, each))
    if (found.length === 0)
      return [{ message: 'is it meant that no rights are reserved?', at: inRequest(note, '/reserve-rights') }]
    return found.map(each => ({
      ...faultAt(note, each, `\`${each.text}\` reserves rights, and the request does not`),
      severity: 'warning' as const
    }))
  }
}

function reservedBy(note: ProtestNote, found: Found): Fault[] {
  return actedBy(note, found, 'sender', 'who reserves its rights').map(each => ({
    ...each,
    severity: 'error' as const
  }))
}
