/** NV013: words of condemnation in a note in; those that the request did not choose, or their absence, out. */
import { faultAt, find, isName, isProse, isQuoted } from '../find.ts'
import { placeOfTemplate } from '../note.ts'
import { placeOfCall } from '../sources.ts'
import type { Rule } from './rule.ts'

export const NV013: Rule = {
  id: 'NV013',
  kind: 'protest',
  title: 'the note condemns where the request says so, and nowhere else',
  reason: 'condemnation is a political judgement of its own, which no strength implies',
  severity: 'warning',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'form',
  check: note => {
    const found = find(note, note.words.condemnation, isProse).filter(each => !isQuoted(each) && !isName(each.run.leaf))
    if (note.dossier.condemn) {
      const message = 'the request condemns, and no sentence of the note does'
      const at = placeOfCall(note, 'protest') ?? placeOfTemplate(note)
      return found.length > 0 ? [] : [{ message, at, hints: ['`{{#if condemn}}` guards the formula `condemnation`'] }]
    }
    const hints = ['set `condemn: true`, or take the word out']
    return found.map(each => faultAt(note, each, `\`${each.text}\` condemns, and the request does not`, hints))
  }
}
