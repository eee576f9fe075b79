/** What is known at one place of a template: values by where they are kept, so that one question narrows every way to them. */
import { type Filter, isNoneOf, isOneOf, placeIn, refine } from './refine.ts'
import {
  type AtomOf,
  atomsOf,
  either,
  type Implied,
  isNever,
  mapAtoms,
  type ObjectField,
  object,
  type Type,
  type Types,
  unknown
} from './type.ts'

/**
 * Where a value is kept: a way into a variable, or a context that a partial was given more values with. `recall.first`,
 * `this.first` inside `{{#with recall}}` and `@root.recall.first` are one place.
 */
export type Ref =
  | { readonly type: 'place'; readonly variable: number; readonly steps: readonly string[] }
  | { readonly type: 'widened'; readonly base: Ref; readonly fields: ReadonlyMap<string, Ref> }

/** A value that nothing else holds: the dossier (the first), an item of a loop, what a helper made. */
export interface Variable {
  readonly type: Type
  /** Was made from what is restricted. */
  readonly restricted: boolean
}

export interface Environment {
  readonly variables: readonly Variable[]
  /** No dossier leads here: what is `null` or empty here is no matter. */
  readonly dead: boolean
  /** The restricted fields of the dossier that what stands here is about, each as a path. */
  readonly granted: readonly string[]
}

export const ROOT: Ref = { type: 'place', variable: 0, steps: [] }

/** A value as an expression gives it. */
export interface Value {
  readonly type: Type
  /** Where it is kept; null for what is nowhere but here. */
  readonly ref: Ref | null
  readonly restricted: boolean
}

/** The type of what is kept somewhere. */
export function typeAt(types: Types, environment: Environment, ref: Ref): Type {
  if (ref.type === 'widened') return widenedType(types, environment, ref)
  const start = environment.variables[ref.variable]
  if (!start) throw new Error(`there is no variable ${ref.variable}`)
  return ref.steps.reduce((type, step) => stepInto(types, type, step).type, start.type)
}

function widenedType(types: Types, environment: Environment, ref: Extract<Ref, { type: 'widened' }>): Type {
  const added = [...ref.fields].map(([name, each]): [string, ObjectField] => {
    return [name, { type: typeAt(types, environment, each), restricted: false }]
  })
  return mapAtoms(types, typeAt(types, environment, ref.base), each => {
    return each.type === 'object' ? object(types, { ...each, fields: new Map([...each.fields, ...added]) }) : each
  })
}

/** What a step leads to: what can be there, and what stands in the way. */
export interface PathStep {
  readonly type: Type
  readonly restricted: boolean
  readonly wrong: 'null' | 'missing' | null
}

/** One step of a path into a type. */
export function stepInto(types: Types, type: Type, step: string): PathStep {
  const found: Type[] = []
  let restricted = false
  let wrong: PathStep['wrong'] = null
  for (const each of atomsOf(type)) {
    const field = each.type === 'object' ? each.fields.get(step) : undefined
    const item = each.type === 'list' ? itemAt(each, placeIn(step)) : null
    if (field) restricted ||= field.restricted
    if (field) found.push(field.type)
    else if (item) found.push(item)
    else if (each.type === 'unknown') found.push(each)
    else if (each.type !== 'null') wrong = 'missing'
    else wrong ??= 'null'
  }
  return { type: found.length > 0 ? either(types, found) : unknown(types), restricted, wrong }
}

function itemAt(list: AtomOf<'list'>, at: number | null): Type | null {
  return at !== null && at < list.least ? (list.items.get(at) ?? list.of) : null
}

/** The same surroundings with one variable more, and where it is. */
export function withVariable(
  types: Types,
  environment: Environment,
  variable: Variable
): { readonly environment: Environment; readonly ref: Ref } {
  const { variables } = environment
  const ref: Ref = { type: 'place', variable: variables.length, steps: [] }
  return { environment: imply(types, { ...environment, variables: [...variables, variable] }, variables.length), ref }
}

/** What is known once a question about a value has been answered; where the answer cannot be, no dossier leads on. */
export function narrow(types: Types, environment: Environment, ref: Ref, filter: Filter): Environment {
  if (ref.type === 'widened') return narrow(types, environment, ref.base, filter)
  const variable = environment.variables[ref.variable]
  if (!variable) throw new Error(`there is no variable ${ref.variable}`)
  const type = refine(types, variable.type, ref.steps, filter)
  if (isNever(type)) return { ...environment, dead: true }
  if (type === variable.type) return environment
  const variables = environment.variables.with(ref.variable, { ...variable, type })
  return imply(types, { ...environment, variables }, ref.variable)
}

/** An annex of coordinates stands in a dossier that has positions: what a variable says of the dossier is known as well. */
function imply(types: Types, environment: Environment, index: number): Environment {
  const told = impliedBy(environment.variables[index]?.type)
  return told.reduce((left, fact) => {
    const filter = fact.isnt ? isNoneOf(fact.words) : isOneOf(fact.words)
    const narrowed = narrow(types, left, { type: 'place', variable: 0, steps: fact.steps }, filter)
    return grant(types, narrowed, fact)
  }, environment)
}

function impliedBy(type: Type | undefined): readonly Implied[] {
  const [first, ...rest] = type ? atomsOf(type) : []
  if (first?.type !== 'object') return []
  return first.implied.filter(fact =>
    rest.every(
      each =>
        each.type === 'object' &&
        each.implied.some(one => one.steps.join() === fact.steps.join() && one.isnt === fact.isnt)
    )
  )
}

function grant(types: Types, environment: Environment, { steps }: Implied): Environment {
  const root = environment.variables[0]?.type
  const [first = ''] = steps
  const path = steps.join('.')
  if (!root || !stepInto(types, root, first).restricted || environment.granted.includes(path)) return environment
  return { ...environment, granted: [...environment.granted, path].sort() }
}

/** What is known where several ways meet. */
export function join(types: Types, ways: readonly Environment[]): Environment {
  const live = ways.filter(each => !each.dead)
  const [first, ...rest] = live.length > 0 ? live : ways
  if (!first) throw new Error('no way leads here')
  if (live.length === 0) return first
  const variables = first.variables.map((variable, index) => {
    const others = rest.flatMap(each => each.variables[index]?.type ?? [])
    return others.every(each => each === variable.type)
      ? variable
      : { ...variable, type: either(types, [variable.type, ...others]) }
  })
  return {
    variables,
    dead: false,
    granted: first.granted.filter(path => rest.every(each => each.granted.includes(path)))
  }
}
