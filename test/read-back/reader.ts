/**
 * A printed text in, the values that it states out: dates, hours, measures, counts and positions. Written apart from what
 * prints them, so that neither's slip can hide in the other: no reader imports a `say.ts` or a table that one uses.
 */

/** A date with what is known of it. */
interface ReadDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  readonly approximate: boolean
}

/** One date, both ends of an interval, the two days of a night, or the members of a set of which one is meant. */
interface ReadWhen {
  readonly relation: 'date' | 'interval' | 'night' | 'one-of'
  readonly dates: readonly ReadDate[]
}

export type Hedge = 'exact' | 'about' | 'nearly' | 'a-little-over' | 'at-least' | 'at-most' | 'reported'

export type Reading =
  | { readonly kind: 'dates'; readonly dates: readonly ReadWhen[] }
  | { readonly kind: 'hour'; readonly local: string; readonly qualifier: 'exact' | 'approx' }
  | {
      readonly kind: 'measure'
      readonly value: number
      readonly decimals: number
      readonly unit: string
      readonly qualifier: Hedge
    }
  /** `null` where there are some, and nobody says how many. */
  | { readonly kind: 'count'; readonly count: number | null }
  /** In degrees; `unit` is the share of a degree that the last printed digit stands for. */
  | { readonly kind: 'position'; readonly latitude: number; readonly longitude: number; readonly unit: number }
  /** A number that names something: of a note, of an article. */
  | { readonly kind: 'name' }

/** A reading, and where the text goes on. */
export interface Found<T = Reading> {
  readonly value: T
  readonly end: number
}

/** Tries to read at an offset. */
export type Rule<T = Reading> = (text: string, at: number) => Found<T> | null

/** How one language is read. */
export interface Reader {
  /** The small letters of the language, one for each letter; a language that needs capitals gives the text itself. */
  readonly lower: (text: string) => string
  /** In the order in which they are tried. */
  readonly rules: readonly Rule[]
}

/** A pattern that holds at an offset; a space in it is any blank, a no-break one too. */
export function at(pattern: string): (text: string, offset: number) => RegExpExecArray | null {
  const compiled = new RegExp(pattern.replaceAll(' ', '\\s'), 'uy')
  return (text, offset) => {
    compiled.lastIndex = offset
    return compiled.exec(text)
  }
}

/** A rule of one pattern; what `value` says is null is not read. */
export function rule<T>(pattern: string, value: (groups: Readonly<Record<string, string>>) => T | null): Rule<T> {
  const matching = at(pattern)
  return (text, offset) => {
    const match = matching(text, offset)
    const read = match && value(match.groups ?? {})
    return match && read !== null ? { value: read, end: offset + match[0].length } : null
  }
}

/** The first rule that reads. */
export function firstOf<T>(...rules: readonly Rule<T>[]): Rule<T> {
  return (text, offset) => {
    for (const each of rules) {
      const found = each(text, offset)
      if (found) return found
    }
    return null
  }
}

/** A date of which a neighbour may say the rest: `8` of "8 and 18 August 2025". */
export interface Part {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly approximate: boolean
}
export interface Item {
  readonly relation: ReadWhen['relation']
  readonly dates: readonly Part[]
}
/** What stands between two dates; `also` parts groups, in which `or` holds its alternatives together. */
export type Joint = 'comma' | 'and' | 'or' | 'also'

/** How dates follow each other in a language. */
export interface Row {
  readonly item: Rule<Item>
  readonly joint: Rule<Joint>
  /** Where the neighbour stands that says the rest. */
  readonly from: 'left' | 'right'
}

/** Reads as many dates as can be made whole. */
export function datesBy(row: Row): Rule {
  return (text, offset) => {
    const { items, joints } = sequence(row, text, offset)
    for (let length = items.length; length > 0; length--) {
      const taken = items.slice(0, length)
      const dates = grouped(
        taken.map(each => each.value),
        joints.slice(0, length - 1),
        row.from
      )
      if (dates) return { value: { kind: 'dates', dates }, end: taken.at(-1)?.end ?? offset }
    }
    return null
  }
}

function sequence(row: Row, text: string, offset: number): { items: Found<Item>[]; joints: Joint[] } {
  const items: Found<Item>[] = []
  const joints: Joint[] = []
  for (let next = row.item(text, offset); next; ) {
    items.push(next)
    const joint = row.joint(text, next.end)
    next = joint && row.item(text, joint.end)
    if (joint && next) joints.push(joint.value)
  }
  return { items, joints }
}

function grouped(items: readonly Item[], joints: readonly Joint[], from: Row['from']): readonly ReadWhen[] | null {
  const ends = [...joints.flatMap((joint, index) => (joint === 'also' ? [index + 1] : [])), items.length]
  const groups = ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    return group(items.slice(start, end), joints.slice(start, end - 1), from)
  })
  return groups.includes(null) ? null : groups.flatMap(each => each ?? [])
}

