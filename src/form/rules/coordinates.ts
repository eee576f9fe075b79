/** Coordinates: printed where they may be, and what is claimed despite them (NV035, NV042). */
import { isIn } from '../../fact.ts'
import { isFrom, prints } from '../facts.ts'
import {
  faultsAt,
  find,
  findBeside,
  firstOfEach,
  isBody,
  isProse,
  isQuoted,
  leavesOfBody,
  type Match,
  sentenceOf
} from '../find.ts'
import { incidentsOf, type NoteParagraph, type ProtestNote, placeOfTemplate, runsOf } from '../note.ts'
import { idsOf } from '../tellings.ts'
import { ofProtest, type RuleCheck, type RuleFault } from './rule.ts'

export const NV042: RuleCheck = note => {
  const given = note.dossier.annexes.filter(each => each.type === 'coordinates').map(each => each.number)
  const isFree = ({ annex }: NoteParagraph) => annex === null || !given.includes(annex)
  const found = find(note, note.words.position, each => isProse(each) && isFree(each)).filter(each => !isQuoted(each))
  const hints = ['ask for one with `annexes: [coordinates]`']
  return firstOfEach(found, each => each.run).flatMap(each => {
    // where the template prints a recorded position, the template is at fault; else whoever wrote it
    const { leaf } = each.run
    const isRecorded = isFrom(leaf, fact => isIn(fact, 'facilities', 'coordinates'))
    const faults = faultsAt(note, [each], 'is a position outside an annex of coordinates', hints)
    return isRecorded ? faults.map(fault => ({ ...fault, at: { span: leaf.at } })) : faults
  })
}

export const NV035 = ofProtest(note => [...claims(note), ...dropped(note)])

function claims(note: ProtestNote): RuleFault[] {
  const said = firstOfEach(find(note, note.words.allTheSame, isBody), sentenceOf)
  const unsure = said.filter(each => findBeside(each, note.words.coordinates).length > 0 && !isCertain(note, each))
  const hints = ['use the formula `submission/despite`: it names only incidents for which it is certain']
  return faultsAt(note, unsure, 'the coordinates is said of an incident for which it is not certain', hints)
}

/** The submission, and the assurance with it, to which the request appeals and which the body does not tell. */
function dropped(note: ProtestNote): RuleFault[] {
  const id = note.records.request.submission
  if (id === null) return []
  const says = (key: 'scope' | 'assurance') => leavesOfBody(note).some(leaf => prints(leaf, 'communications', id, key))
  const at = placeOfTemplate(note)
  const message = `the request appeals to \`${id}\`, but the note does not mention`
  if (!says('scope')) return [{ message: `${message} it`, at }]
  return note.dossier.submission?.assurance?.wording && !says('assurance')
    ? [{ message: `${message} the assurance with it`, at }]
    : []
}

/** Whether all that the sentence is about is covered; a sentence without an incident is about the occasion. */
function isCertain(note: ProtestNote, found: Match): boolean {
  const sentence = sentenceOf(found)
  const ids = sentence ? runsOf(sentence).flatMap(run => idsOf(run.leaf)) : []
  const own = sentence && note.words.earlier.test(sentence.text) ? incidentsOf(note) : note.dossier.occasion
  const about = ids.length > 0 ? incidentsOf(note).filter(each => ids.includes(each.id)) : own
  return about.every(each => each.coverage === 'despite')
}
