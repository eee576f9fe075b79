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
interface Stand extends Area {
  readonly kind: ParagraphKind
  /** The role of a paragraph. */
  readonly role: Role
}

/** Slices so far, and what the next one has to know of the last. */
interface Reel {
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
export function flow(document: Document, profile: Profile, workshop: ParagraphContext): Flow {
  const reel: Reel = { slices: [], below: 0, keep: false }
  const foot: Reel = { slices: [], below: 0, keep: false }
  const stand: Stand = { left: 0, measure: workshop.measure, parent: 0, kind: 'body', role: 'P' }
  const end = endOfBody(document.blocks)
  for (const [index, block] of document.blocks.entries()) {
    const at = reel.slices.length
    if (block.type === 'container' && profile.parts.placement[block.part]?.position === 'first-page-foot') {
      flowContainer(block, stand, { reel: foot, profile, workshop })
    } else {
      flowBlocks([block], stand, { reel, profile, workshop })
    }
    if (index > end && isClosing(block)) joinClosing(reel.slices, at)
  }
  return { slices: reel.slices, foot: foot.slices }
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
  readonly reel: Reel
  readonly profile: Profile
  readonly workshop: ParagraphContext
}

function flowBlocks(blocks: readonly Block[], stand: Stand, tools: Tools): void {
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'paragraph') flowParagraph(block, stand, tools, index === 0)
    else if (block.type === 'heading') flowHeading(block, stand, tools)
    else if (block.type === 'list') flowList(block, stand, tools)
    else if (block.type === 'table') flowTable(block, stand, tools)
    else if (block.type === 'container') flowContainer(block, stand, tools)
    else flowFigure(block, stand, tools)
  }
}

function flowParagraph(block: Paragraph, stand: Stand, { workshop, reel }: Tools, isFirst: boolean): void {
  if (!isVisible(block.children)) return
  const style = workshop.styles[stand.kind]
  const element = workshop.tree.add(stand.role, stand.parent)
  const lines = setParagraph(block.children, { ...stand, style, element }, workshop)
  addLines(lines, isFirst ? style.above : style.between, reel)
}

function flowHeading(block: Heading, stand: Stand, { workshop, reel }: Tools): void {
  if (!isVisible(block.children)) return
  const style = workshop.styles[block.level === 1 ? 'heading' : 'subheading']
  const element = workshop.tree.add(`H${block.level}`, stand.parent)
  const lines = setParagraph(block.children, { ...stand, style, element }, workshop)
  addLines(lines, style.above, reel)
  keepTogether(reel, lines.length)
  reel.below = style.below
  reel.keep = true
}

/** Adds the lines of one paragraph, so that neither its first nor its last is left alone on a page. */
function addLines(lines: readonly LineFrame[], above: Millipoint, reel: Reel): void {
  for (const [index, { height, items, notes }] of lines.entries()) {
    const isNear = index < TOGETHER || index > lines.length - TOGETHER
    const hyphen = lines[index - 1]?.divided ? COST.hyphen : 0
    const before = index === 0 ? 0 : isNear ? FORBIDDEN : COST.inside + hyphen
    addSlice({ kind: 'line', height, items, gap: index === 0 ? above : 0, before, notes, head: null }, reel)
  }
}

function addSlice(slice: Slice, reel: Reel): void {
  const { kind, height, items, notes, head } = slice
  const gap = Math.max(slice.gap, reel.below)
  const before = reel.keep ? FORBIDDEN : slice.before
  reel.slices.push({ kind, height, items, gap, before, notes, head })
  reel.below = 0
  reel.keep = false
}

/** Forbids page breaks between the last slices. */
function keepTogether(reel: Reel, count: number): void {
  for (const slice of reel.slices.slice(reel.slices.length - count + 1)) slice.before = FORBIDDEN
}

