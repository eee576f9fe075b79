/** NV047: the sentences of a note in; those that hold words of another language out. */
import { pattern } from '../../languages/pattern.ts'
import { type Found, faultAt, find, isName, isProse, isQuoted, sentenceOf } from '../find.ts'
import type { Note } from '../note.ts'
import type { Fault, Rule } from './rule.ts'

/** Fewer foreign words than this are a name that stands in a sentence. */
const FEW = 2

export const NV047: Rule = {
  id: 'NV047',
  kind: 'any',
  title: 'the body is in one language but for names and quotations',
  reason: 'a formula of another language is what a merge takes by mistake',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'single words, which may be names' },
  stages: [],
  judges: 'form',
  check: note => [...scripts(note), ...words(note)]
}

/** Letters of other scripts, a finding a paragraph. */
function scripts(note: Note): Fault[] {
  const found = find(note, pattern('gu')`${note.words.otherScripts}+`).filter(isOwn)
  const firsts = found.filter((each, index) => found.findIndex(one => one.paragraph === each.paragraph) === index)
  return firsts.map(each => faultAt(note, each, `\`${each.text}\` is in another script`))
}

function isOwn(found: Found): boolean {
  return !isName(found.run.leaf) && !isQuoted(found)
}

/** Sentences with several words of one other language. */
function words(note: Note): Fault[] {
  return note.words.foreign.flatMap(({ language, words: pattern }) => {
    const found = find(note, pattern, isProse).filter(isOwn)
    const firsts = found.filter(each => {
      const same = found.filter(one => sentenceOf(one) === sentenceOf(each))
      return same[0] === each && new Set(same.map(one => one.text.toLowerCase())).size >= FEW
    })
    return firsts.map(each =>
      faultAt(note, each, `the sentence holds words of another language (\`${language}\`): \`${each.text}\``)
    )
  })
}
