/** A path and where it stands in; what it leads to out, or a finding with the nearest name there is. */
import { didYouMean } from '../diagnostic.ts'
import { signatureOf, usageOf } from '../template/signatures.ts'
import { type Path, writtenBefore } from '../template/syntax.ts'
import { type Ref, ROOT, stepInto, typeAt, type Value } from './environment.ts'
import { booleanType } from './from-data.ts'
import { nameIn, namesOf, nounOf, report, type Site } from './site.ts'
import { atom, atomsOf, either, type Type } from './type.ts'

/** What stands in the way of a path: at which step, and what was there. */
interface Obstacle {
  readonly index: number
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
  for (const obstacle of obstacles) reportObstacle(site, { path, steps, obstacle })
  if (isMissing(obstacles)) return unknown(site)
  return { type: typeAt(site.check.types, site.environment, ref), ref, restricted }
}

function unknown({ check }: Site): Value {
  return { type: atom(check.types, { type: 'unknown' }), ref: null, restricted: false }
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
  const named = path.scoped ? null : nameIn(site, first)
  if (named) return { from: named, steps: rest }
  let above: Site | null = site
  for (let level = 0; level < path.up && above; level++) above = above.outer
  if (!above) throw new Error(`${path.original} passed the checks and leads out of its template`)
  return { from: above.context, steps: path.steps }
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
      if (stepped.wrong) obstacles.push({ index, type, wrong: stepped.wrong })
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
    const message = `there is no \`${path.original}\` here`
    const hints = ['it exists only inside `{{#each …}}` or `{{#list …}}`']
    report(site, { rule: 'template/unknown-field', message, span: path.at, hints })
    return unknown(site)
  }
  const number = atom(types, { type: 'number', whole: true, value: null, written: false })
  const type = LOOP_FLAGS.includes(name) ? booleanType(types) : number
  const [, step] = path.steps
  if (step === undefined) return { type, ref: null, restricted: false }
  reportObstacle(site, { path, steps: path.steps, obstacle: { index: 1, type, wrong: 'missing' } })
  return unknown(site)
}

interface Blocked {
  readonly path: Path
  readonly steps: readonly string[]
  readonly obstacle: Obstacle
}

function reportObstacle(site: Site, blocked: Blocked): void {
  const { path, steps, obstacle } = blocked
  const step = steps[obstacle.index] ?? ''
  const where = { span: path.at }
  if (obstacle.wrong === 'null') {
    const message = `\`${path.original}\` cannot be looked up: what should have \`${step}\` may be \`null\` here`
    const hints = [guardHint(blocked)]
    report(site, { ...where, rule: 'template/null', message, hints })
  } else report(site, { ...where, rule: 'template/unknown-field', ...missing(site, blocked, step) })
}

function guardHint({ path, steps, obstacle }: Blocked): string {
  return `guard it: \`{{#if ${writtenBefore(path, steps.length - obstacle.index) ?? '…'}}}\``
}

function missing(site: Site, blocked: Blocked, step: string): { message: string; hints: readonly string[] } {
  const { path, steps, obstacle } = blocked
  const atoms = atomsOf(obstacle.type).filter(each => each.type !== 'null')
  const list = atoms.find(each => each.type === 'list')
  if (list) return { message: `a list has no \`${step}\` (\`${path.original}\`)`, hints: listHints(step, list.least) }
  const fields = atoms.flatMap(each => (each.type === 'object' ? [...each.fields.keys()] : []))
  if (atoms.some(each => each.type === 'record')) {
    const message = `not every name has a \`${step}\` form (\`${path.original}\`)`
    return { message, hints: ['print a name with `{{name …}}`'] }
  }
  if (fields.length === 0) {
    const noun = nounOf(either(site.check.types, atoms))
    const before = writtenBefore(path, steps.length - obstacle.index)
    const hints = before === null ? nameHints(site, blocked, step, []) : [`write \`${before}\``]
    return { message: `${noun} has no fields (\`${path.original}\`)`, hints }
  }
  const message = `there is no field \`${step}\` (\`${path.original}\`)`
  return { message, hints: nameHints(site, blocked, step, fields) }
}

/** A first name may be that of a block parameter; a bare name is always a field, so a helper without arguments ends here. */
function nameHints(site: Site, { path, steps, obstacle }: Blocked, step: string, fields: readonly string[]): string[] {
  const isFirst = steps.length - obstacle.index === path.steps.length && !path.scoped && !path.data
  const signature = isFirst ? signatureOf(step) : null
  const usage = signature ? [`the helper: \`${usageOf(step, signature)}\``] : []
  return [...didYouMean(step, [...fields, ...(isFirst ? namesOf(site) : [])]), ...usage]
}

function listHints(step: string, least: number): string[] {
  if (step === 'length') return ['write `(length LIST)`']
  if (!/^\d+$/.test(step)) return ['go through it with `{{#each …}}`']
  return [
    least === 0 ? 'it may be empty' : `it certainly has ${least}, counted from 0`,
    `test first: \`{{#if (gt (length LIST) ${step})}}\``
  ]
}
