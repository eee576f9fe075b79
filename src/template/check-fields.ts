/** A template with all that it can reach in; the values that it gives by name and that nobody there asks for out. */
import { type Diagnostic, didYouMean, error } from '../diagnostic.ts'
import type { Call, Expression, Include, TemplateStatement } from './syntax.ts'
import { includesIn, type Template, type TemplateFile, targetsOf } from './template-file.ts'

type Reachable = Pick<Template, 'partials' | 'formulas'>

/** What a text asks its context for, itself and through the partials that it hands its context on to. */
interface Uses {
  readonly names: Set<string>
  readonly handedTo: Include[]
  /** It hands its context to a helper or enters it again: any name may be asked for. */
  any: boolean
}

/** How many contexts a text has entered, and the block parameters that hide names of the context. */
interface Place {
  readonly depth: number
  readonly hidden: readonly string[]
}

/**
 *   {{> insert plac="damage"}}
 *              ^
 * A partial that does not get what it asks for finds it in its context or nowhere, so a slip here would be silent.
 */
export function checkFields(files: Iterable<TemplateFile>, reachable: Reachable): Diagnostic[] {
  return [...files].flatMap(file => includesIn(file.statements).flatMap(each => unusedIn(each, reachable)))
}

function unusedIn(include: Include, reachable: Reachable): Diagnostic[] {
  if (include.fields.length === 0) return []
  const uses = usesOf(include, reachable)
  if (uses === null) return []
  const called = typeof include.name === 'string' ? `the partial \`${include.name}\`` : 'this formula'
  return include.fields
    .filter(field => !uses.has(field.name))
    .map(({ name, at }) => {
      const message = `${called} does not ask for \`${name}\``
      return error({ rule: 'template/unknown-field', message, span: at, hints: didYouMean(name, uses) })
    })
}

/** The names that the texts of an include ask their context for; null where that cannot be said, or one is not there. */
function usesOf(include: Include, reachable: Reachable): ReadonlySet<string> | null {
  const uses: Uses = { names: new Set(), handedTo: [include], any: false }
  const seen = new Set<TemplateFile>()
  // a text hands its context on while the list is gone through
  for (const each of uses.handedTo) {
    for (const file of targetsOf(each, reachable)) {
      if (!file) return null
      if (seen.has(file)) continue
      seen.add(file)
      lookThrough(file.statements, { depth: 0, hidden: [] }, uses)
    }
    if (uses.any) return null
  }
  return uses.names
}

function lookThrough(body: readonly TemplateStatement[], place: Place, uses: Uses): void {
  for (const each of body) {
    if (each.type === 'print') lookAt(each.value, place, uses)
    else if (each.type === 'include') lookAtInclude(each, place, uses)
    else if (each.type === 'block') {
      const { call, params, inverse } = each
      for (const argument of call.args) {
        // to go through a context that is a list asks for none of its names
        if (call.name === 'with' || !isContext(argument, place)) lookAt(argument, place, uses)
      }
      for (const option of call.options) lookAt(option.value, place, uses)
      const entered = ENTERING.includes(call.name) ? 1 : 0
      lookThrough(each.body, { depth: place.depth + entered, hidden: [...place.hidden, ...params] }, uses)
      lookThrough(inverse ?? [], place, uses)
    }
  }
}

const ENTERING = ['with', 'each', 'list']

function lookAtInclude(include: Include, place: Place, uses: Uses): void {
  const { name, context, fields } = include
  for (const each of fields) lookAt(each.value, place, uses)
  if (typeof name !== 'string') for (const each of name.args) lookAt(each, place, uses)
  if (context === null ? place.depth === 0 : isContext(context, place)) uses.handedTo.push(include)
  else if (context) lookAt(context, place, uses)
}

function lookAt(value: Expression, place: Place, uses: Uses): void {
  if (value.type === 'call') for (const each of argumentsOf(value)) lookAt(each, place, uses)
  if (value.type !== 'path' || value.data || value.up !== place.depth) return
  const [name] = value.steps
  if (name === undefined) uses.any = true
  else if (value.scoped || !place.hidden.includes(name)) uses.names.add(name)
}

function argumentsOf({ args, options }: Call): readonly Expression[] {
  return [...args, ...options.map(each => each.value)]
}

/** True for `this` and its like, where that is the context of the text itself. */
function isContext(value: Expression, { depth }: Place): boolean {
  return value.type === 'path' && !value.data && value.up === depth && value.steps.length === 0
}
