/** NV020: the annexes of a note in; where enclosures, annexes and the body do not name the same ones out. */
import { containersOf } from '../../document/walk.ts'
import { faultAt, find, findIn, isBody, isQuoted, sentenceOf } from '../find.ts'
import { type Note, placeOfTemplate, placeOfWords } from '../note.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

export const NV020: RuleCheck = note => [...rendered(note), ...enclosed(note), ...referred(note), ...strays(note)]

function rendered(note: Note): RuleFault[] {
  const { annexes } = note.dossier
  const count = containersOf(note.document).filter(each => each.part === 'annex').length
  if (count === annexes.length) return []
  return [{ message: `the note has ${annexes.length} annexes, but ${count} are printed`, at: placeOfTemplate(note) }]
}

/** The line names each annex, and says how many they are where there are several. */
function enclosed(note: Note): RuleFault[] {
  const { annexes } = note.dossier
  const line = note.paragraphs.find(each => each.part === 'enclosures')
  if (!line) {
    const message = `the note has ${annexes.length} annexes, but no line of enclosures`
    return annexes.length === 0 ? [] : [{ message, at: placeOfTemplate(note) }]
  }
  const named = new Set(findIn(line, note.words.annex).map(each => romanIn(each.text)))
  const counts = [...line.text.matchAll(/(?<![\p{L}\d])\d+(?![\p{L}\d])/gu)].map(match => Number(match[0]))
  const isRight = named.size === annexes.length && (annexes.length < 2 || counts.join() === String(annexes.length))
  const message = `the line of enclosures does not name all ${annexes.length} annexes of the note and give their number`
  return isRight ? [] : [{ message, at: placeOfWords(note, line) }]
}

function referred(note: Note): RuleFault[] {
  const said = new Set(find(note, note.words.annex, isBody).map(each => romanIn(each.text)))
  return note.dossier.annexes
    .map(each => ROMAN[each.number - 1] ?? '')
    .filter(each => !said.has(each))
    .map(each => ({ message: `nothing in the body refers to Annex ${each}`, at: placeOfTemplate(note) }))
}

/** References to annexes that the note has not; a sentence that speaks of another document may mean an annex of that. */
function strays(note: Note): RuleFault[] {
  const known = new Set(note.dossier.annexes.map(each => ROMAN[each.number - 1] ?? ''))
  return find(note, note.words.annex, isBody)
    .filter(each => !known.has(romanIn(each.text)) && !isQuoted(each))
    .filter(each => !note.words.otherDocuments.test(sentenceOf(each)?.text ?? ''))
    .map(each => faultAt(note, each, `the note has no \`${each.text}\``))
}

function romanIn(text: string): string {
  return /[IVXLC\d]+$/.exec(text)?.[0] ?? ''
}
