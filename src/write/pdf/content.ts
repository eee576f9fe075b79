/** A finished page in; its content stream, with everything marked for its structure element, out. */
import type { Image } from '../../image/image.ts'
import type {
  ArtifactKind,
  ImageItem,
  Item,
  Millipoint,
  Page,
  RuleItem,
  ShapedWord,
  TextItem
} from '../../layout/page.ts'
import { utf16 } from './fonts.ts'
import { drawnWord, FACES, type FaceUse } from './glyphs.ts'
import type { TaggedRun } from './reading-order.ts'
import type { FontStore } from './store.ts'
import { type Drawing, drawWord } from './word.ts'

/** What drawing needs to know of the whole note. */
export interface Drawn {
  readonly uses: ReadonlyMap<string, FaceUse>
  readonly store: FontStore
  /** The names of images in the resources. */
  readonly images: ReadonlyMap<Image, string>
}

/** What an artifact is in the words of ISO 32000-1, 14.8.2.2.2. */
const ARTIFACTS = {
  'page-number': 'Pagination',
  label: 'Pagination',
  'repeated-header': 'Pagination',
  rule: 'Layout',
  'table-rule': 'Layout'
} as const satisfies Record<ArtifactKind, string>

/** Draws the runs of a page: each is marked as content of its element, or as an artifact. */
export function drawPage(runs: readonly TaggedRun[], page: Page, drawn: Drawn): string {
  const parts: string[] = []
  let font = ''
  for (const run of runs) {
    parts.push(openMark(run, page))
    font = drawRun(run.items, font, parts, drawn)
    parts.push('EMC\n')
  }
  return parts.join('')
}

/** BDC of an element's content by its identifier, or of an artifact by its kind. */
function openMark({ owner, mcid, items }: TaggedRun, page: Page): string {
  const tag = items[0]?.type === 'image' ? 'Figure' : 'P'
  if (owner.type === 'element') return `/${tag}<</MCID ${mcid}>>BDC\n`
  const running = owner.kind === 'page-number' || owner.kind === 'label'
  const edge = 2 * (items[0]?.y ?? 0) > page.height ? 'Header' : 'Footer'
  return `/Artifact<</Type/${ARTIFACTS[owner.kind]}${running ? `/Subtype/${edge}` : ''}>>BDC\n`
}

/** Draws items of one owner; gives back the font that is set afterwards, which outlives a text object. */
function drawRun(run: readonly Item[], fontBefore: string, parts: string[], drawn: Drawn): string {
  let font = fontBefore
  let pen: TextItem | null = null
  for (const item of run) {
    if (item.type !== 'text') {
      if (pen) parts.push('ET\n')
      pen = null
      parts.push(item.type === 'rule' ? drawRule(item) : drawImage(item, drawn))
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

/** An image is a square of one unit, which is stretched to its size and put at its place. */
function drawImage({ x, y, width, height, image }: ImageItem, { images }: Drawn): string {
  const name = images.get(image)
  if (name === undefined) throw new Error('an image is in no resources')
  return `q ${points(width)} 0 0 ${points(height)} ${points(x)} ${points(y)} cm /${name} Do Q\n`
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
  if (kept && actual === null && !isAmbiguous(word, use)) return kept
  const cids = copied.map((text, index) => {
    const glyph = word.glyphs[index] ?? 0
    return use.alternates.get(glyph)?.get(text) ?? glyph
  })
  const drawing = drawWord(word, use.font, cids, item.size)
  if (actual === null) return drawing
  return { ...drawing, operands: `>]TJ/Span<</ActualText<feff${utf16(actual)}>>>BDC[<${drawing.operands}>]TJ EMC[<` }
}

/** Whether a glyph of the word stands for several texts in this note. */
function isAmbiguous({ glyphs }: ShapedWord, { ambiguous }: FaceUse): boolean {
  for (let index = 0; index < glyphs.length; index++) if (ambiguous[glyphs[index] ?? 0]) return true
  return false
}
