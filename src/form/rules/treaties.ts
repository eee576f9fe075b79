/** Treaties that a note cites and the breaches that it claims (NV028, NV029, NV031). */
import { openCase } from '../../dossier/decisions/case.ts'
import { takes } from '../../dossier/decisions/positions.ts'
import { isIn } from '../../fact.ts'
import { idsIn, isFrom, isOfLaw } from '../facts.ts'
import {
  clauseOf,
  faultsAt,
  find,
  findInSentence,
  firstOfEach,
  isBody,
  isOwn,
  isQuoted,
  leavesOfBody,
  type Match,
  sentenceOf
} from '../find.ts'
import { incidentsOf, leavesOf, type ProtestNote, placeOfTemplate, runsIn } from '../note.ts'
import { tellingsOf } from '../tellings.ts'
import { ofProtest, type RuleFault } from './rule.ts'

export const NV028 = ofProtest(note => {
  const cited = [...find(note, note.words.article), ...find(note, note.words.treaty)]
  const isTaken = takes(openCase(note.records), 'NV028', '')
  const alien = isTaken ? [] : cited.filter(each => isOwn(each) && !isCarried(each))
  const says = 'is cited, but no legal basis of the note includes it'
  const hints = ['the request chooses with `legal`, and `law.yaml` says what each article covers']
  return [...faultsAt(note, firstOfEach(alien, sentenceOf), says, hints), ...dropped(note)]
})

/** Whether the words come from the law that was chosen for the note. */
function isCarried({ paragraph, start, end }: Match): boolean {
  return runsIn(paragraph, start, end).some(run => isOfLaw(run.leaf))
}

/** Legal bases that the body does not say; and a note that characterises in general terms without a word of law. */
function dropped(note: ProtestNote): RuleFault[] {
  const { bases, characterisation } = note.dossier.legal
  const leaves = leavesOfBody(note)
  const lost = bases.filter(basis => !leaves.some(leaf => leaf.text === basis.says))
  const at = placeOfTemplate(note)
  const isLawful = note.paragraphs.some(each => isBody(each) && note.words.lawful.test(each.text))
  if (characterisation === 'general' && !isLawful)
    return [{ message: 'the request characterises what happened, but the note cites no law', at, severity: 'warning' }]
  const name = (article: string | null) => (article === null ? 'custom' : `article ${article}`)
  return lost.map(each => ({
    message: `${name(each.article)} (\`${each.instrument}\`) is a legal basis that the note does not state`,
    at
  }))
}

export const NV029 = ofProtest(note => {
  if (takes(openCase(note.records), 'NV029', '')) return []
  const found = find(note, note.words.breach, isBody).filter(each => !isQuoted(each) && ofLaw(note, each))
  const bare = found.filter(each => !isAsserted(note, each))
  const hints = ['with `legal: reflected` an incident is "incompatible with" a principle']
  return faultsAt(note, firstOfEach(bare, startOfLeaf), 'asserts a breach, but the note asserts no legal basis', hints)
})

/** Whether a breach of law can be meant: in the record of an incident it is one in a wall, and so it can be in a drafter's words. */
function ofLaw({ words }: ProtestNote, found: Match): boolean {
  const { leaf } = found.run
  if (isFrom(leaf, ({ section }) => section === 'incidents')) return false
  const isInsert = isFrom(leaf, each => isIn(each, 'note', 'insert'))
  return !isInsert || words.lawful.test(clauseOf(found)?.text ?? '')
}

/** Whether the clause cites a basis that binds the State concerned, or that a position asserts. */
function isAsserted({ dossier }: ProtestNote, found: Match): boolean {
  const clause = clauseOf(found)
  const leaves = clause ? leavesOf(clause) : []
  const bases = dossier.legal.bases.filter(basis => leaves.some(leaf => leaf.text === basis.says))
  if (bases.length === 0) return dossier.legal.characterisation === 'assertive' && !leaves.some(isOfLaw)
  return bases.every(basis => basis.force === 'direct')
}

function startOfLeaf({ run }: Match): number {
  return run.leaf.at.start
}

/** What no convention makes inviolable (VCCR Art. 58 does not list Art. 31 among those of honorary posts). */
const NOT: readonly string[] = ['honorary-consulate', 'commercial', 'civilian', 'cultural-institute']

export const NV031 = ofProtest(note => {
  const found = find(note, note.words.inviolable, each => isBody(each) || each.part === 'annex')
  const wrong = found.filter(each => !isQuoted(each) && isWrong(note, each))
  const hints = ['honorary posts are owed protection (VCCR Art. 59); another position is taken with `override`']
  return faultsAt(note, firstOfEach(wrong, startOfLeaf), 'is said of what is not inviolable', hints)
})

/** Whether there are facilities, and none of them is inviolable. */
function areNot({ records: { register } }: ProtestNote, ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every(id => NOT.includes(register.facilities[id]?.type ?? ''))
}

/** By the facilities that the clause names or tells of; without any by the words around. */
function isWrong(note: ProtestNote, found: Match): boolean {
  if (isOfLaw(found.run.leaf)) return wrongLaw(note, found)
  const clause = clauseOf(found)
  if (!clause) return false
  const named = leavesOf(clause).flatMap(leaf => idsIn(leaf, 'facilities'))
  const sentence = sentenceOf(found)
  const ids = tellingsOf(note).find(each => each.sentence === sentence)?.ids ?? []
  const told = incidentsOf(note).filter(each => ids.includes(each.id))
  const struck = told.flatMap(each => each.facilities.map(one => one.id))
  const isNot =
    findInSentence(clause, note.words.notInviolable).length > 0 || areNot(note, named.length > 0 ? named : struck)
  return isNot && !ids.some(id => takes(openCase(note.records), 'NV031', id))
}

/** An article of the law that says it, for an incident that struck nothing of the kind; persons and archives are struck anywhere. */
function wrongLaw(note: ProtestNote, found: Match): boolean {
  const basis = note.dossier.legal.bases.find(each => each.says === found.run.leaf.text)
  if (basis && note.records.law.instruments[basis.instrument]?.articles[basis.article ?? '']?.needs) return false
  return (basis?.incidents ?? []).some(({ id, facilities }) => {
    const struck = facilities.map(each => each.id)
    return areNot(note, struck) && !takes(openCase(note.records), 'NV031', id)
  })
}
