/** NV042: coordinates that a note prints in; those outside the annex that was asked for out. */
import { isIn } from '../../fact.ts'
import { isFrom } from '../facts.ts'
import { type Found, faultAt, find, isProse, isQuoted } from '../find.ts'
import type { Note, Paragraph } from '../note.ts'
import type { Fault, Rule } from './rule.ts'

/** Degrees with minutes, or two numbers with three decimals and more. */
const POSITION =
  /\d{1,3}(?:[.,]\d+)?\s?°\s?(?:\d{1,2}(?:[.,]\d+)?\s?[′'](?:\s?\d{1,2}(?:[.,]\d+)?\s?[″"])?\s?[NSEW]?|[NSEW]\b)|(?<![\d.])-?\d{1,3}\.\d{3,}\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}/gu

export const NV042: Rule = {
  id: 'NV042',
  kind: 'any',
  title: 'coordinates stand in their annex, and nowhere else',
  reason: 'a position that is printed is a target',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'positions in words' },
  stages: ['NV042'],
  judges: 'facts',
  check: note => {
    const given = note.dossier.annexes.filter(each => each.type === 'coordinates').map(each => each.number)
    const isFree = ({ annex }: Paragraph) => annex === null || !given.includes(annex)
    const found = find(note, POSITION, each => isProse(each) && isFree(each)).filter(each => !isQuoted(each))
    const firsts = found.filter((each, index) => found.findIndex(one => one.run === each.run) === index)
    return firsts.map(each =>
      printed(note, each, `\`${each.text.trim()}\` is a position, outside of an annex of coordinates`, [
        '`annexes: [coordinates]` asks for one'
      ])
    )
  }
}

/** Where the template prints a recorded position, the template is at fault; else whoever wrote it. */
function printed(note: Note, found: Found, message: string, hints: readonly string[]): Fault {
  const { leaf } = found.run
  const isRecorded = isFrom(leaf, each => isIn(each, 'facilities', 'coordinates'))
  return isRecorded ? { message, at: { span: leaf.at, hints: [] }, hints } : faultAt(note, found, message, hints)
}
