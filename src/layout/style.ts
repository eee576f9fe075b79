/** A house's profile in; the sheet and the look of each part of a note, in thousandths of a point, out. */
import type { Part } from '../records/parts.ts'
import type { Profile } from '../records/profile.ts'
import type { FaceName } from '../world.ts'
import type { Millipoint } from './page.ts'

/** Where lines stand between the margins. */
export type TextAlignment = 'justify' | 'left' | 'center' | 'right'

/** How a paragraph of some kind looks. */
export interface Style {
  readonly face: FaceName
  readonly size: Millipoint
  /** From baseline to baseline. */
  readonly leading: Millipoint
  readonly align: TextAlignment
  /** Of the first line. */
  readonly indent: Millipoint
  /** Space above the first paragraph of its kind, and between two of them. */
  readonly above: Millipoint
  readonly between: Millipoint
  /** Space below the last of them, where what follows does not ask for more. */
  readonly below: Millipoint
}

/** The paper and what stands on it. */
export interface Paper {
  readonly width: Millipoint
  readonly height: Millipoint
  readonly top: Millipoint
  readonly bottom: Millipoint
  readonly left: Millipoint
  /** Between the margins. */
  readonly measure: Millipoint
}

/** The kinds of paragraph: each part of a note, and what can stand in any of them. */
export type ParagraphKind =
  | Part
  | 'body'
  | 'heading'
  | 'subheading'
  | 'cell'
  | 'header-cell'
  | 'note'
  | 'label'
  | 'page-number'

/** A style before the house's own sizes are put in: the size as a share of the body's, spaces as shares of its leading. */
interface Recipe extends Pick<Style, 'face' | 'size' | 'align' | 'above' | 'below'> {
  readonly indent: boolean
  readonly between: number | 'house'
}

const plain: Recipe = { face: 'regular', size: 1, align: 'left', indent: false, above: 1, between: 0, below: 0 }
const prose: Recipe = { ...plain, align: 'justify', indent: true, above: 0, between: 'house' }

/** How each kind looks; what no house decides for itself. */
const recipes: Readonly<Record<ParagraphKind, Recipe>> = {
  body: prose,
  specimen: { ...plain, face: 'italic', size: 0.85, align: 'center', above: 0, below: 0.6 },
  letterhead: { ...plain, size: 1.08, align: 'center', above: 0, below: 0.4 },
  reference: { ...plain, above: 0.4, below: 0.6 },
  title: { ...plain, face: 'bold', size: 1.17, align: 'center', above: 0.6, below: 0.5 },
  opening: prose,
  closing: prose,
  dateline: { ...plain, above: 1.2 },
  seal: { ...plain, size: 0.85, above: 0.5 },
  initials: { ...plain, align: 'right', size: 0.85, above: 0.5 },
  addressee: { ...plain, above: 1.2 },
  enclosures: { ...plain, size: 0.92, above: 1.2, between: 0.15 },
  annex: prose,
  heading: { ...plain, face: 'bold', size: 1.08, align: 'center', above: 0.8, below: 0.4 },
  subheading: { ...plain, face: 'bold', above: 0.8, below: 0.2 },
  cell: { ...plain, size: 0.875, above: 0 },
  'header-cell': { ...plain, face: 'bold', size: 0.875, above: 0 },
  note: { ...prose, size: 0.83, indent: false, between: 0.1 },
  label: { ...plain, face: 'bold', size: 0.75, align: 'center', above: 0 },
  'page-number': { ...plain, size: 0.92, align: 'center', above: 0 }
}

/** The look of every kind of paragraph in a house. */
export type Styles = Readonly<Record<ParagraphKind, Style>>

/** Body text has its lines apart by the house's leading; smaller and larger text in proportion. Prose is justified everywhere. */
export function stylesOf({ text, parts, page }: Profile): Styles {
  const placed: Readonly<Record<string, Pick<Style, 'align'> | undefined>> = {
    ...parts.placement,
    'page-number': page.numbers
  }
  const styles = Object.entries(recipes).map(([kind, recipe]): [string, Style] => {
    const leading = Math.round(points(text.leading) * recipe.size)
    const between = recipe.between === 'house' ? points(text.between) : Math.round(leading * recipe.between)
    const style = {
      face: recipe.face,
      size: Math.round(points(text.size) * recipe.size),
      leading,
      align: recipe.align === 'justify' ? recipe.align : (placed[kind]?.align ?? recipe.align),
      indent: recipe.indent ? points(text.indent) : 0,
      above: recipe.above === 0 ? between : Math.round(leading * recipe.above),
      between,
      below: Math.round(leading * recipe.below)
    }
    return [kind, style]
  })
  return Object.fromEntries(styles) as Styles
}

/** How far from the left something begins that leaves some room free. */
export function startIn(align: TextAlignment, room: Millipoint): Millipoint {
  if (align === 'center') return Math.round(room / 2)
  return align === 'right' ? room : 0
}

/** ISO 216 A4 is 210 × 297 mm; US letter 8.5 × 11 in. */
const papers = { A4: [mm(210), mm(297)], letter: [612000, 792000] } as const

/** How the pages of a paper look: as a house's notes do, but that a working paper may lie on its long side and divide high rows of tables. */
export type PageSettings = Profile & { readonly page: { readonly landscape?: true; readonly dividesRows?: true } }

/** The paper of a house. */
export function sheetOf({ page: { size, margins, landscape } }: PageSettings): Paper {
  const [short, long] = papers[size]
  const [width, height] = landscape ? [long, short] : [short, long]
  const left = mm(margins.left)
  const measure = width - left - mm(margins.right)
  return { width, height, top: mm(margins.top), bottom: mm(margins.bottom), left, measure }
}

function mm(length: number): Millipoint {
  return Math.round((length * 72000) / 25.4)
}

/** Points as thousandths of a point. */
export function points(length: number): Millipoint {
  return Math.round(length * 1000)
}
