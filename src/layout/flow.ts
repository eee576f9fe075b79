/** The blocks of a note in; slices in reading order, with the structure elements that own them, out. */
import { Rejected } from '../diagnostic.ts'
import type { Block, Container, Document, Figure, Heading, List, Paragraph, Table } from '../document/document.ts'
import type { Part } from '../records/parts.ts'
import type { Profile } from '../records/profile.ts'
import { FORBIDDEN, FORCED } from './break-lines.ts'
import { FIGURE_GAP, ruleOf, setFigure } from './letterhead.ts'
import type { Millipoint, Role } from './page.ts'
import { isVisible, type LineFrame, type ParagraphContext, setLabel, setParagraph } from './paragraph.ts'
import { type Area, heightOf, type Slice, sliceOf } from './slice.ts'
import { type ParagraphKind, points, type Style } from './style.ts'
import { setTable } from './table.ts'
import { tooNarrow } from './too-tall.ts'

/** A note as slices. */
export interface Flow {
  readonly slices: readonly Slice[]
  /** What stands at the foot of the first page, wherever it is read. */
  readonly foot: readonly Slice[]
}

/** Where blocks stand. */
interface BlockPlace extends Area {
  readonly kind: ParagraphKind
  /** The role of a paragraph. */
  readonly role: Role
}

/** Slices so far, and what the next one has to know of the last. */
interface SlicesSoFar {
  slices: Slice[]
  /** Space that the last block wants below it. */
  below: Millipoint
  /** Whether the next slice must stand on the page of the last one. */
  keep: boolean
}

/** Costs of a page break above a line: inside a paragraph, after a hyphen (as \brokenpenalty of plain.tex), before a list. */
const COST = { inside: 30, hyphen: 100, list: 150 } as const
/** Lines of a paragraph that stay together at either end of it. */
const TOGETHER = 2
/** Lists stand in by so much at most that their lines are still this many times the size of the text. */
const NARROWEST = 4
/** Body lines that stand with the closing on its page. */
const WITH_CLOSING = 2

/** Parts that close a note: they stay on one page, with the end of the body. */
const closing: ReadonlySet<Part> = new Set(['closing', 'dateline', 'seal', 'initials', 'addressee', 'enclosures'])
/** Parts whose lines are not running text: no page break inside them. */
const whole: ReadonlySet<Part> = new Set([
  'specimen',
  'letterhead',
  'reference',
  'title',
  'dateline',
  'initials',
  'addressee'
])
/** Parts that what follows must not be parted from. */
const leading: ReadonlySet<Part> = new Set(['letterhead', 'reference', 'title'])

/** Lays the blocks of a note below each other. */
export function flow(document: Document, profile: Profile, context: ParagraphContext): Flow {
  const soFar: SlicesSoFar = { slices: [], below: 0, keep: false }
  const foot: SlicesSoFar = { slices: [], below: 0, keep: false }
  const place: BlockPlace = { left: 0, measure: context.measure, parent: 0, kind: 'body', role: 'P' }
  const end = endOfBody(document.blocks)
  for (const [index, block] of document.blocks.entries()) {
    const at = soFar.slices.length
    if (block.type === 'container' && profile.parts.placement[block.part]?.position === 'first-page-foot') {
      flowContainer(block, place, { soFar: foot, profile, context })
    } else {
      flowBlocks([block], place, { soFar, profile, context })
    }
    if (index > end && isClosing(block)) joinClosing(soFar.slices, at)
  }
  return { slices: soFar.slices, foot: foot.slices }
}

/** The index of the last block of the body; what closes the note stands after it. */
function endOfBody(blocks: readonly Block[]): number {
  const isBody = (block: Block) => block.type !== 'container' || block.part === 'opening'
  const annex = blocks.findIndex(block => block.type === 'container' && block.part === 'annex')
  return (annex < 0 ? blocks : blocks.slice(0, annex)).findLastIndex(isBody)
}

function isClosing(block: Block): boolean {
  return block.type === 'container' && closing.has(block.part)
}

/** Ties the slices from `at` to each other and to what stands before them, back to the last lines of the body. */
function joinClosing(slices: readonly Slice[], at: number): void {
  const first = Math.max(1, at - WITH_CLOSING + 1)
  for (const slice of slices.slice(first)) slice.before = FORBIDDEN
}

/** What every block needs. */
interface Tools {
  readonly soFar: SlicesSoFar
  readonly profile: Profile
  readonly context: ParagraphContext
}

function flowBlocks(blocks: readonly Block[], place: BlockPlace, tools: Tools): void {
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'paragraph') flowParagraph(block, place, tools, index === 0)
    else if (block.type === 'heading') flowHeading(block, place, tools)
    else if (block.type === 'list') flowList(block, place, tools)
    else if (block.type === 'table') flowTable(block, place, tools)
    else if (block.type === 'container') flowContainer(block, place, tools)
    else flowFigure(block, place, tools)
  }
}

function flowParagraph(block: Paragraph, place: BlockPlace, { context, soFar }: Tools, isFirst: boolean): void {
  if (!isVisible(block.children)) return
  const style = context.styles[place.kind]
  const element = context.tree.add(place.role, place.parent)
  const lines = setParagraph(block.children, { ...place, style, element }, context)
  addLines(lines, isFirst ? style.above : style.between, soFar)
}

function flowHeading(block: Heading, place: BlockPlace, { context, soFar }: Tools): void {
  if (!isVisible(block.children)) return
  const style = context.styles[block.level === 1 ? 'heading' : 'subheading']
  const element = context.tree.add(`H${block.level}`, place.parent)
  const lines = setParagraph(block.children, { ...place, style, element }, context)
  addLines(lines, style.above, soFar)
  keepTogether(soFar, lines.length)
  soFar.below = style.below
  soFar.keep = true
}

