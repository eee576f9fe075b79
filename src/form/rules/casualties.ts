/** NV041: what a note says of casualties in; nil that is not said where it is recorded, or said where it is not, out. */
import type { DossierIncident } from '../../dossier/schema.ts'
import { faultAt, findInSentence, isQuoted, sentenceOf } from '../find.ts'
import { incidentsOf, type Note, printedAt, type Sentence } from '../note.ts'
import { isOfTemplate } from '../place.ts'
import { firstTellings, tellingsOf } from '../tellings.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV041: RuleCheck = note =>
  incidentsOf(note).flatMap(incident => {
    const sentences = tellingsOf(note).filter(each => each.ids.length === 1 && each.ids[0] === incident.id)
    return judged(
      note,
      incident,
      sentences.map(each => each.sentence)
    )
  })

const ASKED = { severity: 'information' } as const

function judged(note: Note, { id, casualties }: DossierIncident, sentences: readonly Sentence[]): RuleFault[] {
  const nil = sentences.flatMap(each => findInSentence(each, note.words.nil)).filter(each => !isQuoted(each))
  if (casualties.status === 'none') {
    const harmed = sentences.flatMap(each => findInSentence(each, note.words.harmed)).filter(each => !isQuoted(each))
    const message = `\`${id}\` has casualties \`none\`, but the note says that somebody was hurt`
    // what a drafter says of somebody else ("in a traffic accident near the Embassy") can only be asked about
    const denied = harmed
      .filter(each => !note.words.denial.test(sentenceOf(each)?.text ?? ''))
      .slice(0, 1)
      .map(each => ({ ...faultAt(note, each, message), ...(isOfTemplate(each.run.leaf) ? {} : ASKED) }))
    const told = firstTellings(note).find(each => each.id === id)
    if (nil.length > 0 || !told) return denied
    return [
      ...denied,
      {
        message: `the record says that nobody was hurt in \`${id}\`, but the note does not`,
        at: printedAt(told.sentence)
      }
    ]
  }
  const message = `\`${id}\` has casualties \`${casualties.status}\`, but the note says that there were none`
  return nil.slice(0, 1).map(each => faultAt(note, each, message))
}