/** Labels hang at the left edge; text stands in by the indent of a paragraph, or by the widest label. */
function flowList(list: List, stand: Stand, tools: Tools): void {
  const items = list.items.filter(hasContent)
  if (items.length === 0) return
  const { tree, styles } = tools.workshop
  const style = styles[stand.kind]
  const element = tree.add('L', stand.parent, { numbering: list.ordered ? 'Decimal' : 'None' })
  const labels = list.items.map((_, index) => (list.ordered ? `${list.start + index}${list.delimiter}` : '–'))
  const widest = Math.max(...labels.map(label => setLabel(label, { style, element }, tools.workshop).width))
  const hang = Math.max(points(tools.profile.text.indent), widest + Math.round(style.size * 0.4))
  for (const [index, blocks] of list.items.entries()) {
    const label = labels[index] ?? ''
    if (hasContent(blocks))
      flowItem({ blocks, label, hang, isFirst: index === 0 }, { ...stand, parent: element }, tools)
  }
}

interface ListItem {
  readonly blocks: readonly Block[]
  readonly label: string
  readonly hang: Millipoint
  readonly isFirst: boolean
}

function flowItem({ blocks, label, hang, isFirst }: ListItem, stand: Stand, tools: Tools): void {
  const { workshop, reel } = tools
  const style = workshop.styles[stand.kind]
  const item = workshop.tree.add('LI', stand.parent)
  const mark = setLabel(label, { style, element: workshop.tree.add('Lbl', item), left: stand.left }, workshop)
  const body = workshop.tree.add('LBody', item)
  const at = reel.slices.length
  const inner = { ...stand, left: stand.left + hang, measure: stand.measure - hang, parent: body, role: 'P' } as const
  if (inner.measure < NARROWEST * style.size) throw new Rejected([tooNarrow(blocks)])
  const flush: Style = { ...style, indent: 0, above: style.between }
  const styles = { ...workshop.styles, [stand.kind]: flush }
  flowBlocks(blocks, inner, { ...tools, workshop: { ...workshop, styles } })
  const first = reel.slices[at]
  if (!first) return
  const before = isFirst && first.before !== FORBIDDEN ? COST.list : first.before
  reel.slices[at] = { ...first, before, items: [...mark.items, ...first.items] }
}

function hasContent(blocks: readonly Block[]): boolean {
  return blocks.some(block => {
    if (block.type === 'paragraph' || block.type === 'heading') return isVisible(block.children)
    if (block.type === 'list') return block.items.some(hasContent)
    return block.type !== 'container' || hasContent(block.blocks)
  })
}

function flowTable(table: Table, stand: Stand, { workshop, reel }: Tools): void {
  const gap = Math.round(workshop.styles[stand.kind].leading / 2)
  for (const slice of setTable(table, { ...stand, gap }, workshop)) addSlice(slice, reel)
  reel.below = gap
}

function flowFigure(figure: Figure, stand: Stand, { workshop, reel }: Tools): void {
  addSlice(setFigure(figure, stand, workshop.tree), reel)
  reel.below = FIGURE_GAP
}

function flowContainer(container: Container, stand: Stand, tools: Tools): void {
  const { part, blocks } = container
  const { reel, workshop, profile } = tools
  const style = workshop.styles[part]
  const at = reel.slices.length
  const parent = part === 'annex' && hasContent(blocks) ? workshop.tree.add('Sect', stand.parent) : stand.parent
  flowBlocks(blocks, { ...stand, parent, kind: part, role: part === 'title' ? 'H1' : 'P' }, tools)
  if (part === 'seal' || part === 'initials') addRoom(part, profile[part]?.height ?? 0, at, style, reel)
  const count = reel.slices.length - at
  if (count === 0) return
  if (part === 'letterhead') addSlice(ruleOf(workshop.measure), reel)
  if (whole.has(part)) keepTogether(reel, reel.slices.length - at)
  const first = reel.slices[at]
  if (part === 'annex' && first && at > 0) first.before = FORCED
  reel.below = style.below
  reel.keep = leading.has(part)
}

/** Leaves room below the words of a part, so that with them it is as high as the house wants it. */
function addRoom(kind: 'seal' | 'initials', height: number, at: number, style: Style, reel: Reel): void {
  const room = points(height) - heightOf(reel.slices.slice(at))
  if (room <= 0) return
  const asks = reel.slices.length === at ? { gap: style.above } : { before: FORBIDDEN }
  addSlice(sliceOf(kind, { height: room, items: [] }, asks), reel)
}
