/** The lines around the text: dateline, reference, addressee and enclosures, as recorded, and where the house puts them (NV014, NV015, NV019, NV020). */
import { containersOf } from '../../document/walk.ts'
import { faultAt, find, findIn, isBody, isQuoted, literally, sentenceOf } from '../find.ts'
import { fullForms } from '../names.ts'
import { type Note, placeOfTemplate, placeOfWords } from '../note.ts'
import { atLeafOf, sheetsOf } from '../pages.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV014: RuleCheck = note => {
  const [dateline, second] = note.paragraphs.filter(each => each.part === 'dateline')
  if (!dateline || second) return [{ message: 'the note has no line with place and date', at: placeOfTemplate(note) }]
  const { place, date } = note.dossier
  const said = date ? note.language.say.date(date, 'plain') : null
  const isDated = said === null ? /_{4}/.test(dateline.text) : dateline.text.includes(said)
  const lacks = [
    ...(dateline.text.includes(place) ? [] : [`the place, \`${place}\``]),
    ...(isDated ? [] : [said === null ? 'a blank for the day, which is not recorded' : `the date, \`${said}\``])
  ]
  const at = { span: dateline.runs.at(-1)?.leaf.at ?? placeOfTemplate(note).span }
  return lacks.map(each => ({ message: `the dateline does not say ${each}`, at }))
}

export const NV015: RuleCheck = note => {
  const { number } = note.dossier
  const reference = note.paragraphs.find(each => each.part === 'reference')
  if (!reference) return [{ message: 'the note has no line with its number', at: placeOfTemplate(note) }]
  const isRight = number === null ? /_{4}/.test(reference.text) : reference.text.includes(number)
  if (isRight) return []
  const message = number === null ? 'there is no blank for the number' : `the number \`${number}\` is not on the note`
  return [{ message, at: { span: reference.runs.at(-1)?.leaf.at ?? null } }]
}

export const NV019: RuleCheck = note => {
  const block = note.paragraphs.find(each => each.part === 'addressee')
  if (!block) return [{ message: 'the note has no addressee', at: placeOfTemplate(note) }]
  const plates = fullForms(note.dossier.recipient.name.forms).map(note.language.say.plate)
  const message = `the addressee is not \`${plates[0] ?? ''}\``
  const isNamed = plates.some(each => literally(each, 'u').test(block.text))
  const other = isNamed ? [] : [{ message, at: placeOfWords(note, block) }]
  return [...other, ...misplaced(note)]
}

/** On page 1 above its foot, or on the page where the note ends; inside the paper. */
function misplaced(note: Note): RuleFault[] {
  const sheets = sheetsOf(note)
  const atFoot = note.profile.parts.placement.addressee?.position === 'first-page-foot'
  const ends = sheets.find(each => each.items.some(one => one.part === 'dateline'))?.number ?? 1
  return sheets.flatMap(({ number, items }) => {
    const [first] = items.filter(each => each.part === 'addressee')
    if (!first) return []
    const page = note.layout().pages[number - 1]
    const outside = first.item.y < 0 || first.item.x < 0 || first.item.x > (page?.width ?? 0)
    if (!outside && (atFoot ? number === 1 : number >= ends)) return []
    const where = atFoot ? 'at the foot of page 1' : 'after the text'
    const message = `the addressee is on page ${number}, but the house puts it ${where}`
    return [{ message, at: atLeafOf(note, first) }]
  })
}

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
  return numbersOf(note)
    .filter(each => !said.has(each))
    .map(each => ({ message: `nothing in the body refers to Annex ${each}`, at: placeOfTemplate(note) }))
}

/** References to annexes that the note has not; a sentence that speaks of another document may mean an annex of that. */
function strays(note: Note): RuleFault[] {
  const known = numbersOf(note)
  return find(note, note.words.annex, isBody)
    .filter(each => !known.includes(romanIn(each.text)) && !isQuoted(each))
    .filter(each => !note.words.otherDocuments.test(sentenceOf(each)?.text ?? ''))
    .map(each => faultAt(note, each, `the note has no \`${each.text}\``))
}

function numbersOf({ dossier: { annexes } }: Note): string[] {
  return annexes.map(each => ROMAN[each.number - 1] ?? '')
}

function romanIn(text: string): string {
  return /[IVXLC\d]+$/.exec(text)?.[0] ?? ''
}
