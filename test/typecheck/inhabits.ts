/** A type of the check and a value in; whether the value is of that type, with all that the type promises, out. */

import { fieldOf } from '../../src/template/cell.ts'
import type { Implied, Type } from '../../src/typecheck/type.ts'
import type { Json } from '../../src/value.ts'

/** True for a value that is of a type; `root` is the dossier, of which a type can say more. */
export function inhabits(type: Type, value: Json, root: Json): boolean {
  const of = (each: Type, inner: Json): boolean => inhabits(each, inner, root)
  switch (type.type) {
    case 'either':
      return type.of.some(each => of(each, value))
    case 'null':
      return value === null
    case 'text':
      return typeof value === 'string' && value !== ''
    case 'code':
      return typeof value === 'string'
    case 'boolean':
      return value === type.value
    case 'number':
      return typeof value === 'number' && (!type.whole || Number.isSafeInteger(value))
    case 'words':
      return typeof value === 'string' && type.words.includes(value)
    case 'list':
      return (
        Array.isArray(value) &&
        value.length >= type.least &&
        value.length <= type.most &&
        value.every(each => of(type.of, each))
      )
    case 'record':
      return Object.values(value ?? {}).every(each => of(type.of, each))
    case 'object': {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
      const names = [...type.fields].every(([name, field]) => {
        const cell = fieldOf({ type: 'datum', value, pointer: '' }, name)
        return cell?.type === 'datum' && of(field.type, cell.value)
      })
      return names && type.implied.every(fact => isTrue(fact, root))
    }
    case 'unknown':
    case 'printed':
      return false
  }
}

function isTrue({ steps, words, isnt }: Implied, root: Json): boolean {
  const value = steps.reduce<Json>((at, step) => {
    const cell = fieldOf({ type: 'datum', value: at, pointer: '' }, step)
    return cell?.type === 'datum' ? cell.value : null
  }, root)
  const isOne = (value === null || typeof value === 'string') && words.includes(value)
  return isOne !== isnt
}
