/** A value or key that does not fit at a place → hints from the schema there: what to write instead, or where it belongs. */
import * as z from 'zod'
import { didYouMean } from '../../diagnostic.ts'
import type { Json } from '../../value.ts'
import { isMapping, valueAt } from './parts.ts'
import { keysAt, schemasAt } from './schema-at.ts'
import { fitsAt, flow, formsAt, isEntryAt, isTextAt, rewrittenAt, type SchemaPlace, wordsAt } from './schema-form.ts'

/** A hint for each form that can be copied. */
export function writeHints(forms: readonly string[]): string[] {
  return forms.map((each, index) => `${index === 0 ? 'write' : 'or'} \`${each}\``)
}

/** For a key that is missing: what can stand under it. */
export function missingHints(spot: SchemaPlace): string[] {
  const words = wordsAt(spot)
  const key = spot.path.at(-1)
  if (isSection(spot)) return [`write \`${key}: {}\` for none`]
  const forms = words.length > 0 ? [words.join(' | ')] : formsAt(spot)
  return writeHints(forms.map(each => `${key}: ${each}`))
}

/** A section of a file that may hold no records. */
function isSection(spot: SchemaPlace): boolean {
  return spot.path.length === 1 && fitsAt(spot, {}) && !isTextAt(spot)
}

/** For a value of the wrong kind: itself in the right form where that is all it needs, else the form. */
export function kindHints(spot: SchemaPlace, value: Json): string[] {
  const rewritten = rewrittenAt(spot, value)
  if (rewritten !== null) return writeHints([rewritten])
  if (isMapping(value) && isEntryAt(spot, value)) return ['it is a list: put `- ` before the entry, or `[ ]` around it']
  return [...(value === null ? noneHints(spot) : []), ...writeHints(formsAt(spot))]
}

/** Where a list may have no entries, or a section no records. */
function noneHints(spot: SchemaPlace): string[] {
  if (fitsAt(spot, [])) return ['write `[]` for none']
  return isSection(spot) ? ['write `{}` for none'] : []
}

/** For a word that is not known: the nearest, or all of them; and a list with it where a list may stand. */
export function wordHints(spot: SchemaPlace, word: string, known: readonly string[]): string[] {
  const hints = didYouMean(word, known)
  const isNear = hints.some(each => each.startsWith('did you mean'))
  const listed = isNear ? null : rewrittenAt(spot, word)
  return [...hints, ...writeHints(listed === null ? [] : [listed])]
}

/** For a key that may not stand at a place: where it belongs, or the nearest that may. */
export function keyHints(spot: SchemaPlace, key: string): string[] {
  const belongs = placeHints(spot, key)
  if (belongs.length > 0) return belongs
  const hints = didYouMean(key, keysAt(spot.schema, spot.path, spot.value))
  const [, meant] = /^did you mean `(.*)`\?$/.exec(hints[0] ?? '') ?? []
  const bare = valueAt(spot.value, ...spot.path, key)
  const rewritten = meant === undefined ? null : rewrittenAt({ ...spot, path: [...spot.path, meant] }, bare ?? null)
  return rewritten === null ? hints : [`did you mean \`${meant}: ${rewritten}\`?`]
}

/** Where else the schema has a key: in the fields beside it, or in another of the forms that may stand here. */
function placeHints({ schema, path, value }: SchemaPlace, key: string): string[] {
  const open = schemasAt(schema, path, value)
  const beside = keysAt(schema, path, value)
  const bare = valueAt(value, ...path, key)
  const entries = beside.filter(each => keysAt(schema, [...path, each, 0], value).includes(key))
  const around = beside.filter(each => keysAt(schema, [...path, each], value).includes(key))
  const others = schemasAt(schema, path).filter(each => !open.includes(each))
  const words = others.flatMap(each => (each instanceof z.ZodObject && key in each.shape ? wordsOf(each) : []))
  if (entries.length > 0) return [`it belongs to each entry of ${entries.map(each => `\`${each}\``).join(' and ')}`]
  return [
    ...around.map(each => `it belongs in \`${each}: { ${key}: ${typeof bare === 'string' ? flow(bare) : '…'} }\``),
    ...words.map(each => `it goes with \`${each}\``)
  ]
}

/** The words by which one form is told from the others: `status: known`. */
function wordsOf({ shape }: z.ZodObject): string[] {
  return Object.entries(shape).flatMap(([key, field]) =>
    field instanceof z.ZodLiteral ? [...field.values].map(each => `${key}: ${String(each)}`) : []
  )
}
