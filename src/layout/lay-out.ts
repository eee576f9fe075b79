/** A document and its house's profile in; finished pages and their structure tree out. */
import { type Diagnostic, error, Rejected, refuse } from '../diagnostic.ts'
import type { Document } from '../document/document.ts'
import { blaming, originOf } from '../fact.ts'
import type { Profile } from '../records/profile.ts'
import type { Pointer } from '../value.ts'
import { FORBIDDEN } from './break-lines.ts'
import { compose, FOOT_GAP, type Furniture, SEPARATOR_HEIGHT } from './compose.ts'
import { type Flow, flow } from './flow.ts'
import { furnish } from './furniture.ts'
import { createMissing } from './missing.ts'
import type { Layout, Page } from './page.ts'
import { type PageBlock, paginate } from './paginate.ts'
import type { ParagraphContext } from './paragraph.ts'
import type { Typesetter } from './shape.ts'
import { heightOf, placeOfFrames, type Slice, stack } from './slice.ts'
import { createTree } from './structure.ts'
import { type PageSettings, type Paper, points, sheetOf, stylesOf } from './style.ts'
import { emblemTooLate, labelsTooTall, tooTall } from './too-tall.ts'

/** The most pages that a note may have: twice what an annex with 2,000 incidents and their particulars takes. */
const MOST_PAGES = 1500

/**
 * Lays a document out. The document is arranged as the house wants it and settled: no mention is left in it.
 *
 * @throws Rejected with every letter that no face has, or with what does not fit on any page.
 */
export function layOut(document: Document, profile: PageSettings, typesetter: Typesetter): Layout {
  const sheet = sheetOf(profile)
  checkSettings(sheet, profile)
  const context: ParagraphContext = {
    typesetter,
    tree: createTree(),
    missing: createMissing(),
    styles: stylesOf(profile),
    language: document.language,
    measure: sheet.measure,
    hyphenate: profile.text.hyphenate
  }
  const furniture = furnish(document, profile, sheet, context)
  // a row of half a page leaves no more than the other half of one empty
  const highestRow = Math.floor((sheet.height - sheet.top - sheet.bottom - furniture.lowered) / 2)
  const flowed = flow(document, profile, profile.page.dividesRows ? { ...context, highestRow } : context)
  refuse(context.missing.findings())
  const starts = startsOfPages(flowed, sheet, furniture)
  const pages = compose(flowed, starts, sheet, furniture)
  checkEmblem(pages)
  return { language: document.language, title: document.title, pages, elements: context.tree.elements() }
}

/** Lines that hold fewer letters than this have no good breaks, and in the end none at all: as many times the size of the text. */
const NARROWEST = 10
/** The smallest print that can be read, in points. */
const SMALLEST = 6

/** Whether the settings of a house go together: text that can be read, on lines that do not touch and hold some words. */
function checkSettings({ measure }: Paper, { text }: Profile): void {
  const { size, leading } = text
  const found: Diagnostic[] = []
  const refuseSetting = (pointer: Pointer, message: string, hint: string): void => {
    const blamed = blaming(originOf('profile', pointer))
    found.push(error({ rule: 'layout/setting', message, span: null, ...blamed, hints: [hint] }))
  }
  if (size < SMALLEST) refuseSetting('/text/size', `text of ${size} points cannot be read`, `at least ${SMALLEST}`)
  if (leading < size)
    refuseSetting('/text/leading', 'lines would run into each other', 'at least the `size` of the text')
  if (measure < NARROWEST * points(size)) {
    const message = `lines of ${Math.floor(measure / 1000)} points are too short for text of ${size} points`
    const hint = `leave ${NARROWEST} times the \`size\` of the text, or choose a smaller one`
    refuseSetting('/page/margins', message, hint)
  }
  refuse(found)
}

/** An emblem stands on the first page alone, wherever a house puts its letterhead. */
function checkEmblem(pages: readonly Page[]): void {
  const at = pages.findIndex(({ items }) => items.some(item => item.type === 'image'))
  if (at > 0) throw new Rejected([emblemTooLate(at + 1)])
}

function startsOfPages({ slices, foot }: Flow, sheet: Paper, { labels, lowered }: Furniture): readonly number[] {
  const later = sheet.height - sheet.top - sheet.bottom - lowered
  if (later < lowered) throw new Rejected([labelsTooTall(labels)])
  const first = later - footHeight(foot)
  if (first < 0)
    throw new Rejected([
      tooTall(
        foot.map(slice => ({ ...slice, before: FORBIDDEN })),
        0,
        later,
        false
      )
    ])
  const blocks = slices.map(blockOf)
  if (heightOf(slices) > later * MOST_PAGES) throw new Rejected([tooMany(slices)])
  const found = paginate(blocks, { first, later, separator: SEPARATOR_HEIGHT })
  if (found.type === 'stuck')
    throw new Rejected([tooTall(slices, found.at, found.at === 0 ? first : later, first < later && found.at === 0)])
  const { starts } = found
  if (starts.length > MOST_PAGES) throw new Rejected([tooMany(slices.slice(starts[MOST_PAGES]))])
  return starts.length > 0 ? starts : [0]
}

/** What the foot of the first page takes from it, with the footnotes that it calls. */
function footHeight(foot: readonly Slice[]): number {
  const notes = heightOf(foot.flatMap(slice => slice.notes))
  return foot.length === 0 ? 0 : stack(foot).height + FOOT_GAP + (notes > 0 ? notes + SEPARATOR_HEIGHT : 0)
}

function blockOf({ height, gap, before, notes, head }: Slice): PageBlock {
  return { height, gap, before, notes: heightOf(notes), head: head?.height ?? 0 }
}

function tooMany(rest: readonly Slice[]) {
  return error({
    rule: 'layout/too-many-pages',
    message: `the note has more than ${MOST_PAGES} pages`,
    span: placeOfFrames(rest),
    hints: ['a list in the template may print more records than intended']
  })
}
