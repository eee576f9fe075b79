/** NV035: what a note says of coordinates in; what happened despite them, where that is not certain, out. */
import { prints } from '../facts.ts'
import { type Found, faultAt, find, findInSentence, isBody, sentenceOf } from '../find.ts'
import { incidentsOf, type ProtestNote, placeOfTemplate, runsOf } from '../note.ts'
import { idsOf } from '../tellings.ts'
import type { Fault, Rule } from './rule.ts'

export const NV035: Rule = {
  id: 'NV035',
  kind: 'protest',
  title: 'something happened despite the coordinates only if its premises were listed and it came after them',
  reason: '10 March 2022 was before April 2022, and a depot is no mission: the one false claim discredits all',
  severity: 'error',
  on: 'document',
  decides: { inPart: 'claims that do not speak of coordinates' },
  stages: ['NV035'],
  judges: 'facts',
  check: note => [...claims(note), ...dropped(note)]
}

function claims(note: ProtestNote): Fault[] {
  return firsts(find(note, note.words.allTheSame, isBody)).flatMap(each => {
    const sentence = sentenceOf(each)
    const [coordinates] = sentence ? findInSentence(sentence, note.words.coordinates) : []
    if (!coordinates || isCertain(note, each)) return []
    const message = `\`${each.text}\` the coordinates is said of an incident of which that is not certain`
    return [faultAt(note, each, message, ['the formula `submission/despite` says it of those of which it is'])]
  })
}

/** The submission, and the assurance with it, to which the request appeals and which the body does not tell. */
function dropped(note: ProtestNote): Fault[] {
  const id = note.records.request.submission
  if (id === null) return []
  const leaves = note.paragraphs.filter(isBody).flatMap(each => each.runs.map(run => run.leaf))
  const says = (key: 'scope' | 'assurance') => leaves.some(leaf => prints(leaf, 'communications', id, key))
  const at = placeOfTemplate(note)
  const message = `the request appeals to \`${id}\`, and the note does not tell`
  if (!says('scope')) return [{ message: `${message} it`, at }]
  return note.dossier.submission?.assurance && !says('assurance')
    ? [{ message: `${message} the assurance with it`, at }]
    : []
}

/** Whether all that the sentence is about is covered; a sentence without an incident is about the occasion. */
function isCertain(note: ProtestNote, found: Found): boolean {
  const sentence = sentenceOf(found)
  const ids = sentence ? runsOf(sentence).flatMap(run => idsOf(run.leaf)) : []
  const own = sentence && note.words.earlier.test(sentence.text) ? incidentsOf(note) : note.dossier.occasion
  const about = ids.length > 0 ? incidentsOf(note).filter(each => ids.includes(each.id)) : own
  return about.every(each => each.coverage === 'despite')
}

function firsts(all: readonly Found[]): Found[] {
  return all.filter((each, index) => all.findIndex(other => sentenceOf(other) === sentenceOf(each)) === index)
}
