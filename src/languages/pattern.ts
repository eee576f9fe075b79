/** Makes patterns of texts: a text that is put into a pattern finds itself, whatever signs it holds. */

/** A pattern that is not compiled yet, or one that is. */
export interface PatternSource {
  readonly source: string
}

/** What can be put into a pattern: a text, which finds itself; a pattern; or a list, which finds any of its parts. */
export type PatternPart = string | PatternSource | readonly PatternPart[]

/** Compiles a pattern: in ``pattern('gu')`\b(\d+)\s(${months})\b` `` all but what is put in with `${…}` is a pattern. */
export function pattern(flags: string): (written: TemplateStringsArray, ...parts: readonly PatternPart[]) => RegExp {
  return (written, ...parts) => new RegExp(patternSource(written, ...parts).source, flags)
}

/** The same without compiling it, as a part of another pattern. Nothing is put between `[` and `]`. */
export function patternSource(written: TemplateStringsArray, ...parts: readonly PatternPart[]): PatternSource {
  return { source: String.raw(written, ...parts.map(sourceOf)) }
}

/**
 * Compiles a pattern of whole words: no letter before them and none behind. Unlike `\b` this knows the letters of every
 * script. What has endings says so: `` words`протест\p{L}*` ``.
 */
function wholeWords(flags: string) {
  return (written: TemplateStringsArray, ...parts: readonly PatternPart[]): RegExp =>
    pattern(flags)`(?<!\p{L})${patternSource(written, ...parts)}(?!\p{L})`
}

/** All of them, with whatever capitals. */
export const words = wholeWords('giu')
/** All of them, with the capitals that are written. */
export const exactWords = wholeWords('gu')
/** Not global: whether there are any, with whatever capitals. */
export const anyWords = wholeWords('iu')

/** In a group of its own, so that what stands beside it counts for all of it. An empty list finds nothing. */
function sourceOf(part: PatternPart): string {
  if (typeof part === 'string') return `(?:${literal(part)})`
  if ('source' in part) return `(?:${part.source})`
  return part.length === 0 ? '(?!)' : `(?:${part.map(sourceOf).join('|')})`
}

/** The syntax characters of ECMA-262, 22.2.1; no other sign may be escaped under the flag `u`. */
function literal(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}/]/g, '\\$&')
}

/** A pattern that finds nothing: what a lexicon gives where its language has no words of the kind, and why it has none. */
export function none(because: string): RegExp {
  return Object.assign(/(?!)/gu, { because })
}
