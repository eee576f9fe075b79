/** A loaded file → the characters in it that change what is read without being seen. */

import { type Diagnostic, error } from '../../diagnostic.ts'
import { codeName } from '../../languages/characters.ts'
import { pattern } from '../../languages/pattern.ts'
import type { Span } from '../../source.ts'
import { type Json, type Loaded, type Pointer, placeOf } from '../../value.ts'
import { partsAt } from './parts.ts'

/**
 * Controls other than tab and line ends, bidirectional embeddings, overrides and isolates (Unicode Technical Report 36,
 * part 2), and halves of a surrogate pair. Nowhere in a record, printed or not: `explain` shows all of it on a terminal.
 */
const hidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/u
const everyHidden = pattern('gu')`${hidden}`

/** True for a text that holds such a character. */
export function hasHidden(text: string): boolean {
  return hidden.test(text)
}

/** One finding for each such character as it stands in the file, comments included, or as an escape makes it. */
export function hiddenFindings(loaded: Loaded, rule: string): Diagnostic[] {
  const { source } = loaded.whole
  const raw = [...source.text.matchAll(everyHidden)].map(match => {
    return finding(rule, match[0], { source, start: match.index, end: match.index + match[0].length })
  })
  return [...raw, ...escaped(loaded, rule)]
}

function escaped(loaded: Loaded, rule: string): Diagnostic[] {
  const findings: Diagnostic[] = []
  if (!loaded.whole.source.text.includes('\\')) return findings
  for (const [pointer, text] of textsOf(loaded.value)) {
    const match = hidden.exec(text)
    if (!match) continue
    const span = placeOf(loaded, pointer)
    if (hasHidden(span.source.text.slice(span.start, span.end))) continue
    findings.push({ ...finding(rule, match[0], span), pointer })
  }
  return findings
}

function textsOf(value: Json): [Pointer, string][] {
  return partsAt(value, '/**').flatMap(each => (typeof each.value === 'string' ? [[each.pointer, each.value]] : []))
}

function finding(rule: string, character: string, span: Span): Diagnostic {
  const code = codeName(character.codePointAt(0) ?? 0)
  const message = `the character ${code} is invisible and changes how the text reads`
  return error({ rule, message, span, hints: ['take it out'] })
}
