/** What a note says of the author, the intent and the victims of an incident, where the record does not say so (NV039, NV041). */
import type { DossierIncident } from '../../dossier/schema.ts'
import { isNamed } from '../facts.ts'
import {
  faultAt,
  find,
  findBeside,
  findInSentence,
  isName,
  isQuoted,
  literally,
  type Match,
  sentenceOf
} from '../find.ts'
import { formsOfState } from '../names.ts'
import { incidentsOf, type Note, type ProtestNote, printedAt, type Sentence } from '../note.ts'
import { isOfTemplate } from '../place.ts'
import { firstTellings, tellingsOf, tells } from '../tellings.ts'
import { ofProtest, type RuleCheck, type RuleFault } from './rule.ts'

export const NV039 = ofProtest(note => [...authors(note), ...intents(note)])

/** The State concerned, named as the author in what is told of an incident whose record does not name it. */
function authors(note: ProtestNote): RuleFault[] {
  const states = formsOfState(note.dossier.concerned).map(each => literally(each))
  return tellingsOf(note).flatMap(({ sentence, ids }) => {
    const told = incidentsOf(note).filter(each => ids.includes(each.id) && each.attribution.strength !== 'named')
    const [incident] = told
    if (!incident || ids.length !== 1) return []
    const found = namedIn(note, sentence, states, tells(sentence, incident))
    if (!found || isHint(note, sentence, incident)) return []
    const message = `\`${found.text}\` names an author, but the record of \`${incident.id}\` says \`strength: ${incident.attribution.strength}\``
    return [isName(found.run.leaf) ? { message, at: { span: found.run.leaf.at } } : faultAt(note, found, message)]
  })
}

/** In a sentence that tells what happened any mention counts; in others what makes an author of it. */
function namedIn(note: ProtestNote, sentence: Sentence, states: readonly RegExp[], telling: boolean): Match | null {
  const [authored] = findInSentence(sentence, note.words.authored).filter(each => !isQuoted(each))
  const names = states.flatMap(each => findInSentence(sentence, each))
  const own = names.filter(each => !isPartOfName(each))
  if (authored && own.length > 0) return authored
  return telling && sentence.paragraph.type !== 'table' ? (own[0] ?? null) : null
}

/** The State inside a longer name ("the Embassy of …") is no author. */
function isPartOfName({ run, text }: Match): boolean {
  return isNamed(run.leaf) && run.leaf.text.toLowerCase() !== text.toLowerCase()
}

/** "The evidence suggests that …" is what an implied author may be called by. */
function isHint({ words }: ProtestNote, sentence: Sentence, { attribution }: DossierIncident): boolean {
  return attribution.strength === 'implied' && findInSentence(sentence, words.asHint).length > 0
}

/** Deliberateness, where records leave it open or do not speak of it. */
function intents(note: ProtestNote): RuleFault[] {
  const { intent } = note.dossier
  if (intent === 'asserted') return []
  return find(note, note.words.deliberate).flatMap(each => {
    const asks = findBeside(each, note.words.question).length > 0
    if (isQuoted(each) || (intent === 'questioned' && asks)) return []
    return [faultAt(note, each, `\`${each.text}\` is said, but the records say \`intent: ${intent}\``)]
  })
}

export const NV041: RuleCheck = note =>
  incidentsOf(note).flatMap(incident => {
    const own = tellingsOf(note).filter(each => each.ids.length === 1 && each.ids[0] === incident.id)
    const sentences = own.map(each => each.sentence)
    return casualtyFaults(note, incident, sentences)
  })

const ASKED = { severity: 'information' } as const

function casualtyFaults(note: Note, { id, casualties }: DossierIncident, sentences: readonly Sentence[]): RuleFault[] {
  const said = (pattern: RegExp) =>
    sentences.flatMap(each => findInSentence(each, pattern)).filter(each => !isQuoted(each))
  const nil = said(note.words.nil)
  if (casualties.status === 'none') {
    const message = `\`${id}\` has casualties \`none\`, but the note says that somebody was hurt`
    // what a drafter says of somebody else ("in a traffic accident near the Embassy") can only be asked about
    const denied = said(note.words.harmed)
      .filter(each => !note.words.denial.test(sentenceOf(each)?.text ?? ''))
      .slice(0, 1)
      .map(each => ({ ...faultAt(note, each, message), ...(isOfTemplate(each.run.leaf) ? {} : ASKED) }))
    const told = firstTellings(note).find(each => each.id === id)
    if (nil.length > 0 || !told) return denied
    const unsaid = `the record says that nobody was hurt in \`${id}\`, but the note does not`
    return [...denied, { message: unsaid, at: printedAt(told.sentence) }]
  }
  const message = `\`${id}\` has casualties \`${casualties.status}\`, but the note says that there were none`
  // "no loss of life" is true of an incident in which people were hurt
  const onlyHurt = casualties.status === 'known' && casualties.killed.length === 0
  const denied = casualties.nil ? [] : onlyHurt ? nil.filter(each => !note.words.lifeAlone.test(each.text)) : nil
  return denied.slice(0, 1).map(each => faultAt(note, each, message))
}
