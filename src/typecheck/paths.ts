/** A path and where it stands in; what it leads to out, or a finding with the nearest name there is. */
import { above, listHints, nameHints, nameIn, noLoop } from '../template/scope.ts'
import { type Path, writtenBefore } from '../template/syntax.ts'
import { type Ref, ROOT, stepInto, typeAt, type Value } from './environment.ts'
import { nounOf, report, type Site } from './site.ts'
import { atomsOf, booleanType, either, type Type, unknown, wholeNumber } from './type.ts'

/** What stands in the way of a path: how many of its steps were left, and what was there. */
interface Obstacle {
  readonly left: number
  readonly type: Type
  readonly wrong: 'null' | 'missing'
}

interface Followed {
  readonly ref: Ref
  readonly restricted: boolean
  readonly obstacles: readonly Obstacle[]
}

/** The value that a path leads to; what it must not lead to is told. */
export function pathValue(site: Site, path: Path): Value {
  const [first = ''] = path.steps
  if (path.data && first !== 'root') return loopValue(site, path, first)
  const { from, steps } = startOf(site, path)
  const { ref, restricted, obstacles } = follow(site, from, steps)
  if (restricted) refuseRestricted(site, path)
  for (const each of obstacles) reportObstacle(site, path, each)
  if (isMissing(obstacles)) return unknownValue(site)
  return { type: typeAt(site.check.types, site.environment, ref), ref, restricted }
}

function unknownValue({ check }: Site): Value {
  return { type: unknown(check.types), ref: null, restricted: false }
}

/** Where a path leads, silently; null when it leads nowhere. */
export function refOf(site: Site, path: Path): Ref | null {
  if (path.data && path.steps[0] !== 'root') return null
  const { from, steps } = startOf(site, path)
  const { ref, obstacles } = follow(site, from, steps)
  return isMissing(obstacles) ? null : ref
}

function isMissing(obstacles: readonly Obstacle[]): boolean {
  return obstacles.some(each => each.wrong === 'missing')
}

function startOf(site: Site, path: Path): { readonly from: Ref; readonly steps: readonly string[] } {
  const [first = '', ...rest] = path.steps
  if (path.data) return { from: ROOT, steps: rest }
  const named = path.scoped ? null : nameIn(site.names, first)
  if (named) return { from: named, steps: rest }
  const around = above(site, path.up)
  if (!around) throw new Error(`${path.original} passed the checks and leads out of its template`)
  return { from: around.context, steps: path.steps }
}

/** Goes on behind what may be `null`, and no further than what is not there. */
function follow(site: Site, from: Ref, steps: readonly string[]): Followed {
  const { types } = site.check
  const obstacles: Obstacle[] = []
  let ref = from
  let restricted = isRestricted(site, from)
  for (const [index, step] of steps.entries()) {
    const given = fieldGiven(ref, step)
    if (given) restricted ||= isRestricted(site, given)
    else {
      const type = typeAt(types, site.environment, ref)
      const stepped = stepInto(types, type, step)
      restricted ||= stepped.restricted
      if (stepped.wrong) obstacles.push({ left: steps.length - index, type, wrong: stepped.wrong })
    }
    if (isMissing(obstacles)) break
    ref = given ?? stepOn(ref, step)
  }
  return { ref, restricted, obstacles }
}

/** A value that a partial was given by name. */
function fieldGiven(ref: Ref, step: string): Ref | null {
  return ref.type === 'widened' ? (ref.fields.get(step) ?? fieldGiven(ref.base, step)) : null
}

function stepOn(ref: Ref, step: string): Ref {
  return ref.type === 'widened' ? stepOn(ref.base, step) : { ...ref, steps: [...ref.steps, step] }
}

/** Whether what is kept somewhere was made from what is restricted, or stands in it. */
function isRestricted(site: Site, ref: Ref): boolean {
  if (ref.type === 'widened') return isRestricted(site, ref.base)
  const variable = site.environment.variables[ref.variable]
  if (!variable || variable.restricted) return variable?.restricted ?? false
  let type = variable.type
  return ref.steps.some(step => {
    const stepped = stepInto(site.check.types, type, step)
    type = stepped.type
    return stepped.restricted
  })
}

/**
 * Coordinates stand in an annex made for them, and nowhere else. Such a place is inside `::: annex`, where what
 * stands around it says which annex it is.
 */
function refuseRestricted(site: Site, path: Path): void {
  if (site.fence === 'annex' && site.environment.granted.length > 0) return
  const message = `\`${path.original}\` is restricted and cannot be printed here`
  const hints = ['it is allowed only inside `::: annex`, where `{{#if (eq annex.type "coordinates")}}` holds']
  report(site, { rule: 'template/restricted', message, span: path.at, hints })
}

const LOOP_FLAGS: readonly string[] = ['first', 'last']

function loopValue(site: Site, path: Path, name: string): Value {
  const { types } = site.check
  if (site.loops <= path.up) {
    report(site, noLoop(path))
    return unknownValue(site)
  }
  const type = LOOP_FLAGS.includes(name) ? booleanType(types) : wholeNumber(types)
  const left = path.steps.length - 1
  if (left === 0) return { type, ref: null, restricted: false }
  reportObstacle(site, path, { left, type, wrong: 'missing' })
  return unknownValue(site)
}

function reportObstacle(site: Site, path: Path, obstacle: Obstacle): void {
  const { original, steps, at: span } = path
  if (obstacle.wrong === 'missing') {
    const { what, hints } = missing(site, path, obstacle)
    report(site, { rule: 'template/unknown-field', message: `${what} (\`${original}\`)`, span, hints })
  } else {
    const step = steps.at(-obstacle.left) ?? ''
    const message = `\`${original}\` cannot be looked up: what should have \`${step}\` may be \`null\` here`
    const hints = [`guard it: \`{{#if ${writtenBefore(path, obstacle.left) ?? '…'}}}\``]
    report(site, { rule: 'template/null', message, span, hints })
  }
}

interface Missing {
  readonly what: string
  readonly hints: readonly string[]
}

function missing({ check, names }: Site, path: Path, { left, type }: Obstacle): Missing {
  const step = path.steps.at(-left) ?? ''
  const atoms = atomsOf(type).filter(each => each.type !== 'null')
  const list = atoms.find(each => each.type === 'list')
  if (list) return { what: `a list has no \`${step}\``, hints: listHints(step, placeHints(step, list.least)) }
  if (atoms.some(each => each.type === 'record')) {
    return { what: `not every name has a \`${step}\` form`, hints: ['print a name with `{{name …}}`'] }
  }
  const fields = atoms.flatMap(each => (each.type === 'object' ? [...each.fields.keys()] : []))
  const hints = nameHints(path, left, fields, names)
  if (fields.length > 0) return { what: `there is no field \`${step}\``, hints }
  const before = writtenBefore(path, left)
  const what = `${nounOf(either(check.types, atoms))} has no fields`
  return { what, hints: before === null ? hints : [`write \`${before}\``] }
}

function placeHints(step: string, least: number): readonly string[] {
  return [
    least === 0 ? 'it may be empty' : `it certainly has ${least}, counted from 0`,
    `test first: \`{{#if (gt (length LIST) ${step})}}\``
  ]
}
