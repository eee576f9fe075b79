/** A document and its house's profile in; finished pages and their structure tree out. */
import { error, Rejected, refuse } from '../diagnostic.ts'
import type { Document } from '../document/document.ts'
import type { Profile } from '../record/profile.ts'
import { FORBIDDEN } from './break-lines.ts'
import { compose, FOOT_GAP, type Furniture, SEPARATOR_HEIGHT, stackHeight } from './compose.ts'
import { type Flow, flow } from './flow.ts'
import { furnish } from './furniture.ts'
import { createMissing } from './missing.ts'
import type { Layout } from './page.ts'
import { type Block, paginate } from './paginate.ts'
import type { Workshop } from './paragraph.ts'
import type { Typesetter } from './shape.ts'
import { heightOf, placeOfFrames, type Slice } from './slice.ts'
import { createTree } from './structure.ts'
import { type Sheet, sheetOf, stylesOf } from './style.ts'

/** The most pages that a note may have: twice what an annex with 2,000 incidents and their particulars takes. */
const MOST_PAGES = 1500

/**
 * Lays a document out. The document is arranged as the house wants it and settled: no mention is left in it.
 *
 * @throws Rejected with every letter that no face has, or with what does not fit on any page.
 */
export function layOut(document: Document, profile: Profile, typesetter: Typesetter): Layout {
  const sheet = sheetOf(profile)
  const workshop: Workshop = {
    typesetter,
    tree: createTree(),
    missing: createMissing(),
    styles: stylesOf(profile),
    language: document.language,
    measure: sheet.measure,
    hyphenate: profile.text.hyphenate
  }
  const furniture = furnish(document, profile, sheet, workshop)
  const flowed = flow(document, profile, workshop)
  refuse(workshop.missing.findings())
  const starts = startsOfPages(flowed, sheet, furniture)
  const pages = compose(flowed, starts, sheet, furniture)
  return { language: document.language, title: document.title, pages, elements: workshop.tree.elements() }
}

function startsOfPages({ slices, foot }: Flow, sheet: Sheet, { lowered }: Furniture): readonly number[] {
  const later = sheet.height - sheet.top - sheet.bottom - lowered
  const first = later - footHeight(foot)
  if (first < 0) throw new Rejected([tooTall(foot, 0, true)])
  const blocks = slices.map(blockOf)
  if (heightOf(slices) > later * MOST_PAGES) throw new Rejected([tooMany(slices)])
  const found = paginate(blocks, { first, later, separator: SEPARATOR_HEIGHT })
  if (found.type === 'stuck') throw new Rejected([tooTall(slices, found.at, first < later && found.at === 0)])
  const { starts } = found
  if (starts.length > MOST_PAGES) throw new Rejected([tooMany(slices.slice(starts[MOST_PAGES]))])
  return starts.length > 0 ? starts : [0]
}

/** What the foot of the first page takes from it, with the footnotes that it calls. */
function footHeight(foot: readonly Slice[]): number {
  const notes = heightOf(foot.flatMap(slice => slice.notes))
  return foot.length === 0 ? 0 : stackHeight(foot) + FOOT_GAP + (notes > 0 ? notes + SEPARATOR_HEIGHT : 0)
}

function blockOf({ height, gap, before, notes, head }: Slice): Block {
  return { height, gap, before, notes: heightOf(notes), head: head?.height ?? 0 }
}

function tooMany(rest: readonly Slice[]) {
  return error({
    rule: 'layout/too-many-pages',
    message: `the note has more than ${MOST_PAGES} pages`,
    span: placeOfFrames(rest),
    hints: ['a list in the template may go over more records than was meant']
  })
}

/** What the slices are that no page can hold together. */
function tooTall(slices: readonly Slice[], at: number, hasFoot: boolean) {
  const next = slices.findIndex((slice, index) => index > at && slice.before !== FORBIDDEN)
  const group = slices.slice(at, next < 0 ? slices.length : next)
  const row = group.find(slice => slice.kind === 'row')
  const span = placeOfFrames(row ? [row] : group) ?? placeOfFrames(slices)
  const hints = hasFoot ? ['the foot of the first page leaves too little room above it'] : []
  if (group.some(slice => slice.notes.length > 0)) {
    return error({
      rule: 'layout/footnotes-too-tall',
      message: 'lines and their footnotes do not fit on one page',
      span,
      hints: ['shorten the footnotes', ...hints]
    })
  }
  if (row)
    return error({
      rule: 'layout/row-too-tall',
      message: 'a row of a table does not fit on one page',
      span,
      hints: ['divide the row into several', ...hints]
    })
  return error({
    rule: 'layout/too-tall',
    message: 'what must stand together does not fit on one page',
    span,
    hints: [
      'the closing, date, seal and addressee stand on one page with the end of the text: shorten them, or give the page more room',
      ...hints
    ]
  })
}
