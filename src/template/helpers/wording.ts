/** A wording that leaves something open in; its parts, with the names in the cases that it asks for, out. */
import { CASES } from '../../languages/language.ts'
import { bareOf, fieldOf, itemsOf, pointersOf, type TemplateValue, type ValueFault, type ValuePart } from '../cell.ts'
import type { Invocation } from './helper.ts'
import { mentionIn, namedCell } from './mention.ts'

/** True for a wording that is held in parts. */
export function isWording(cell: TemplateValue): boolean {
  const kind = fieldOf(cell, 'kind')
  return kind !== null && bareOf(kind) === 'wording'
}

/** Its parts as they are printed; several names in one slot are joined as a list. */
export function wordingParts(cell: TemplateValue, call: Invocation): TemplateValue {
  const parts: ValuePart[] = []
  for (const part of listOf(cell, 'parts')) {
    const text = bareOf(part)
    if (typeof text === 'string') parts.push({ type: 'value', text, from: pointersOf(cell) })
    else {
      const open = openParts(cell, part, call)
      if (!Array.isArray(open)) return open
      parts.push(...open)
    }
  }
  return { type: 'printed', parts }
}

/** The names in a slot, joined. */
function openParts(cell: TemplateValue, slot: TemplateValue, call: Invocation): ValuePart[] | ValueFault {
  const names = listOf(slot, 'names')
  const asked = fieldOf(slot, 'case')
  const inCase = CASES.find(each => asked !== null && each === bareOf(asked)) ?? null
  const parts: ValuePart[] = []
  for (const [index, name] of names.entries()) {
    const text = call.language.say.separator({ word: 'and', separator: 'comma' }, index, names.length)
    if (text !== '') parts.push({ type: 'value', text, from: pointersOf(cell) })
    const named = mentionIn(namedCell(name), 'auto', inCase, call)
    if (named.type === 'fault') return named
    parts.push(named)
  }
  return parts
}

function listOf(cell: TemplateValue, key: string): readonly TemplateValue[] {
  const field = fieldOf(cell, key)
  return (field && itemsOf(field)) ?? []
}
