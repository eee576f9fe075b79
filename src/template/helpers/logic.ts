/** Helpers that compare and choose: cells in, true, false, a number or a shorter list out. */
import { didYouMean } from '../../diagnostic.ts'
import {
  bareOf,
  fieldOf,
  fieldsOf,
  holds,
  itemsOf,
  made,
  pointersOf,
  type TemplateValue,
  type ValueFault
} from '../cell.ts'
import { nounOf } from '../shapes.ts'
import { argument, type Helper, type Invocation, refusal } from './helper.ts'
import { numberOf, textOf } from './printing.ts'

function verdict(value: boolean | number, args: readonly TemplateValue[]): TemplateValue {
  return made(value, args.flatMap(pointersOf))
}

/** Values of two types are never equal, so comparing them is a slip; `null` may be compared with anything. */
function equal(a: TemplateValue, b: TemplateValue, call: Invocation): boolean | ValueFault {
  const [left, right] = [bareOf(a), bareOf(b)]
  if (left === null || right === null || typeof left === typeof right) return left === right
  const message = `${nounOf(a)} is compared with ${nounOf(b)}, and they are never equal`
  return refusal(call, { rule: 'template/type', message })
}

const compare =
  (wanted: boolean): Helper =>
  (args, call) => {
    const same = equal(argument(args, 0), argument(args, 1), call)
    return typeof same === 'boolean' ? verdict(same === wanted, args) : same
  }

export const eq = compare(true)
export const ne = compare(false)

export const gt: Helper = args => verdict(numberOf(argument(args, 0)) > numberOf(argument(args, 1)), args)
export const lt: Helper = args => verdict(numberOf(argument(args, 0)) < numberOf(argument(args, 1)), args)
export const not: Helper = args => verdict(!holds(argument(args, 0)), args)
export const length: Helper = args => verdict(itemsOf(argument(args, 0))?.length ?? 0, args)

/** Stops at the first argument that decides; a fault before it comes out, one after it is not looked at. */
const inTurn =
  (decides: boolean): Helper =>
  args => {
    for (const [index, each] of args.entries()) {
      if (each.type === 'fault') return each
      if (holds(each) === decides) return verdict(decides, args.slice(0, index + 1))
    }
    return verdict(!decides, args)
  }

export const and = inTurn(false)
export const or = inTurn(true)

export const has: Helper = (args, call) => {
  const [list, code] = [argument(args, 0), argument(args, 1)]
  const items = itemsOf(list) ?? []
  for (const item of items) {
    const same = equal(item, code, call)
    if (typeof same !== 'boolean') return same
    if (same) return verdict(true, [item, code])
  }
  return verdict(false, args)
}

export const some: Helper = (args, call) => {
  const [list, key, code] = [argument(args, 0), textOf(argument(args, 1)), args[2]]
  const found = first(itemsOf(list) ?? [], item => {
    const field = keyOf(item, key, call)
    if (field.type === 'fault') return field
    return code ? equal(field, code, call) : holds(field)
  })
  return typeof found === 'boolean' ? verdict(found, args) : found
}

export const only: Helper = (args, call) => {
  const [list, key, code] = [argument(args, 0), textOf(argument(args, 1)), argument(args, 2)]
  const chosen: TemplateValue[] = []
  for (const item of itemsOf(list) ?? []) {
    const field = keyOf(item, key, call)
    if (field.type === 'fault') return field
    const same = equal(field, code, call)
    if (typeof same !== 'boolean') return same
    if (same) chosen.push(item)
  }
  return { type: 'chosen', items: chosen, from: pointersOf(list) }
}

/** True at the first item that passes; every item before it has been looked at, and the first fault comes out. */
function first(
  items: readonly TemplateValue[],
  passes: (item: TemplateValue) => boolean | ValueFault
): boolean | ValueFault {
  for (const item of items) {
    const passed = passes(item)
    if (passed !== false) return passed
  }
  return false
}

function keyOf(item: TemplateValue, key: string, call: Invocation): TemplateValue {
  const field = key.split('.').reduce<TemplateValue | null>((at, step) => at && fieldOf(at, step), item)
  if (field !== null) return field
  const [pointer] = pointersOf(item)
  const message = `the items of this list have no field \`${key}\``
  const hints = didYouMean(key, fieldsOf(item))
  return refusal(call, {
    rule: 'template/unknown-field',
    message,
    hints,
    ...(pointer === undefined ? {} : { pointer })
  })
}
