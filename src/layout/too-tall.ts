/** Slices that pages cannot hold, or text that lines cannot, in; the finding out, at the record, the house's setting or the line of a template to mend. */
import { type Diagnostic, error } from '../diagnostic.ts'
import type { Block } from '../document/document.ts'
import { firstPlace } from '../document/walk.ts'
import { blaming, type Origin, originOf } from '../fact.ts'
import type { Span } from '../source.ts'
import { FORBIDDEN } from './break-lines.ts'
import type { Millipoint, TextItem } from './page.ts'
import { type Frame, heightOf, placeOfFrames, type Slice, sliceOf } from './slice.ts'

/** Where a house says how high something is that is no text. */
const ROOMS: { readonly [kind in 'seal' | 'initials' | 'emblem']: Origin } = {
  seal: originOf('profile', '/seal/height'),
  initials: originOf('profile', '/initials/height'),
  emblem: originOf('profile', '/letterhead/emblem/height')
}

/** What takes the most height of some slices. */
interface Cause {
  readonly span: Span | null
  readonly origin: Origin | null
  height: Millipoint
}

/** What the slices from `at` are that no page of a height can hold together. */
export function tooTall(slices: readonly Slice[], at: number, height: Millipoint, hasFoot: boolean): Diagnostic {
  const group = groupAt(slices, at)
  const row = group.find(slice => slice.kind === 'row' && withHead(slice) > height)
  const noted = group.filter(slice => slice.notes.length > 0)
  const blamed = row ? [row] : noted.length > 0 ? noted.flatMap(slice => slice.notes.map(asLine)) : group
  const cause = causeOf(blamed)
  const total = (row ? withHead(row) : heightOf(group)) + heightOf(group.flatMap(slice => slice.notes))
  const times = (Math.ceil((total * 10) / Math.max(height, 1)) / 10).toFixed(1)
  const foot = hasFoot ? ['the text at the foot of the first page leaves less space above it'] : []
  const [rule, what, hint] = wordsFor(row !== undefined, noted.length > 0)
  return error({
    rule,
    message: `${what} would be ${times} times as high as the space on a page; this is the largest part of it`,
    span: cause?.span ?? placeOfFrames(slices),
    hints: [cause?.origin && isRoom(cause.origin) ? 'leave less room here' : hint, ...foot],
    ...blaming(cause?.origin)
  })
}

/** A row with the header that is repeated above it. */
function withHead({ height, head }: Slice): Millipoint {
  return height + (head?.height ?? 0)
}

/** Whether the house leaves so much room, rather than say so much. */
function isRoom(origin: Origin): boolean {
  return Object.values(ROOMS).includes(origin)
}

/** An emblem that lines cannot hold beside nothing else. */
export function tooWide(width: Millipoint, measure: Millipoint): Diagnostic {
  const [wide, room] = [width, measure].map(length => Math.round(length / 1000))
  const message = `the emblem would be ${wide} points wide, but there are only ${room} between the margins`
  const hints = ['reduce its `height`: its width follows from its pixels']
  return error({ rule: 'layout/emblem-too-wide', message, span: null, ...blaming(ROOMS.emblem), hints })
}

/** An emblem that would not stand on the first page. */
export function emblemTooLate(page: number): Diagnostic {
  const message = `the emblem would be on page ${page}: it belongs on the first`
  const origin = originOf('profile', '/letterhead/emblem')
  const hints = ['put `letterhead` first among the `parts` before the text']
  return error({ rule: 'layout/emblem-too-late', message, span: null, ...blaming(origin), hints })
}

/** Labels that leave too little of each page to the text. */
export function labelsTooTall(labels: Frame): Diagnostic {
  const cause = causeOf([asLine(labels)])
  return error({
    rule: 'layout/too-tall',
    message: 'the labels above the text would take more than half of each page; this is the largest of them',
    span: cause?.span ?? null,
    hints: ['shorten it: a label is printed on every page'],
    ...blaming(cause?.origin)
  })
}

/** An item whose lines are too short, because lists in lists stand in too far. */
export function tooNarrow(blocks: readonly Block[]): Diagnostic {
  return error({
    rule: 'layout/too-narrow',
    message: 'this list item is indented so far that its lines would be too short',
    span: firstPlace(blocks),
    hints: ['nest fewer lists, or give the house a smaller `indent` or smaller margins']
  })
}

function wordsFor(isRow: boolean, isNoted: boolean): readonly [rule: string, what: string, hint: string] {
  if (isRow) return ['layout/row-too-tall', 'a row of a table', 'shorten it: a row is never divided between pages']
  if (isNoted)
    return ['layout/footnotes-too-tall', 'lines with their footnotes', 'shorten it: a footnote is not divided']
  return [
    'layout/too-tall',
    'what must stay together',
    'shorten it: a letterhead stands whole above the text, and the closing, date, seal and addressee with the end of it'
  ]
}

/** The slices from `at` between which no page may break. */
function groupAt(slices: readonly Slice[], at: number): readonly Slice[] {
  const next = slices.findIndex((slice, index) => index > at && slice.before !== FORBIDDEN)
  return slices.slice(at, next < 0 ? slices.length : next)
}

function asLine(frame: Frame): Slice {
  return sliceOf('line', frame)
}

/** The record value, setting or place in a template with the most height; of a row, in its tallest cell. */
function causeOf(slices: readonly Slice[]): Cause | null {
  const causes = new Map<string, Cause>()
  const add = (height: Millipoint, span: Span | null, origin: Origin | null): void => {
    const key = `${origin} ${span?.source.name} ${span?.start}`
    const known = causes.get(key)
    if (known) known.height += height
    else causes.set(key, { span, origin, height })
  }
  for (const slice of slices) {
    const { kind, height } = slice
    if (kind !== 'line' && kind !== 'row') add(height, null, ROOMS[kind])
    for (const { size, at, origins } of deepest(slice)) {
      for (const origin of origins.length > 0 ? origins : [null]) add(size, at, origin)
    }
  }
  const most = Math.max(...[...causes.values()].map(each => each.height))
  return [...causes.values()].find(each => each.height === most) ?? null
}

/** The texts of a slice; of a row, those of the cell that reaches lowest. */
function deepest({ kind, items }: Slice): readonly TextItem[] {
  const texts = items.filter(item => item.type === 'text')
  if (kind !== 'row') return texts
  const last = texts.reduce<TextItem | null>((lowest, each) => (lowest && lowest.y <= each.y ? lowest : each), null)
  return texts.filter(({ owner }) => elementOf(owner) === (last && elementOf(last.owner)))
}

function elementOf(owner: TextItem['owner']): number | null {
  return owner.type === 'element' ? owner.element : null
}
