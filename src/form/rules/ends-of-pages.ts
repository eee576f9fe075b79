/** NV017: the pages of a note in; those on which its end stands alone out. */
import type { Part } from '../../records/parts.ts'
import { atLeafOf, linesOn, type Sheet, sheetsOf } from '../pages.ts'
import type { Rule } from './rule.ts'

const END: readonly (Part | null)[] = ['closing', 'dateline', 'addressee']
/** A page that bears the end of a note has as many lines of its body. */
const LEAST = 2

export const NV017: Rule = {
  id: 'NV017',
  kind: 'any',
  title: 'closing, date and addressee never stand alone on a page',
  reason: 'what stands alone can be put under another text',
  severity: 'warning',
  on: 'layout',
  decides: 'yes',
  stages: [],
  judges: 'form',
  check: note => {
    const isBody = (part: Part | null) => part === null || part === 'opening'
    const sheets = sheetsOf(note)
    const whole = sheets.reduce((sum, sheet) => sum + linesOn(sheet, isBody), 0)
    const bare = sheets.filter(sheet => hasEnd(sheet) && linesOn(sheet, isBody) < Math.min(LEAST, whole))
    return bare.map(sheet => {
      const message = `on page ${sheet.number} the end of the note stands with fewer than ${LEAST} lines of its body`
      return {
        message,
        at: atLeafOf(
          note,
          sheet.items.find(each => END.includes(each.part))
        )
      }
    })
  }
}

function hasEnd({ items }: Sheet): boolean {
  return items.some(each => END.includes(each.part))
}
