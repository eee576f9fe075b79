/** NV010: sentences that have the honour in; those that have it to protest, to condemn or to demand out. */
import { faultAt, find, findInSentence, sentenceOf } from '../find.ts'
import type { Note, Sentence } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV010: Rule = {
  id: 'NV010',
  kind: 'any',
  title: 'nobody has the honour to protest, to condemn or to demand',
  reason: 'the courtesy clashes with the act',
  severity: 'warning',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'form',
  check: note =>
    find(note, note.words.honour).flatMap(each => {
      const sentence = sentenceOf(each)
      const after = sentence && { ...sentence, start: each.end }
      const act = after && actIn(note, after)
      if (!act) return []
      const hints = ['say "states the following", or set `courtesy: reduced`']
      return [faultAt(note, each, `\`${each.text}\` governs \`${act}\``, hints)]
    })
}

/** The first act in a stretch that no courtesy goes with. */
function actIn({ words }: Note, sentence: Sentence): string | null {
  const [found] = [words.honouredAct, words.condemnation].flatMap(pattern => findInSentence(sentence, pattern))
  return found?.text ?? null
}
