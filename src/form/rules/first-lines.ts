/** The dateline, the reference and the addressee of a note: as recorded, and where the house puts them (NV014, NV015, NV019). */

import { fullForms, literally } from '../find.ts'
import { type Note, placeIn, placeOfTemplate, placeOfWords } from '../note.ts'
import { atLeafOf, sheetsOf } from '../pages.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV014: RuleCheck = note => {
  const [dateline, second] = note.paragraphs.filter(each => each.part === 'dateline')
  if (!dateline || second) return [{ message: 'the note has no line with place and date', at: placeOfTemplate(note) }]
  const { place, date } = note.dossier
  const said = date ? note.language.say.date(date, 'plain') : null
  return [
    ...(dateline.text.includes(place) ? [] : [lacks(note, `the place, \`${place}\``)]),
    ...(said === null || dateline.text.includes(said) ? [] : [lacks(note, `the date, \`${said}\``)]),
    ...(said !== null || /_{4}/.test(dateline.text) ? [] : [lacks(note, 'a blank for the day, which is not recorded')])
  ]
}

function lacks(note: Note, what: string): RuleFault {
  const dateline = note.paragraphs.find(each => each.part === 'dateline')
  const run = dateline?.runs.at(-1)
  const span = run?.leaf.at ?? (dateline ? placeIn(note, dateline, 0, 1).span : null)
  return { message: `the dateline does not say ${what}`, at: { span } }
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
    const wrong = atFoot ? number !== 1 : number < ends
    if (!wrong && !outside) return []
    const where = atFoot ? 'at the foot of page 1' : 'after the text'
    return [
      { message: `the addressee is on page ${number}, but the house puts it ${where}`, at: atLeafOf(note, first) }
    ]
  })
}
