/** NV033: mentions of the articles on State responsibility in; those that make a treaty of them out. */
import { faultAt, find, findInSentence, sentenceOf } from '../find.ts'
import type { Rule } from './rule.ts'

export const NV033: Rule = {
  id: 'NV033',
  kind: 'any',
  title: 'the articles on State responsibility are not cited as a treaty that was violated',
  reason:
    'they are annexed to a resolution and state custom; nobody is a party to them (General Assembly resolution 56/83)',
  severity: 'warning',
  on: 'document',
  decides: 'yes',
  stages: [],
  check: note =>
    find(note, note.words.responsibilityArticles).flatMap(each => {
      const sentence = sentenceOf(each)
      const [breach] = sentence ? findInSentence(sentence, note.words.breach) : []
      if (!breach) return []
      return [faultAt(note, each, `\`${each.text}\` are no treaty that can be violated`, ['they "reflect" custom'])]
    })
}
