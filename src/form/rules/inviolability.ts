/** NV031: what a note calls inviolable in; honorary posts and property that are not out. */

import { openCase } from '../../dossier/decisions/case.ts'
import { takes } from '../../dossier/decisions/positions.ts'
import { idsIn, isOfLaw } from '../facts.ts'
import { clauseOf, type Found, faultAt, find, isBody, isQuoted } from '../find.ts'
import { incidentsOf, type ProtestNote, runsOf } from '../note.ts'
import { tellingsOf } from '../tellings.ts'
import type { Rule } from './rule.ts'

/** What no convention makes inviolable (VCCR Art. 58 does not list Art. 31 among those of honorary posts). */
const NOT: readonly string[] = ['honorary-consulate', 'commercial', 'civilian', 'cultural-institute']

export const NV031: Rule = {
  id: 'NV031',
  kind: 'protest',
  title: 'nothing but a mission or a career post is called inviolable',
  reason: 'an honorary consulate is protected under Art. 59, and not inviolable; property of a company is neither',
  severity: 'error',
  on: 'document',
  decides: { inPart: 'what a sentence without any name in it is about' },
  stages: ['NV031'],
  judges: 'law',
  check: note => {
    const found = find(note, note.words.inviolable, each => isBody(each) || each.part === 'annex')
    return firsts(found.filter(each => !isQuoted(each) && isWrong(note, each))).map(each =>
      faultAt(note, each, `\`${each.text}\` is said of what is not inviolable`, [
        'honorary posts are owed protection (VCCR Art. 59); another position is taken with `override`'
      ])
    )
  }
}

/** By the facilities that the clause names or tells of; without any by the words around. */
function isWrong(note: ProtestNote, found: Found): boolean {
  if (isOfLaw(found.run.leaf)) return wrongLaw(note, found)
  const clause = clauseOf(found)
  if (!clause) return false
  const { register } = note.records
  const leaves = runsOf(clause).map(run => run.leaf)
  const named = leaves.flatMap(leaf => idsIn(leaf, 'facilities'))
  const types = named.flatMap(id => register.facilities[id]?.type ?? [])
  const ids =
    tellingsOf(note).find(
      each =>
        each.sentence.paragraph === clause.paragraph &&
        each.sentence.start <= clause.start &&
        clause.start < each.sentence.end
    )?.ids ?? []
  const told = incidentsOf(note).filter(each => ids.includes(each.id))
  const struck = told.flatMap(each => each.facilities.flatMap(one => register.facilities[one.id]?.type ?? []))
  const all = types.length > 0 ? types : struck
  const isNot =
    [...clause.text.matchAll(note.words.notInviolable)].length > 0 ||
    (all.length > 0 && all.every(each => NOT.includes(each)))
  return isNot && !ids.some(id => takes(openCase(note.records), 'NV031', id))
}

/** An article of the law that says it, for an incident that struck nothing of the kind. */
function wrongLaw(note: ProtestNote, found: Found): boolean {
  const basis = note.dossier.legal.bases.find(each => each.says === found.run.leaf.text)
  const { facilities } = note.records.register
  return (basis?.incidents ?? []).some(
    ({ id, facilities: struck }) =>
      struck.every(each => NOT.includes(facilities[each.id]?.type ?? '')) &&
      struck.length > 0 &&
      !takes(openCase(note.records), 'NV031', id)
  )
}

function firsts(all: readonly Found[]): Found[] {
  return all.filter(
    (each, index) => all.findIndex(other => other.run.leaf.at.start === each.run.leaf.at.start) === index
  )
}
