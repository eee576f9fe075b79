/** A text, or a place in it where a bound is passed → the refusal: a file may be made by somebody else. */
import { type Diagnostic, error, Rejected } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import { LARGEST_FILE } from '../world.ts'

/** The most values that one file may hold, each use of an alias counted in full. */
export const MOST_VALUES = 200_000
/** How deep values may stand in each other; a register needs 9 levels. */
export const DEEPEST = 64

/** Keys of no file: names that mean something to JavaScript objects, and the merge key of YAML 1.1; never a field of ours. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '<<'])

/** What can be refused without parsing: a file too large, and bytes that were no UTF-8. */
export function refuseUnreadable(source: Source): void {
  const { text } = source
  if (isTooLarge(text)) {
    const message = `the file is larger than ${LARGEST_FILE / 1024 / 1024} MiB`
    const hints = ['keep the text of a source in a file of its own, named by `copy`']
    throw new Rejected([error({ rule: 'record/too-large', message, span: { source, start: 0, end: 0 }, hints })])
  }
  const at = text.indexOf('\uFFFD')
  if (at < 0) return
  const message = 'a character here is not valid UTF-8'
  const hints = ['save the file as UTF-8']
  throw new Rejected([error({ rule: 'record/encoding', message, span: { source, start: at, end: at + 1 }, hints })])
}

/** A UTF-16 unit is one to three bytes of UTF-8, so bytes are counted only when that leaves it open. */
function isTooLarge(text: string): boolean {
  if (text.length > LARGEST_FILE) return true
  return text.length * 3 > LARGEST_FILE && new TextEncoder().encode(text).length > LARGEST_FILE
}

/** More values than `MOST_VALUES`, at an offset. */
export function tooMany(source: Source, offset: number): Diagnostic {
  const span = { source, start: offset, end: offset }
  const message = `this file holds more than ${MOST_VALUES} values, with aliases counted in full`
  return error({ rule: 'record/too-many-values', message, span })
}

/** Values deeper than `DEEPEST`, at an offset. */
export function tooDeep(source: Source, offset: number): Diagnostic {
  const span = { source, start: offset, end: offset }
  return error({ rule: 'record/too-deep', message: `values are nested more than ${DEEPEST} deep`, span })
}
