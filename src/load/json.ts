/** A JSON text → what reading it as YAML gives, many times faster; or nothing, where YAML must say what is wrong with it. */
import type { Source, Span } from '../source.ts'
import { child, type Json, type Loaded, type Pointer, type SourcePlace } from '../value.ts'
import { DEEPEST, MOST_VALUES, RESERVED_KEYS } from './bounds.ts'

/** A walk along a text that is known to be JSON, so that it needs to find only where each value ends. */
interface Walk {
  readonly source: Source
  readonly places: Map<Pointer, SourcePlace>
  readonly scalars: Map<Pointer, string>
  at: number
  count: number
}

/** What is read, and where it stands. */
interface Part {
  readonly value: Json
  readonly pointer: Pointer
  readonly key: Span | null
  readonly depth: number
}

/** Reads a JSON object. Gives `null` for any other text, and for one with keys or in numbers that are not read. */
export function loadJson(source: Source): Loaded | null {
  const value = parsed(source.text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const walk: Walk = { source, places: new Map(), scalars: new Map(), at: 0, count: 0 }
  skipBlanks(walk)
  if (!read(walk, { value, pointer: '', key: null, depth: 1 })) return null
  return { value, whole: { source, start: 0, end: source.text.length }, places: walk.places, scalars: walk.scalars }
}

/** YAML has its own rule for tabs, so that a text with tabs is left to it. */
function parsed(text: string): Json {
  if (!/^\s*\{/.test(text) || text.includes('\t')) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Reads one value; false when the text is to be left to YAML. */
function read(walk: Walk, part: Part): boolean {
  if (++walk.count > MOST_VALUES || part.depth > DEEPEST) return false
  const span = { source: walk.source, start: walk.at, end: walk.at }
  walk.places.set(part.pointer, { key: part.key, value: span })
  if (!readInside(walk, part)) return false
  span.end = walk.at
  return true
}

function readInside(walk: Walk, part: Part): boolean {
  const { value, pointer } = part
  if (isList(value)) return readItems(walk, part, value)
  if (value !== null && typeof value === 'object') return readFields(walk, part, value)
  const start = walk.at
  skipScalar(walk)
  walk.scalars.set(pointer, typeof value === 'string' ? value : walk.source.text.slice(start, walk.at))
  return true
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function readItems(walk: Walk, { pointer, depth }: Part, items: readonly Json[]): boolean {
  enter(walk)
  for (const [index, value] of items.entries()) {
    if (!read(walk, { value, pointer: `${pointer}/${index}`, key: null, depth: depth + 1 })) return false
    skipComma(walk)
  }
  walk.at++
  return true
}

/** The keys are taken from the text: an object of JavaScript has them in another order, and each only once. */
function readFields(walk: Walk, { pointer, depth }: Part, fields: { readonly [key: string]: Json }): boolean {
  const { source, places } = walk
  enter(walk)
  while (source.text[walk.at] === '"') {
    const start = walk.at
    skipScalar(walk)
    const key = { source, start, end: walk.at }
    const name: string = JSON.parse(source.text.slice(start, walk.at))
    const value = fields[name]
    const at = child(pointer, name)
    if (RESERVED_KEYS.has(name) || value === undefined || places.has(at)) return false
    skipBlanks(walk)
    enter(walk)
    if (!read(walk, { value, pointer: at, key, depth: depth + 1 })) return false
    skipComma(walk)
  }
  walk.at++
  return true
}

/** Goes past a bracket or colon and the blanks after it. */
function enter(walk: Walk): void {
  walk.at++
  skipBlanks(walk)
}

function skipComma(walk: Walk): void {
  skipBlanks(walk)
  if (walk.source.text[walk.at] === ',') enter(walk)
}

function skipBlanks(walk: Walk): void {
  const { text } = walk.source
  while (text.charCodeAt(walk.at) <= 0x20) walk.at++
}

/** Goes past a text in quotation marks, a number or a word. */
function skipScalar(walk: Walk): void {
  const { text } = walk.source
  if (text[walk.at] !== '"') {
    while (/[\w.+-]/.test(text.charAt(walk.at))) walk.at++
    return
  }
  for (walk.at++; text[walk.at] !== '"'; walk.at++) if (text[walk.at] === '\\') walk.at++
  walk.at++
}
