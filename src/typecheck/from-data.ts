/** The dossier's type as `record` describes it in; the same as a check of templates reckons with it, promises kept, out. */
import type { DataType } from '../dossier/dossier-type.ts'
import type { Promised, PromisedFact } from '../dossier/promises.ts'
import { type Filter, isNoneOf, isOneOf, refine } from './refine.ts'
import { atom, booleanType, either, mapAtoms, type ObjectType, object, type Type, type Types } from './type.ts'

const NO_ITEMS: ReadonlyMap<number, Type> = new Map()

/** Described types that were taken before: an incident stands in many places. */
type Taken = Map<DataType, Type>

/** Takes a described type. */
export function fromData(types: Types, data: DataType, taken: Taken = new Map()): Type {
  const type = taken.get(data) ?? take(types, data, taken)
  taken.set(data, type)
  return type
}

function take(types: Types, data: DataType, taken: Taken): Type {
  switch (data.type) {
    case 'null':
    case 'text':
    case 'code':
      return atom(types, { type: data.type })
    case 'boolean':
      return booleanType(types)
    case 'number':
      return atom(types, { type: 'number', whole: data.whole, value: null, written: false })
    case 'words': {
      const words = [...data.words].sort()
      return atom(types, { type: 'words', words, of: words, written: null })
    }
    case 'list': {
      const of = fromData(types, data.of, taken)
      return atom(types, { type: 'list', of, least: data.least, most: Infinity, items: NO_ITEMS })
    }
    case 'record':
      return atom(types, { type: 'record', of: fromData(types, data.of, taken) })
    case 'either':
      return either(
        types,
        data.of.map(each => fromData(types, each, taken))
      )
    case 'object':
      return promisedObject(types, data, taken)
  }
}

function promisedObject(types: Types, data: Extract<DataType, { type: 'object' }>, taken: Taken): Type {
  const fields = [...data.fields].map(([name, { type, restricted }]) => {
    return [name, { type: fromData(types, type, taken), restricted }] as const
  })
  const bare = object(types, { type: 'object', kind: data.kind, fields: new Map(fields), implied: [] })
  return data.promised.reduce<Type>((type, each) => promise(types, type, each), bare)
}

/** Splits what a promise is about from the rest of a type, and narrows it by what is promised. */
function promise(types: Types, type: Type, { when, holds }: Promised): Type {
  if (!when) return holds.reduce((left, fact) => keepFact(types, left, fact), type)
  const about = refine(types, type, stepsOf(when), filterOf(when))
  const rest = refineElse(types, type, when)
  return either(types, [holds.reduce((left, fact) => keepFact(types, left, fact), about), rest])
}

/** What a fact does not hold of, also where the way to it ends at a `null`. */
function refineElse(types: Types, type: Type, when: PromisedFact): Type {
  const steps = stepsOf(when)
  const ends = steps.slice(1).map((_, index) => refine(types, type, steps.slice(0, index + 1), isOneOf([null])))
  const other = 'is' in when ? isNoneOf(when.is) : isOneOf(when.isnt)
  return either(types, [...ends, refine(types, type, steps, other)])
}

function keepFact(types: Types, type: Type, fact: PromisedFact): Type {
  const steps = stepsOf(fact)
  const [first, ...rest] = steps
  if (first !== '@root') return refine(types, type, steps, filterOf(fact))
  const words = 'is' in fact ? fact.is : fact.isnt
  const implied = { steps: rest, words, isnt: 'isnt' in fact }
  return mapAtoms(types, type, each => {
    return each.type === 'object'
      ? object(types, { ...each, implied: [...each.implied, implied] } satisfies ObjectType)
      : each
  })
}

function stepsOf({ path }: PromisedFact): readonly string[] {
  return path.split('.')
}

function filterOf(fact: PromisedFact): Filter {
  return 'is' in fact ? isOneOf(fact.is) : isNoneOf(fact.isnt)
}
