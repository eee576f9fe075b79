/** Languages of a note: the label of a translation, and words of another language in the body (NV021, NV047). */
import { containersOf } from '../../document/walk.ts'
import { faultAt, find, isOwn, isProse, sentenceOf } from '../find.ts'
import { type Note, placeOfTemplate } from '../note.ts'
import { sourceOfFormula } from '../sources.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV021: RuleCheck = note => (note.dossier.original ? [] : [...label(note), ...number(note), ...rooms(note)])

function label(note: Note): RuleFault[] {
  const labels = note.document.labels.map(each => sourceOfFormula(note, each.at))
  if (labels.some(each => each?.group === 'labels' && each.key === 'translation')) return []
  const [first] = note.templates.labels.main.statements
  const span = first?.at ?? null
  return [{ message: 'nothing on the translation says that it is one', at: { span } }]
}

function number(note: Note): RuleFault[] {
  const reference = note.paragraphs.find(each => each.part === 'reference')
  const wanted = note.dossier.number
  if (!reference || wanted === null || reference.text.includes(wanted)) return []
  const span = reference.runs.at(-1)?.leaf.at ?? null
  return [{ message: `the translation does not bear the number of its original, \`${wanted}\``, at: { span } }]
}

function rooms(note: Note): RuleFault[] {
  return containersOf(note.document)
    .filter(each => each.part === 'seal' || each.part === 'initials')
    .map(each => ({
      message: `the translation has room for its ${each.part}`,
      at: { span: each.at ?? placeOfTemplate(note).span }
    }))
}

/** Fewer foreign words than this are a name that stands in a sentence. */
const FEW = 2

/** Sentences with several words of one other language. */
export const NV047: RuleCheck = note =>
  note.words.foreign.flatMap(({ language, words: pattern }) => {
    const found = find(note, pattern, isProse).filter(isOwn)
    const firsts = found.filter(each => {
      const same = found.filter(one => sentenceOf(one) === sentenceOf(each))
      return same[0] === each && new Set(same.map(one => one.text.toLowerCase())).size >= FEW
    })
    return firsts.map(each =>
      faultAt(note, each, `the sentence holds words of another language (\`${language}\`): \`${each.text}\``)
    )
  })
