/** Treaties that a note cites and the breaches that it claims (NV028, NV029, NV031). */
import { openCase } from '../../dossier/decisions/case.ts'
import { takes } from '../../dossier/decisions/positions.ts'
import { isIn } from '../../fact.ts'
import { idsIn, isFrom, isOfLaw } from '../facts.ts'
import {
  clauseOf,
  faultAt,
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
import { incidentsOf, leavesOf, type ProtestNote, placeOfTemplate } from '../note.ts'
import { tellingsOf } from '../tellings.ts'
import { ofProtest, type RuleFault } from './rule.ts'

export const NV028 = ofProtest(note => {
  const cited = [...find(note, note.words.article), ...find(note, note.words.treaty)]
  const faults = firstOfEach(
    cited.filter(each => isOwn(each) && !isCarried(each) && !isTaken(note)),
    sentenceOf
  )
  const hints = ['the request chooses with `legal`, and `law.yaml` says what each article covers']
  const said = 'is cited, but no legal basis of the note includes it'
  return [...faults.map(each => faultAt(note, each, `\`${each.text}\` ${said}`, hints)), ...dropped(note)]
})

/** Whether the request takes a position on what law covers. */
function isTaken({ records }: ProtestNote): boolean {
  return takes(openCase(records), 'NV028', '')
}

/** Whether the words come from the law that was chosen for the note. */
function isCarried({ paragraph, start, end }: Match): boolean {
  return paragraph.runs.some(run => run.start < end && run.end > start && isOfLaw(run.leaf))
}

/** Legal bases that the body does not say; and a note that characterises in general terms without a word of law. */
function dropped(note: ProtestNote): RuleFault[] {
  const { bases, characterisation } = note.dossier.legal
  const leaves = leavesOfBody(note)
  const lost = bases.filter(basis => !leaves.some(leaf => leaf.text === basis.says))
  const at = placeOfTemplate(note)
  if (
    characterisation === 'general' &&
    !note.paragraphs.filter(isBody).some(each => note.words.lawful.test(each.text))
  ) {
    return [{ message: 'the request characterises what happened, but the note cites no law', at, severity: 'warning' }]
  }
  const name = (article: string | null) => (article === null ? 'custom' : `article ${article}`)
  return lost.map(each => ({
    message: `${name(each.article)} (\`${each.instrument}\`) is a legal basis that the note does not state`,
    at
  }))
}

export const NV029 = ofProtest(note => {
  const found = find(note, note.words.breach, isBody).filter(each => !isQuoted(each) && ofLaw(note, each))
  if (takes(openCase(note.records), 'NV029', '')) return []
  return firstOfEach(
    found.filter(each => !isAsserted(note, each)),
    startOfLeaf
  ).map(each =>
    faultAt(note, each, `\`${each.text}\` asserts a breach, but the note asserts no legal basis`, [
      'with `legal: reflected` an incident is "incompatible with" a principle'
    ])
  )
})

/** Whether a breach of law can be meant: in the record of an incident it is one in a wall, and so it can be in a drafter's words. */
function ofLaw({ words }: ProtestNote, found: Match): boolean {
  const { leaf } = found.run
  if (isFrom(leaf, ({ section }) => section === 'incidents')) return false
  const sentence = clauseOf(found)?.text ?? ''
  const isInsert = isFrom(leaf, each => isIn(each, 'note', 'insert'))
  return !isInsert || words.lawful.test(sentence)
}

/** Whether the clause cites a basis that binds the addressee, or that a position asserts. */
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
  return firstOfEach(
    found.filter(each => !isQuoted(each) && isWrong(note, each)),
    startOfLeaf
  ).map(each =>
    faultAt(note, each, `\`${each.text}\` is said of what is not inviolable`, [
      'honorary posts are owed protection (VCCR Art. 59); another position is taken with `override`'
    ])
  )
})

/** By the facilities that the clause names or tells of; without any by the words around. */
function isWrong(note: ProtestNote, found: Match): boolean {
  if (isOfLaw(found.run.leaf)) return wrongLaw(note, found)
  const clause = clauseOf(found)
  if (!clause) return false
  const { register } = note.records
  const leaves = leavesOf(clause)
  const named = leaves.flatMap(leaf => idsIn(leaf, 'facilities'))
  const types = named.flatMap(id => register.facilities[id]?.type ?? [])
  const sentence = sentenceOf(found)
  const ids = tellingsOf(note).find(each => each.sentence === sentence)?.ids ?? []
  const told = incidentsOf(note).filter(each => ids.includes(each.id))
  const struck = told.flatMap(each => each.facilities.flatMap(one => register.facilities[one.id]?.type ?? []))
  const all = types.length > 0 ? types : struck
  const isNot =
    findInSentence(clause, note.words.notInviolable).length > 0 ||
    (all.length > 0 && all.every(each => NOT.includes(each)))
  return isNot && !ids.some(id => takes(openCase(note.records), 'NV031', id))
}

/** An article of the law that says it, for an incident that struck nothing of the kind. */
function wrongLaw(note: ProtestNote, found: Match): boolean {
  const basis = note.dossier.legal.bases.find(each => each.says === found.run.leaf.text)
  const { facilities } = note.records.register
  return (basis?.incidents ?? []).some(
    ({ id, facilities: struck }) =>
      struck.every(each => NOT.includes(facilities[each.id]?.type ?? '')) &&
      struck.length > 0 &&
      !takes(openCase(note.records), 'NV031', id)
  )
}
