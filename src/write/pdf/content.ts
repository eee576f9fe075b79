/** A finished page in; its content stream, and what it marked for which structure element, out. */
import type { ArtifactKind, Item, Millipoint, Owner, Page, RuleItem, ShapedWord, TextItem } from '../../layout/page.ts'
import { utf16 } from './fonts.ts'
import { drawnWord, FACES, type FaceUse } from './glyphs.ts'
import type { FontStore } from './store.ts'
import { type Drawing, drawWord } from './word.ts'

/** A marked-content sequence that belongs to an element: its identifier on its page is `mcid`. */
export interface Mark {
  readonly element: number
  readonly page: number
  readonly mcid: number
}

/** What drawing needs to know of the whole note. */
export interface Drawn {
  readonly uses: ReadonlyMap<string, FaceUse>
  readonly store: FontStore
}

/** What an artifact is in the words of ISO 32000-1, 14.8.2.2.2. */
const ARTIFACTS = {
  'page-number': 'Pagination',
  label: 'Pagination',
  'repeated-header': 'Pagination',
  rule: 'Layout',
  'table-rule': 'Layout'
} as const satisfies Record<ArtifactKind, string>

/** Draws a page: consecutive items of one owner are one marked-content sequence. */
export function drawPage(
  page: Page,
  number: number,
  drawn: Drawn
): { readonly content: string; readonly marks: readonly Mark[] } {
  const parts: string[] = []
  const marks: Mark[] = []
  let font = ''
  for (let from = 0; from < page.items.length; ) {
    const run = runFrom(page.items, from)
    const [first] = run
    if (!first) break
    parts.push(openMark(first, page, marks.length))
    if (first.owner.type === 'element') marks.push({ element: first.owner.element, page: number, mcid: marks.length })
    font = drawRun(run, font, parts, drawn)
    parts.push('EMC\n')
    from += run.length
  }
  return { content: parts.join(''), marks }
}

/** The items from one on that have its owner. */
function runFrom(items: readonly Item[], from: number): readonly Item[] {
  const owner = items[from]?.owner
  let to = from + 1
  while (to < items.length && sameOwner(owner, items[to]?.owner)) to++
  return items.slice(from, to)
}

function sameOwner(one: Owner | undefined, other: Owner | undefined): boolean {
  if (one?.type === 'element') return other?.type === 'element' && one.element === other.element
  return other?.type === 'artifact' && one?.kind === other.kind
}

/** BDC of an element's content by its identifier, or of an artifact by its kind. */
function openMark(item: Item, page: Page, mcid: number): string {
  const { owner } = item
  if (owner.type === 'element') return `/P<</MCID ${mcid}>>BDC\n`
  const running = owner.kind === 'page-number' || owner.kind === 'label'
  const edge = 2 * item.y > page.height ? 'Header' : 'Footer'
  return `/Artifact<</Type/${ARTIFACTS[owner.kind]}${running ? `/Subtype/${edge}` : ''}>>BDC\n`
}

/** Draws items of one owner; gives back the font that is set afterwards, which outlives a text object. */
function drawRun(run: readonly Item[], fontBefore: string, parts: string[], drawn: Drawn): string {
  let font = fontBefore
  let pen: TextItem | null = null
  for (const item of run) {
    if (item.type === 'rule') {
      if (pen) parts.push('ET\n')
      pen = null
      parts.push(drawRule(item))
      continue
    }
    if (!pen) parts.push('BT\n')
    const wanted = `/${fontKey(item.face)} ${points(item.size)} Tf\n`
    if (wanted !== font) parts.push(wanted)
    font = wanted
    // Td counts from the start of the line before it, or from the corner of the page at the start of a text object.
    parts.push(
      `${points(item.x - (pen?.x ?? 0))} ${points(item.y - (pen?.y ?? 0))} Td[<`,
      drawLine(item, drawn),
      '>]TJ\n'
    )
    pen = item
  }
  if (pen) parts.push('ET\n')
  return font
}

/** The name of a face in the resources: F1 to F4. */
export function fontKey(face: TextItem['face']): string {
  return `F${FACES.indexOf(face) + 1}`
}

/** A length as PDF writes it: thousandths are exact. */
function points(length: Millipoint): string {
  return String(length / 1000)
}

function drawRule({ x, y, width, height }: RuleItem): string {
  return `${points(x)} ${points(y)} ${points(width)} ${points(height)} re f\n`
}

/**
 * The operands of one TJ. What the pen is off by after a word or space is made good before the next word, in whole
 * thousandths of the em, and what is lost in rounding is carried on: a line never ends more than half of one off.
 */
function drawLine(item: TextItem, { uses, store }: Drawn): string {
  const use = uses.get(item.face)
  if (!use) throw new Error(`nothing was counted of the face ${item.face}`)
  let operands = ''
  let drift = 0
  for (const part of item.parts) {
    if (part.type === 'space') {
      const space = use.spaces.get(part.text)
      operands += space?.code ?? ''
      drift += (space?.width ?? 0) - (part.width * 1000) / item.size
      continue
    }
    const back = Math.round(drift)
    if (back !== 0) operands += `>${back}<`
    const drawing = drawingOf(drawnWord(part, store), use, item, store)
    operands += drawing.operands
    drift += drawing.drift - back
  }
  return operands
}

/** A word's drawing: the kept one, unless it takes CIDs of this note's own or depends on the font size. */
function drawingOf(word: ShapedWord, use: FaceUse, item: TextItem, store: FontStore): Drawing {
  const { copied, actual, drawing: kept } = store.word(word)
  if (kept && actual === null && !word.glyphs.some(glyph => use.alternates.has(glyph))) return kept
  const cids = copied.map((text, index) => {
    const glyph = word.glyphs[index] ?? 0
    return use.alternates.get(glyph)?.get(text) ?? glyph
  })
  const drawing = drawWord(word, use.font, cids, item.size)
  if (actual === null) return drawing
  return { ...drawing, operands: `>]TJ/Span<</ActualText<feff${utf16(actual)}>>>BDC[<${drawing.operands}>]TJ EMC[<` }
}
