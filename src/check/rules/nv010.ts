/** NV010: sentences that have the honour in; those that have it to protest, to condemn or to demand out. */
import { faultAt, find, findInSentence, sentenceOf } from '../find.ts'
import type { Note, Sentence } from '../note.ts'
import { FORMULAS, failing, insertingBadly, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV010: Rule = {
  id: 'NV010',
  title: 'nobody has the honour to protest, to condemn or to demand',
  reason: 'the courtesy clashes with the act (practice 2.4)',
  severity: 'warning',
  on: 'document',
  judges: 'form',
  decides: 'yes',
  stages: [],
  examples: {
    passes: [passing('the honour to state', 'airspace-violation')],
    fails: [
      failing(
        'the honour to protest',
        'airspace-violation',
        [FORMULAS, 'has the honour to strongly protest'],
        [
          FORMULAS,
          'has the honour to state the following',
          'has the honour to strongly protest and to state the following'
        ]
      ),
      insertingBadly('The Ministry has the honour to demand an answer.')
    ]
  },
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
