/** Pages of a note: their ends, their numbers and letterheads, the marks on their face (NV017, NV018, NV053). */
import type { Part } from '../../records/parts.ts'
import { prints } from '../facts.ts'
import { placeOfTemplate } from '../note.ts'
import { atLeafOf, linesOn, sheetsOf } from '../pages.ts'
import { atLeaf } from '../place.ts'
import { sourceOfFormula } from '../sources.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

const END: readonly (Part | null)[] = ['closing', 'dateline', 'addressee']
/** A page that bears the end of a note has as many lines of its body. */
const LEAST = 2

export const NV017: RuleCheck = note => {
  const isBody = (part: Part | null) => part === null || part === 'opening'
  const sheets = sheetsOf(note)
  const whole = sheets.reduce((sum, sheet) => sum + linesOn(sheet, isBody), 0)
  return sheets.flatMap(sheet => {
    const end = sheet.items.find(each => END.includes(each.part))
    if (!end || linesOn(sheet, isBody) >= Math.min(LEAST, whole)) return []
    const message = `page ${sheet.number} holds the end of the note with fewer than ${LEAST} lines of its body`
    return [{ message, at: atLeafOf(note, end) }]
  })
}

export const NV018: RuleCheck = note =>
  sheetsOf(note).flatMap((sheet): RuleFault[] => {
    const wanted = sheet.number === 1 ? 0 : 1
    const head = sheet.items.find(each => each.part === 'letterhead')
    const numbers = `page ${sheet.number} has ${sheet.numbers} page numbers, but should have ${wanted}`
    const emblem = `page ${sheet.number} has the emblem, which belongs on the first page only`
    const letterhead = `page ${sheet.number} ${head ? 'bears' : 'lacks'} the letterhead`
    return [
      ...(sheet.pictures === 0 || sheet.number === 1 ? [] : [{ message: emblem, at: placeOfTemplate(note) }]),
      ...(sheet.numbers === wanted ? [] : [{ message: numbers, at: placeOfTemplate(note) }]),
      ...((head !== undefined) === (sheet.number === 1) ? [] : [{ message: letterhead, at: atLeafOf(note, head) }])
    ]
  })

/** On an issue a label is its specimen line, or that it is a translation or stays in the house. */
export const NV053: RuleCheck = note => {
  if (note.dossier.form !== 'issue') return []
  return note.document.labels
    .filter(leaf => {
      const formula = sourceOfFormula(note, leaf.at)
      const isDue = formula?.group === 'labels' && ['translation', 'internal'].includes(formula.key)
      return !isDue && !prints(leaf, 'note', null, 'specimen')
    })
    .map(leaf => ({
      message: `\`${leaf.text}\` is a label, but an issue has no label`,
      at: atLeaf(note.records, leaf)
    }))
}
