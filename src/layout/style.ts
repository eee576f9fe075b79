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
  readonly right: Millipoint
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
interface Recipe {
  readonly face: FaceName
  readonly size: number
  readonly align: TextAlignment
  readonly indent: boolean
  readonly above: number
  readonly between: number | 'house'
  readonly below: number
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

/** Body text has its lines apart by the house's leading; smaller and larger text in proportion. */
export function stylesOf(profile: Profile): Styles {
  const size = points(profile.text.size)
  const leading = points(profile.text.leading)
  const style = (kind: ParagraphKind): Style => {
    const recipe = recipes[kind]
    const line = Math.round(leading * recipe.size)
    return {
      face: recipe.face,
      size: Math.round(size * recipe.size),
      leading: line,
      align: recipe.align,
      indent: recipe.indent ? points(profile.text.indent) : 0,
      above: recipe.above === 0 ? between(recipe, profile, line) : Math.round(line * recipe.above),
      between: between(recipe, profile, line),
      below: Math.round(line * recipe.below)
    }
  }
  const placed = (part: Part): Style => ({
    ...style(part),
    align: profile.parts.placement[part]?.align ?? style(part).align
  })
  return {
    specimen: placed('specimen'),
    letterhead: placed('letterhead'),
    reference: placed('reference'),
    title: placed('title'),
    opening: style('opening'),
    closing: style('closing'),
    dateline: placed('dateline'),
    seal: placed('seal'),
    initials: placed('initials'),
    addressee: placed('addressee'),
    enclosures: placed('enclosures'),
    annex: style('annex'),
    body: style('body'),
    heading: style('heading'),
    subheading: style('subheading'),
    cell: style('cell'),
    'header-cell': style('header-cell'),
    note: style('note'),
    label: style('label'),
    'page-number': { ...style('page-number'), align: profile.page.numbers.align }
  }
}

/** How far from the left something begins that leaves some room free. */
export function startIn(align: TextAlignment, room: Millipoint): Millipoint {
  if (align === 'center') return Math.round(room / 2)
  return align === 'right' ? room : 0
}

function between(recipe: Recipe, profile: Profile, line: Millipoint): Millipoint {
  return recipe.between === 'house' ? points(profile.text.between) : Math.round(line * recipe.between)
}

/** ISO 216 A4 is 210 × 297 mm; US letter 8.5 × 11 in. */
const papers = { A4: [mm(210), mm(297)], letter: [612000, 792000] } as const

/** The paper of a house. */
export function sheetOf({ page: { size, margins } }: Profile): Paper {
  const [width, height] = papers[size]
  const left = mm(margins.left)
  const right = mm(margins.right)
  return { width, height, top: mm(margins.top), right, bottom: mm(margins.bottom), left, measure: width - left - right }
}

function mm(length: number): Millipoint {
  return Math.round((length * 72000) / 25.4)
}

/** Points as thousandths of a point. */
export function points(length: number): Millipoint {
  return Math.round(length * 1000)
}
