/** NV038: quantities that a note prints in; those in another unit than the recorded one out. */
import { type Fact, isItem } from '../../fact.ts'
import { pattern } from '../../languages/pattern.ts'
import { isFrom } from '../facts.ts'
import { faultAt, find, isProse, sentenceOf } from '../find.ts'
import { incidentsOf, type Note, runsOf } from '../note.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV038: RuleCheck = note => [...bare(note), ...converted(note)]

/** A number of a measure without its unit behind it. */
function bare(note: Note): RuleFault[] {
  return incidentsOf(note).flatMap(({ id, measures }) =>
    measures.flatMap(({ measure }, index) => {
      const unit =
        note.language.say
          .measure({ ...measure, qualifier: 'exact' })
          ?.split(/\s/)
          .slice(1)
          .join(' ') ?? ''
      return note.paragraphs.filter(isProse).flatMap(({ runs, text }) =>
        runs.flatMap(({ leaf, start, end }) => {
          const isPrinted =
            /\d|\p{L}/u.test(leaf.text) && isFrom(leaf, fact => isItem(fact, id, index) && isNumber(fact))
          const after = text.slice(start, end + unit.length + 1).replace(/\s/gu, ' ')
          if (!isPrinted || after.includes(unit)) return []
          const message = `\`${leaf.text}\` is printed without its unit, \`${unit}\``
          return [{ message, at: { span: leaf.at, hints: [] } }]
        })
      )
    })
  )
}

function isNumber({ field }: Fact): boolean {
  return field === 'measures' || field === 'measures.value'
}

/** A quantity in brackets behind the recorded one. */
function converted(note: Note): RuleFault[] {
  const gloss = pattern('gu')`\([^()]*\d[\d.,]*\s${note.words.units}\)`
  return find(note, gloss).flatMap(found => {
    const sentence = sentenceOf(found)
    const runs = sentence ? runsOf(sentence) : []
    const behind = runs.some(
      run => run.end <= found.start && isFrom(run.leaf, ({ field, item }) => field === 'measures' && item !== null)
    )
    return behind
      ? [faultAt(note, found, `\`${found.text}\` converts a quantity that was recorded in another unit`)]
      : []
  })
}
