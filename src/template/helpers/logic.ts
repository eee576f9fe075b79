/** Helpers that compare and choose: cells in, true, false, a number or a shorter list out. */
import { didYouMean } from '../../diagnostic.ts'
import type { TemplateValue, ValueFault } from '../cell.ts'
import { bareOf, fieldOf, fieldsOf, holds, itemsOf, made, placed, pointersOf } from '../cell.ts'
import { nounOf } from '../shapes.ts'
import { argument, checked, type Helper, type Invocation, isNumber, isText, refusal } from './helper.ts'

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

const greater = (a: TemplateValue, b: TemplateValue): boolean => checked(a, isNumber) > checked(b, isNumber)

export const gt: Helper = args => verdict(greater(argument(args, 0), argument(args, 1)), args)
export const lt: Helper = args => verdict(greater(argument(args, 1), argument(args, 0)), args)
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

/** The items that pass, up to so many: every item before them has been looked at, and the first fault comes out. */
function passing(
  list: TemplateValue,
  most: number,
  passes: (item: TemplateValue) => boolean | ValueFault
): readonly TemplateValue[] | ValueFault {
  const chosen: TemplateValue[] = []
  for (const item of itemsOf(list) ?? []) {
    const passed = passes(item)
    if (typeof passed !== 'boolean') return passed
    if (passed && chosen.push(item) === most) break
  }
  return chosen
}

export const has: Helper = (args, call) => {
  const [list, code] = [argument(args, 0), argument(args, 1)]
  const found = passing(list, 1, item => equal(item, code, call))
  if ('type' in found) return found
  return found[0] ? verdict(true, [found[0], code]) : verdict(false, args)
}

/** Whether the key of an item is the code, or holds where there is no code. */
const keyed =
  (args: readonly TemplateValue[], call: Invocation) =>
  (item: TemplateValue): boolean | ValueFault => {
    const code = args[2]
    const field = keyOf(item, checked(argument(args, 1), isText), call)
    if (field.type === 'fault') return field
    return code ? equal(field, code, call) : holds(field)
  }

export const some: Helper = (args, call) => {
  const found = passing(argument(args, 0), 1, keyed(args, call))
  return 'type' in found ? found : verdict(found.length > 0, args)
}

export const only: Helper = (args, call) => {
  const list = argument(args, 0)
  const items = passing(list, Infinity, keyed(args, call))
  return 'type' in items ? items : { type: 'chosen', items, from: pointersOf(list) }
}

function keyOf(item: TemplateValue, key: string, call: Invocation): TemplateValue {
  const field = key.split('.').reduce<TemplateValue | null>((at, step) => at && fieldOf(at, step), item)
  if (field !== null) return field
  const message = `the items of this list have no field \`${key}\``
  const hints = didYouMean(key, fieldsOf(item))
  return refusal(call, { rule: 'template/unknown-field', message, hints, ...placed(pointersOf(item)) })
}
