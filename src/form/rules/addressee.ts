/** NV019: the addressee of a note in; where it is missing, somebody else, or not where the house puts it out. */
import { literally } from '../find.ts'
import { fullForms } from '../full-forms.ts'
import { type Note, placeOfTemplate, placeOfWords } from '../note.ts'
import { atLeafOf, sheetsOf } from '../pages.ts'
import type { Fault, Rule } from './rule.ts'

export const NV019: Rule = {
  id: 'NV019',
  kind: 'any',
  title: 'the addressee stands on the note, where the house puts it',
  reason: 'the envelope is thrown away; the block says whom the note is for',
  severity: 'warning',
  on: 'layout',
  decides: 'yes',
  stages: ['layout/too-tall'],
  judges: 'form',
  check: note => {
    const block = note.paragraphs.find(each => each.part === 'addressee')
    if (!block) return [{ message: 'the note has no addressee', at: placeOfTemplate(note) }]
    const plates = fullForms(note.dossier.recipient.name.forms).map(note.language.say.plate)
    const message = `the addressee is not \`${plates[0] ?? ''}\``
    const isNamed = plates.some(each => literally(each, 'u').test(block.text))
    const other = isNamed ? [] : [{ message, at: placeOfWords(note, block) }]
    return [...other, ...misplaced(note)]
  }
}

/** On page 1 above its foot, or on the page where the note ends; inside the paper. */
function misplaced(note: Note): Fault[] {
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
    const where = atFoot ? 'at the foot of page 1' : 'behind the text'
    return [
      { message: `the addressee stands on page ${number}, and the house puts it ${where}`, at: atLeafOf(note, first) }
    ]
  })
}