/** Dates joined by `and`, or alternatives of which the last has its `or`. */
function group(items: readonly Item[], joints: readonly Joint[], from: Row['from']): readonly ReadWhen[] | null {
  const whole = completed(items, from)
  if (!whole) return null
  if (!joints.includes('or')) return whole
  const single = whole.every(each => each.relation === 'date') && joints.lastIndexOf('or') === joints.length - 1
  const onlyLast = joints.slice(0, -1).every(each => each === 'comma')
  return single && onlyLast ? [{ relation: 'one-of', dates: whole.flatMap(each => each.dates) }] : null
}

/** Every date with its month and its year; null where one cannot be made whole. */
function completed(items: readonly Item[], from: Row['from']): readonly ReadWhen[] | null {
  const order = from === 'left' ? items : items.toReversed()
  let near: Part | null = null
  const done: ReadWhen[] = []
  for (const { relation, dates } of order) {
    const whole: ReadDate[] = []
    for (const date of from === 'left' ? dates : dates.toReversed()) {
      const { year, month } = filled(date, near)
      if (year === null || (date.day !== null && !exists(year, month, date.day))) return null
      near = { ...date, year, month }
      whole.push({ ...date, year, month })
    }
    done.push({ relation, dates: from === 'left' ? whole : whole.reverse() })
  }
  return from === 'left' ? done : done.reverse()
}

function filled(date: Part, near: Part | null): Pick<Part, 'year' | 'month'> {
  if (date.year !== null || near === null) return date
  return { year: near.year, month: date.month ?? near.month }
}

function exists(year: number, month: number | null, day: number): boolean {
  if (month === null || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A number in groups of three, with its decimals. */
export function numberIn(digits: string, point: string): { readonly value: number; readonly decimals: number } {
  const [whole = '', rest = ''] = digits.split(point)
  return { value: Number(`${whole.replace(/\D/gu, '')}.${rest || '0'}`), decimals: rest.length }
}

/** Degrees, minutes and seconds as a pattern; the names of its groups end in `axis`. */
export function degrees(axis: string): string {
  return `(?<d${axis}>\\d{1,3})\u00B0(?:(?<m${axis}>\\d\\d)\u2032(?:(?<s${axis}>\\d\\d(?:[.,]\\d+)?)\u2033)?)?`
}

/** What `degrees` found on both axes, each with what its side of the globe makes of it. */
export function position(groups: Readonly<Record<string, string>>, north: 1 | -1, east: 1 | -1): Reading {
  const on = (axis: string) => {
    const [degree, minute, second] = ['d', 'm', 's'].map(each => groups[each + axis]?.replace(',', '.'))
    return Number(degree) + Number(minute ?? 0) / 60 + Number(second ?? 0) / 3600
  }
  const places = groups['sa']?.split(/[.,]/u)[1]?.length ?? 0
  const unit = groups['sa'] !== undefined ? 1 / 3600 / 10 ** places : groups['ma'] !== undefined ? 1 / 60 : 1
  return { kind: 'position', latitude: north * on('a'), longitude: east * on('o'), unit }
}

/** A text as it is read: blanks are one space, no-break spaces stay, and the hyphen of a divided word is gone. */
function tidied(text: string, { lower }: Reader): string {
  const joined = text.normalize('NFC').replace(/\u00AD[^\S\u00A0]*/gu, '')
  return lower(joined.replace(/[^\S\u00A0]+/gu, ' ').trim())
}

/** A text that is one reading from its beginning to its end, or ends in `rest`; null where it is not. */
export function readWhole(text: string, reader: Reader, rest = ''): Reading | null {
  const tidy = tidied(text, reader)
  const found = firstOf(...reader.rules)(tidy, 0)
  if (!found || found.end + rest.length < tidy.length) return null
  return found.value
}

/**
 * Everything that a text states, in its order. What says that there is none, or some, is no number of anything: "no State
 * has issued this note" counts nothing.
 */
export function readAll(text: string, reader: Reader): readonly Reading[] {
  const tidy = tidied(text, reader)
  const all = firstOf(...reader.rules)
  const readings: Reading[] = []
  for (let offset = 0; offset < tidy.length; ) {
    const found = /[\p{L}\p{N}/-]/u.test(tidy[offset - 1] ?? '') ? null : all(tidy, offset)
    if (found && (found.value.kind !== 'count' || found.value.count)) readings.push(found.value)
    offset = found ? Math.max(found.end, offset + 1) : offset + 1
  }
  return readings.filter(each => each.kind !== 'name')
}

/** Digits that no rule read: a number that a text states and nobody can check. */
export function unread(text: string, reader: Reader): readonly string[] {
  const tidy = tidied(text, reader)
  const all = firstOf(...reader.rules)
  const left: string[] = []
  for (let offset = 0; offset < tidy.length; ) {
    const found = /[\p{L}\p{N}/-]/u.test(tidy[offset - 1] ?? '') ? null : all(tidy, offset)
    if (!found && /\d/u.test(tidy[offset] ?? '')) left.push(tidy.slice(Math.max(0, offset - 10), offset + 10))
    offset = found ? Math.max(found.end, offset + 1) : offset + 1
  }
  return left
}
