/** A value of a record → how a message quotes it: short, on one line, and harmless on a terminal. */
import { codeName } from '../../languages/characters.ts'
import type { Json } from '../../value.ts'

const LONGEST = 60

/** A text in backticks (cut at 60 characters, what cannot be seen as `U+…`); of a list or mapping only what it is. */
export function quoted(value: Json): string {
  if (value === null) return '`null`'
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a mapping'
  const text = [...String(value)]
  const shown = text.slice(0, LONGEST).map(visible).join('')
  return `\`${shown}${text.length > LONGEST ? '…' : ''}\``
}

function visible(character: string): string {
  if (!/[\p{C}\u2028\u2029`]/u.test(character)) return character
  return codeName(character.codePointAt(0) ?? 0)
}

/** The hint where a number or a truth value stands between quotation marks. */
export function withoutMarks(value: Json): string {
  return `quotation marks make a text of it: write ${quoted(value)}`
}
