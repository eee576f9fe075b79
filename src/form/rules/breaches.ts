/** NV029: breaches that a note asserts in; those that no legal basis of it asserts out. */

import { openCase } from '../../dossier/decisions/case.ts'
import { takes } from '../../dossier/decisions/positions.ts'
import { isIn } from '../../fact.ts'
import { isFrom, isOfLaw } from '../facts.ts'
import { clauseOf, type Found, faultAt, find, isBody, isQuoted } from '../find.ts'
import { type ProtestNote, runsOf } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV029: Rule = {
  id: 'NV029',
  kind: 'protest',
  title: 'a breach is asserted only of an addressee that the article binds, or on a position that somebody took',
  reason: 'the duty of VCDR 22(2) is the receiving State’s; another is told what it is incompatible with',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'breaches in other words than breach, violation and infringement' },
  stages: ['NV029'],
  judges: 'law',
  check: note => {
    const found = find(note, note.words.breach, isBody).filter(each => !isQuoted(each) && ofLaw(note, each))
    if (takes(openCase(note.records), 'NV029', '')) return []
    return firsts(found.filter(each => !isAsserted(note, each))).map(each =>
      faultAt(note, each, `\`${each.text}\` asserts a breach, and no legal basis of the note is asserted`, [
        'with `legal: reflected` an incident is "incompatible with" a principle'
      ])
    )
  }
}

/** Whether a breach of law can be meant: in the record of an incident it is one in a wall, and so it can be in a drafter's words. */
function ofLaw({ words }: ProtestNote, found: Found): boolean {
  const { leaf } = found.run
  if (isFrom(leaf, ({ section }) => section === 'incidents')) return false
  const sentence = clauseOf(found)?.text ?? ''
  const isInsert = isFrom(leaf, each => isIn(each, 'note', 'insert'))
  return !isInsert || words.lawful.test(sentence)
}

/** Whether the clause cites a basis that binds the addressee, or that a position asserts. */
function isAsserted({ dossier }: ProtestNote, found: Found): boolean {
  const clause = clauseOf(found)
  const leaves = clause ? runsOf(clause).map(run => run.leaf) : []
  const bases = dossier.legal.bases.filter(basis => leaves.some(leaf => leaf.text === basis.says))
  if (bases.length === 0) return dossier.legal.characterisation === 'assertive' && !hasLaw(leaves)
  return bases.every(basis => basis.force === 'direct')
}

function hasLaw(leaves: readonly Found['run']['leaf'][]): boolean {
  return leaves.some(isOfLaw)
}

function firsts(all: readonly Found[]): Found[] {
  return all.filter(
    (each, index) => all.findIndex(other => other.run.leaf.at.start === each.run.leaf.at.start) === index
  )
}
