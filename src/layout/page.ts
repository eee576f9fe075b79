/** Finished pages: glyphs and rules at fixed places, each owned by a structure element or by the page's furniture. */
import type { Origin } from '../fact.ts'
import type { Image } from '../image/image.ts'
import type { Span } from '../source.ts'
import type { FaceName } from '../world.ts'

/** Lengths of a page are whole thousandths of a point (1/72000 inch); y grows upwards from the foot, as in PDF. */
export type Millipoint = number

/** A word as the shaper gave it. Advances and offsets are in font units (Source Serif 4 has 1000 to the em). */
export interface ShapedWord {
  readonly face: FaceName
  readonly language: string
  readonly text: string
  /** Glyph ids in drawing order. */
  readonly glyphs: Uint16Array
  readonly advances: Int16Array
  /** Offset from the pen, in font units. */
  readonly dx: Int16Array
  readonly dy: Int16Array
  /** For each glyph the UTF-16 offset in `text` of the cluster it belongs to. */
  readonly clusters: Uint16Array
  /** The sum of the advances. */
  readonly width: number
}

/** What stands in a line: words, and the spaces between them. */
export type LinePart =
  | { readonly type: 'word'; readonly word: ShapedWord }
  /** `width` is what the line gives it; `text` is what a reader copies (a space or a no-break space). */
  | { readonly type: 'space'; readonly text: string; readonly width: Millipoint }
  /** The hyphen at a line's end that is not in the text: drawn as a hyphen, copied as U+00AD. */
  | { readonly type: 'hyphen'; readonly word: ShapedWord }

/** Furniture that is not content of the note. */
export type ArtifactKind = 'page-number' | 'label' | 'rule' | 'table-rule' | 'repeated-header'

/** Who a drawn thing belongs to: an element of the structure tree by its number, or an artifact. */
export type Owner =
  | { readonly type: 'element'; readonly element: number }
  | { readonly type: 'artifact'; readonly kind: ArtifactKind }

/** Something at a place: text where its baseline starts, anything else at its lower left corner. */
interface Placed {
  readonly x: Millipoint
  readonly y: Millipoint
  readonly owner: Owner
}

/** Consecutive parts of one line in one face, size and owner. */
export interface TextItem extends Placed {
  readonly type: 'text'
  /** Font size. */
  readonly size: Millipoint
  readonly face: FaceName
  readonly parts: readonly LinePart[]
  /** For diagnostics while writing: the template place and record values after the text. */
  readonly at: Span | null
  readonly origins: readonly Origin[]
}

/** A filled rectangle, black: a rule of a table or a letterhead, a footnote's separator. */
export interface RuleItem extends Placed {
  readonly type: 'rule'
  readonly width: Millipoint
  readonly height: Millipoint
}

/** A picture. */
export interface ImageItem extends Placed {
  readonly type: 'image'
  readonly width: Millipoint
  readonly height: Millipoint
  readonly image: Image
  readonly origins: readonly Origin[]
}

export type Item = TextItem | RuleItem | ImageItem

export interface Page {
  readonly width: Millipoint
  readonly height: Millipoint
  /** In drawing order; items of one element are in reading order. */
  readonly items: readonly Item[]
}

/** Standard structure types (ISO 32000-1, 14.8.4) that a note uses. */
export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Note'
  | 'Reference'
  | 'Span'
  | 'Figure'

/**
 * A node of the structure tree, in reading order. `kids` are element numbers; where an element's own marked content
 * stands among them follows from the order of its items on the pages.
 */
export interface Element {
  readonly number: number
  readonly role: Role
  readonly parent: number | null
  readonly kids: readonly number[]
  /** BCP 47, when it differs from the parent's. */
  readonly language?: string
  /** Column header, for TH. */
  readonly scope?: 'Column' | 'Row'
  /** List numbering (ISO 32000-1, table 347), for L. */
  readonly numbering?: 'Decimal' | 'Disc' | 'None'
  /** What is to be seen, for those who do not see it, for Figure. */
  readonly alternate?: string
}

/** What layout makes. `elements[i].number === i`, and element 0 is the Document. */
export interface Layout {
  readonly language: string
  readonly title: string
  readonly pages: readonly Page[]
  readonly elements: readonly Element[]
}
