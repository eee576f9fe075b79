/** What stands on pages besides the text: the labels of a document and the numbers of its pages. */
import { error, Rejected } from '../diagnostic.ts'
import type { Document } from '../document/document.ts'
import { blaming, originOf } from '../fact.ts'
import type { Profile } from '../records/profile.ts'
import { type Furniture, LABEL_GAP } from './compose.ts'
import type { Item } from './page.ts'
import { isVisible, type ParagraphContext, setLabel, setParagraph } from './paragraph.ts'
import { stack } from './slice.ts'
import { type Paper, startIn } from './style.ts'

/** Where the baseline of a page number stands in its margin, as a share of the margin from the edge of the paper. */
const NUMBER_AT = { top: 0.42, bottom: 0.5 } as const
/** As wide as the number of any page, and the most letters that can stand on a line with it. */
const WIDEST_NUMBER = '0000'
const LONGEST_NUMBER = 500
/** Where labels may begin in a top margin without a page number. */
const EDGE = 0.2

/**
 * Sets the labels and makes the numbers. Labels stand in the top margin, so that a draft breaks into the pages that
 * the issue will have; only what the margin cannot hold lowers the text.
 */
export function furnish(document: Document, profile: Profile, sheet: Paper, context: ParagraphContext): Furniture {
  checkNumbers(profile, context)
  checkWidth(profile, context)
  const labels = stack(document.labels.flatMap(label => setLabelLine(label, context)))
  const edge = profile.page.numbers.position === 'top' ? NUMBER_AT.top : EDGE
  const room = Math.round(sheet.top * (1 - edge)) - LABEL_GAP
  const lowered = labels.height === 0 ? 0 : Math.max(0, labels.height + LABEL_GAP - room)
  return { labels, lowered, number: page => numberOf(page, profile, sheet, context) }
}

/** What stands around page numbers is text of the profile, and may have letters that the face lacks. */
function checkNumbers(
  { page: { numbers } }: Profile,
  { styles, typesetter, language, missing }: ParagraphContext
): void {
  const lettering = typesetter.lettering(styles['page-number'].face, language)
  for (const side of ['before', 'after'] as const) {
    missing.note(numbers[side], { at: null, origins: [originOf('profile', `/page/numbers/${side}`)] }, lettering)
  }
}

/** A page number stands on one line, with what the house writes around it. */
function checkWidth({ page: { numbers } }: Profile, context: ParagraphContext): void {
  const { before, after } = numbers
  const style = context.styles['page-number']
  const text = `${before}${WIDEST_NUMBER}${after}`
  if (text.length <= LONGEST_NUMBER && setLabel(text, { style, element: 0 }, context).width <= context.measure) return
  const side = before.length > after.length ? 'before' : 'after'
  const origin = originOf('profile', `/page/numbers/${side}`)
  const message = 'the page number and the text around it do not fit between the margins'
  const hints = [`shorten the text ${side} it`]
  throw new Rejected([error({ rule: 'layout/page-number', message, span: null, ...blaming(origin), hints })])
}

function setLabelLine(label: Document['labels'][number], context: ParagraphContext) {
  if (!isVisible([label])) return []
  const style = context.styles.label
  const element = context.tree.add('P', 0)
  return setParagraph([label], { left: 0, measure: context.measure, style, element, parent: 0 }, context)
}

function numberOf(page: number, profile: Profile, sheet: Paper, context: ParagraphContext): readonly Item[] {
  const style = context.styles['page-number']
  const { position, before, after } = profile.page.numbers
  const { items, width } = setLabel(`${before}${page}${after}`, { style, element: 0 }, context)
  const x = sheet.left + startIn(style.align, sheet.measure - width)
  const y =
    position === 'top'
      ? sheet.height - Math.round(sheet.top * NUMBER_AT.top)
      : Math.round(sheet.bottom * NUMBER_AT.bottom)
  return items.map(item => ({ ...item, x, y, owner: { type: 'artifact', kind: 'page-number' } }))
}