/** Adds the lines of one paragraph, so that neither its first nor its last is left alone on a page. */
function addLines(lines: readonly LineFrame[], above: Millipoint, soFar: SlicesSoFar): void {
  for (const [index, { height, items, notes }] of lines.entries()) {
    const isNear = index < TOGETHER || index > lines.length - TOGETHER
    const hyphen = lines[index - 1]?.divided ? COST.hyphen : 0
    const before = index === 0 ? 0 : isNear ? FORBIDDEN : COST.inside + hyphen
    addSlice({ kind: 'line', height, items, gap: index === 0 ? above : 0, before, notes, head: null }, soFar)
  }
}

function addSlice(slice: Slice, soFar: SlicesSoFar): void {
  const { kind, height, items, notes, head } = slice
  const gap = Math.max(slice.gap, soFar.below)
  const before = soFar.keep ? FORBIDDEN : slice.before
  soFar.slices.push({ kind, height, items, gap, before, notes, head })
  soFar.below = 0
  soFar.keep = false
}

/** Forbids page breaks between the last slices. */
function keepTogether(soFar: SlicesSoFar, count: number): void {
  for (const slice of soFar.slices.slice(soFar.slices.length - count + 1)) slice.before = FORBIDDEN
}

/** Labels hang at the left edge; text stands in by the indent of a paragraph, or by the widest label. */
function flowList(list: List, place: BlockPlace, tools: Tools): void {
  const items = list.items.filter(hasContent)
  if (items.length === 0) return
  const { tree, styles } = tools.context
  const style = styles[place.kind]
  const element = tree.add('L', place.parent, { numbering: list.ordered ? 'Decimal' : 'None' })
  const labels = list.items.map((_, index) => (list.ordered ? `${list.start + index}${list.delimiter}` : '–'))
  const widest = Math.max(...labels.map(label => setLabel(label, { style, element }, tools.context).width))
  const hang = Math.max(points(tools.profile.text.indent), widest + Math.round(style.size * 0.4))
  for (const [index, blocks] of list.items.entries()) {
    const label = labels[index] ?? ''
    if (hasContent(blocks))
      flowItem({ blocks, label, hang, isFirst: index === 0 }, { ...place, parent: element }, tools)
  }
}

interface ListItem {
  readonly blocks: readonly Block[]
  readonly label: string
  readonly hang: Millipoint
  readonly isFirst: boolean
}

function flowItem({ blocks, label, hang, isFirst }: ListItem, place: BlockPlace, tools: Tools): void {
  const { context, soFar } = tools
  const style = context.styles[place.kind]
  const item = context.tree.add('LI', place.parent)
  const mark = setLabel(label, { style, element: context.tree.add('Lbl', item), left: place.left }, context)
  const body = context.tree.add('LBody', item)
  const at = soFar.slices.length
  const inner = { ...place, left: place.left + hang, measure: place.measure - hang, parent: body, role: 'P' } as const
  if (inner.measure < NARROWEST * style.size) throw new Rejected([tooNarrow(blocks)])
  const flush: Style = { ...style, indent: 0, above: style.between }
  const styles = { ...context.styles, [place.kind]: flush }
  flowBlocks(blocks, inner, { ...tools, context: { ...context, styles } })
  const first = soFar.slices[at]
  if (!first) return
  const before = isFirst && first.before !== FORBIDDEN ? COST.list : first.before
  soFar.slices[at] = { ...first, before, items: [...mark.items, ...first.items] }
}

function hasContent(blocks: readonly Block[]): boolean {
  return blocks.some(block => {
    if (block.type === 'paragraph' || block.type === 'heading') return isVisible(block.children)
    if (block.type === 'list') return block.items.some(hasContent)
    return block.type !== 'container' || hasContent(block.blocks)
  })
}

function flowTable(table: Table, place: BlockPlace, { context, soFar }: Tools): void {
  const gap = Math.round(context.styles[place.kind].leading / 2)
  for (const slice of setTable(table, { ...place, gap }, context)) addSlice(slice, soFar)
  soFar.below = gap
}

function flowFigure(figure: Figure, place: BlockPlace, { context, soFar }: Tools): void {
  addSlice(setFigure(figure, place, context.tree), soFar)
  soFar.below = FIGURE_GAP
}

function flowContainer(container: Container, place: BlockPlace, tools: Tools): void {
  const { part, blocks } = container
  const { soFar, context, profile } = tools
  const style = context.styles[part]
  const at = soFar.slices.length
  const parent = part === 'annex' && hasContent(blocks) ? context.tree.add('Sect', place.parent) : place.parent
  flowBlocks(blocks, { ...place, parent, kind: part, role: part === 'title' ? 'H1' : 'P' }, tools)
  if (part === 'seal' || part === 'initials') addRoom(part, profile[part]?.height ?? 0, at, style, soFar)
  const count = soFar.slices.length - at
  if (count === 0) return
  if (part === 'letterhead') addSlice(ruleOf(context.measure), soFar)
  if (whole.has(part)) keepTogether(soFar, soFar.slices.length - at)
  const first = soFar.slices[at]
  if (part === 'annex' && first && at > 0) first.before = FORCED
  soFar.below = style.below
  soFar.keep = leading.has(part)
}

/** Leaves room below the words of a part, so that with them it is as high as the house wants it. */
function addRoom(kind: 'seal' | 'initials', height: number, at: number, style: Style, soFar: SlicesSoFar): void {
  const room = points(height) - heightOf(soFar.slices.slice(at))
  if (room <= 0) return
  const asks = soFar.slices.length === at ? { gap: style.above } : { before: FORBIDDEN }
  addSlice(sliceOf(kind, { height: room, items: [] }, asks), soFar)
}
