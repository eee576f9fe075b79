/** NV034: what a note demands in; protection that is asked of a State which does not owe it out. */

import { openCase } from '../../dossier/decisions/case.ts'
import { takes } from '../../dossier/decisions/positions.ts'
import { faultAt, find, findInSentence, isBody, sentenceOf } from '../find.ts'
import { incidentsOf, type Note } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV034: Rule = {
  id: 'NV034',
  kind: 'any',
  title: 'protection is demanded of the receiving State alone',
  reason: 'VCDR 22(2) and VCCR 31(3), 59 put the duty on the State where the premises stand',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'protection that is asked without the word' },
  stages: ['NV034'],
  judges: 'law',
  check: note => {
    if (isReceiving(note) || takes(openCase(note.records), 'NV034', null)) return []
    return find(note, note.words.protection, isBody).flatMap(each => {
      const sentence = sentenceOf(each)
      const demand = sentence && findInSentence(sentence, note.words.demanding).some(one => one.start < each.start)
      const message = `\`${each.text}\` is demanded of a State that is not the receiving one`
      return demand ? [faultAt(note, each, message)] : []
    })
  }
}

/** Whether something that was struck stands in the State of the addressee. */
function isReceiving(note: Note): boolean {
  const { register } = note.records
  const { addressee } = openCase(note.records)
  return incidentsOf(note).some(each => each.facilities.some(one => register.facilities[one.id]?.in === addressee))
}
