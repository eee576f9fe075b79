/** A layout and the habits of its house in; both as readable YAML out, one line for each habit and each thing drawn. */
import type { Item, Layout, LinePart, Millipoint, Owner } from '../layout/page.ts'
import { child, type Pointer } from '../value.ts'

/**
 * Writes what stands where: lengths in points, y from the foot of the page. What the profile says is written too, so that
 * two dumps that differ say which habit of the house made the difference.
 */
export function writePages(layout: Layout, profile: object): string {
  const habits = habitsOf(profile).map(({ pointer, value }) => `  ${pointer}: ${quoted(value)}\n`)
  const head = `language: ${layout.language}\ntitle: ${quoted(layout.title)}\nhouse:\n${habits.join('')}pages:\n`
  const pages = layout.pages.map((page, index) => {
    const size = `  - number: ${index + 1}\n    width: ${points(page.width)}\n    height: ${points(page.height)}\n    items:`
    if (page.items.length === 0) return `${size} []\n`
    return `${size}\n${page.items.map(item => `      - ${itemLine(item, layout)}\n`).join('')}`
  })
  return head + pages.join('')
}

/** What a profile says, by its place in it; a list is one value. */
function habitsOf(value: unknown, pointer = ''): { readonly pointer: Pointer; readonly value: string }[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return [{ pointer, value: Array.isArray(value) ? value.join(', ') : String(value) }]
  }
  return Object.entries(value).flatMap(([key, inner]) => habitsOf(inner, child(pointer, key)))
}

function itemLine(item: Item, layout: Layout): string {
  const place = `x: ${points(item.x)}, y: ${points(item.y)}`
  const owner = `owner: ${ownerName(item.owner, layout)}`
  if (item.type === 'rule') return `{ ${place}, ${owner}, rule: ${points(item.width)} by ${points(item.height)} }`
  if (item.type === 'image') {
    const pixels = `${item.image.width} by ${item.image.height} pixels`
    return `{ ${place}, ${owner}, image: ${points(item.width)} by ${points(item.height)}, of: ${pixels} }`
  }
  return `{ ${place}, ${owner}, face: ${item.face}, size: ${points(item.size)}, text: ${quoted(textOf(item.parts))} }`
}

/** `P 4`, or `artifact page-number`. */
function ownerName(owner: Owner, layout: Layout): string {
  if (owner.type === 'artifact') return `artifact ${owner.kind}`
  return `${layout.elements[owner.element]?.role ?? 'nobody'} ${owner.element}`
}

function points(length: Millipoint): string {
  return String(length / 1000)
}

/** What a reader copies from a line: the hyphen of a broken word as U+00AD. */
export function textOf(parts: readonly LinePart[]): string {
  return parts
    .map(part => (part.type === 'space' ? part.text : part.type === 'hyphen' ? '\u00ad' : part.word.text))
    .join('')
}

/** A double-quoted scalar, in which spaces and hyphens that look like others can be told apart. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\ufeff]/g, each => {
    return `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
