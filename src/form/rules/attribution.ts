/** NV039: what a note says of the author and the intent of an incident in; what is more than the record lets it say out. */
import type { DossierIncident } from '../../dossier/schema.ts'
import { isNamed } from '../facts.ts'
import {
  faultAt,
  find,
  findIn,
  findInSentence,
  isName,
  isProse,
  isQuoted,
  literally,
  type Match,
  sentenceOf
} from '../find.ts'
import { incidentsOf, type ProtestNote, type Sentence } from '../note.ts'
import { tellingsOf, tells } from '../tellings.ts'
import { ofProtest, type RuleFault } from './rule.ts'

export const NV039 = ofProtest(note => [...authors(note), ...intents(note)])

/** The addressee's State, named as the author in what is told of an incident whose record does not name it. */
function authors(note: ProtestNote): RuleFault[] {
  const states = statesOf(note).map(each => literally(each))
  return tellingsOf(note).flatMap(({ sentence, ids }) => {
    const told = incidentsOf(note).filter(each => ids.includes(each.id) && each.attribution.strength !== 'named')
    const [incident] = told
    if (!incident || ids.length !== 1) return []
    const found = namedIn(note, sentence, states, tells(sentence, incident))
    if (!found || isHint(note, sentence, incident)) return []
    const message = `\`${found.text}\` names an author, but the record of \`${incident.id}\` says \`strength: ${incident.attribution.strength}\``
    return [
      isName(found.run.leaf) ? { message, at: { span: found.run.leaf.at, hints: [] } } : faultAt(note, found, message)
    ]
  })
}

/** In a sentence that tells what happened any mention counts; in others what makes an author of it. */
function namedIn(note: ProtestNote, sentence: Sentence, states: readonly RegExp[], telling: boolean): Match | null {
  const [authored] = findInSentence(sentence, note.words.authored).filter(each => !isQuoted(each))
  const names = states.flatMap(each => findInSentence(sentence, each))
  const own = names.filter(each => !isPartOfName(each))
  if (authored && (own.some(each => each.start >= authored.end) || own.length > 0)) return authored
  return telling && sentence.paragraph.type !== 'table' ? (own[0] ?? null) : null
}

/** The State inside a longer name ("the Embassy of …") is no author. */
function isPartOfName({ run, text }: Match): boolean {
  return isNamed(run.leaf) && run.leaf.text.toLowerCase() !== text.toLowerCase()
}

function statesOf({ dossier: { recipient } }: ProtestNote): string[] {
  const { full, short } = recipient.state?.name.forms ?? {}
  return [full, short].flatMap(each => (each === undefined ? [] : [each]))
}

/** "The evidence suggests that …" is what an implied author may be called by. */
function isHint({ words }: ProtestNote, sentence: Sentence, { attribution }: DossierIncident): boolean {
  return (
    attribution.strength === 'implied' &&
    findIn(sentence.paragraph, words.asHint, sentence.start, sentence.end).length > 0
  )
}

/** Deliberateness, where records leave it open or do not speak of it. */
function intents(note: ProtestNote): RuleFault[] {
  const { intent } = note.dossier
  if (intent === 'asserted') return []
  return find(note, note.words.deliberate, isProse).flatMap(each => {
    const sentence = sentenceOf(each)
    const asks = sentence !== null && findInSentence(sentence, note.words.question).length > 0
    if (isQuoted(each) || (intent === 'questioned' && asks)) return []
    return [faultAt(note, each, `\`${each.text}\` is said, but the records say \`intent: ${intent}\``)]
  })
}
