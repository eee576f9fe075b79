/** An include and where it stands in; the text that it names checked once for each type of what it is given, out. */
import { didYouMean } from '../diagnostic.ts'
import type { Call, Include } from '../template/syntax.ts'
import type { TemplateFile } from '../template/template-file.ts'
import { type Environment, narrow, type Ref, typeAt, type Value } from './environment.ts'
import { checkArguments, evaluate, kept } from './expressions.ts'
import { isGiven, isOneOf } from './refine.ts'
import {
  type CallOutcome,
  type FileFrame,
  FRAME_STEPS,
  isSpent,
  knowing,
  meet,
  type Reach,
  report,
  type Site,
  said,
  type Walk
} from './site.ts'
import { type Atom, atomsOf, type Types } from './type.ts'

/** Walks what an include names. */
export function walkInclude(site: Site, include: Include, walk: Walk): CallOutcome {
  const base = include.context ? evaluate(site, include.context) : null
  const fields = include.fields.map(({ name, value }) => ({ name, value: evaluate(site, value) }))
  const given = contextOf(site, base, fields)
  if (sizeOf(given.ref) > MOST_HANDED) return tooMuch(site, include)
  const targets =
    typeof include.name === 'string' ? partialNamed(given.site, include.name) : formulasOf(given.site, include.name)
  const blind = [base, ...fields.map(each => each.value)].some(each => each?.type.type === 'unknown')
  const open = { prints: true, fence: site.fence }
  if (blind || targets.length === 0) return open
  const outcomes = targets.map(target => walkGiven({ ref: given.ref, ...target }, include, walk))
  const [first = open, ...rest] = outcomes
  return {
    prints: outcomes.every(each => each.prints),
    fence: rest.reduce((fence, each) => meet(fence, each.fence), first.fence)
  }
}

interface Given {
  readonly site: Site
  readonly ref: Ref
}

/** The context of the text, widened by what it is given by name. */
function contextOf(
  site: Site,
  base: Value | null,
  fields: readonly { readonly name: string; readonly value: Value }[]
): Given {
  let here: Given = base ? kept(site, base) : { site, ref: site.context }
  if (fields.length === 0) return here
  const refs = new Map<string, Ref>()
  const context = here.ref
  for (const { name, value } of fields) {
    here = kept(here.site, value)
    refs.set(name, here.ref)
  }
  return { site: here.site, ref: widened(context, refs) }
}

/** A context that was widened before is widened once for both. */
function widened(base: Ref, fields: ReadonlyMap<string, Ref>): Ref {
  if (base.type === 'place') return { type: 'widened', base, fields }
  return { type: 'widened', base: base.base, fields: new Map([...base.fields, ...fields]) }
}

/** The most values that a text may be handed, each with what it was handed itself: contexts in contexts grow without end. */
const MOST_HANDED = 500

/** How many values there are in a context, counted no further than is needed. */
function sizeOf(ref: Ref, before = 0): number {
  let size = before + 1
  if (ref.type === 'place') return size
  for (const each of [ref.base, ...ref.fields.values()]) {
    if (size > MOST_HANDED) return size
    size = sizeOf(each, size)
  }
  return size
}

function tooMuch(site: Site, include: Include): CallOutcome {
  const message = `more than ${MOST_HANDED} values are passed on here, with everything that they contain`
  const hints = ['pass on what is needed, not the whole context']
  report(site, { rule: 'template/budget', message, span: include.at, hints })
  return { prints: true, fence: site.fence }
}

/** A text that an include may name, and what is known of the dossier where it does. */
interface Target {
  readonly file: TemplateFile
  readonly site: Site
}

function partialNamed(site: Site, name: string): readonly Target[] {
  const file = site.check.partials.get(name)
  return file ? [{ file, site }] : []
}

/** Every formula that the key can choose; a word without one is told. */
function formulasOf(site: Site, call: Call): readonly Target[] {
  const [, key] = checkArguments(site, call)
  const [literal] = call.args
  const group = literal?.type === 'literal' ? String(literal.value) : ''
  const texts = site.check.entries.get(group)
  if (!key || !texts) return []
  const words = atomsOf(key.type).flatMap(each => wordsOf(site, call, each, texts))
  const lacking = words.filter(word => !texts.has(word))
  // one that is written out was looked for when the template was opened
  if (lacking.length > 0 && call.args[1]?.type !== 'literal')
    reportLacking(site, { call, group, lacking, known: [...texts.keys()] })
  return words.flatMap(word => {
    site.check.reached.add(`${group}/${word}`)
    const file = site.check.formulas.get(group)?.get(word)
    const { types } = site.check
    const inside = key.ref ? knowing(site, narrow(types, site.environment, key.ref, isOneOf([word]))) : site
    return file ? [{ file, site: inside }] : []
  })
}

/** The words that a key can be. Of a text that can be anything, nobody can say that it has a formula. */
function wordsOf(site: Site, call: Call, each: Atom, texts: ReadonlyMap<string, unknown>): readonly string[] {
  if (each.type === 'words') return each.words
  if (each.type !== 'text' && each.type !== 'code') return []
  const span = call.args[1]?.at ?? call.at
  const message = `\`${said(span)}\` can be any word, so there may be no formula for it`
  report(site, { rule: 'template/unknown-formula', message, span })
  return [...texts.keys()]
}

interface Lacking {
  readonly call: Call
  readonly group: string
  readonly lacking: readonly string[]
  readonly known: readonly string[]
}

function reportLacking(site: Site, { call, group, lacking, known }: Lacking): void {
  const key = call.args[1]
  const wanted = lacking.map(each => `\`${each}\``).join(', ')
  const message = `the group \`${group}\` has no formula for ${wanted}, which \`${said(key?.at ?? call.at)}\` can be here`
  const hints = [
    ...lacking.flatMap(each => (lacking.length === 1 ? didYouMean(each, known) : [])),
    'write the formula, or test first: `{{#if (eq …)}}`'
  ]
  report(site, { rule: 'template/unknown-formula', message, span: call.at, hints })
}

/** Where what a text is given may be null, it is checked without that as well: to tell what it fails for. */
function walkGiven(target: Target & Given, include: Include, walk: Walk): CallOutcome {
  const { site, ref } = target
  const { types } = site.check
  const outcome = walkTarget(target, include, walk)
  if (!include.context || site.environment.dead || !isNullable(types, { environment: site.environment, ref })) {
    return outcome
  }
  walkTarget({ ...target, site: knowing(site, narrow(types, site.environment, ref, isGiven)) }, include, walk)
  return outcome
}

/** Checks a text for what it is given, unless that was done before. */
function walkTarget({ file, site, ref }: Target & Given, include: Include, walk: Walk): CallOutcome {
  const { outcomes, frames } = site.check
  const inner = surroundings(site, ref)
  const key = keyOf(file, site, inner)
  const known = outcomes.get(key)
  if (known) {
    site.frame.inner.add(known.frame)
    return known.outcome ?? endless(site, file, include)
  }
  if (isSpent(site, include.at, FRAME_STEPS)) return { prints: true, fence: site.fence }
  const { environment, ref: context } = inner
  const frame = frameOf(site, file, include, isNullable(site.check.types, inner))
  const checked: { frame: FileFrame; outcome: CallOutcome | null } = { frame, outcome: null }
  frames.push(frame)
  outcomes.set(key, checked)
  checked.outcome = walk({ ...site, frame, environment, context, outer: null, names: null }, file.statements)
  return checked.outcome
}

function frameOf(site: Site, file: TemplateFile, include: Include, maybeNull: boolean): FileFrame {
  const path: Reach[] = [...site.frame.path]
  const frame: FileFrame = { file, path, findings: [], inner: new Set() }
  path.push({ at: include.at, given: include.context?.at ?? null, frame, maybeNull })
  site.frame.inner.add(frame)
  return frame
}

function isNullable(types: Types, { environment, ref }: Surroundings): boolean {
  const atoms = atomsOf(typeAt(types, environment, ref))
  return atoms.length > 1 && atoms.some(each => each.type === 'null')
}

/** With the same values it asks the same questions and comes to itself again. */
function endless(site: Site, file: TemplateFile, include: Include): CallOutcome {
  const message = `\`${file.title}\` includes itself with the same values, and never ends`
  const hints = ['it needs an `{{#if}}` that holds only while there is more to print']
  report(site, { rule: 'template/budget', message, span: include.at, hints })
  return { prints: true, fence: site.fence }
}

interface Surroundings {
  readonly environment: Environment
  readonly ref: Ref
}

/** What a text sees: the dossier, and the variables that its context leads to, numbered in the order in which it does. */
function surroundings({ environment }: Site, ref: Ref): Surroundings {
  const numbers = new Map<number, number>([[0, 0]])
  const moved = renumbered(ref, numbers)
  const variables = [...numbers.keys()].map(number => environment.variables[number]).filter(each => each !== undefined)
  return { environment: { ...environment, variables }, ref: moved }
}

function renumbered(ref: Ref, numbers: Map<number, number>): Ref {
  if (ref.type === 'place') {
    const number = numbers.get(ref.variable) ?? numbers.size
    numbers.set(ref.variable, number)
    return { ...ref, variable: number }
  }
  const base = renumbered(ref.base, numbers)
  const fields = [...ref.fields].map(([name, each]) => [name, renumbered(each, numbers)] as const)
  return { type: 'widened', base, fields: new Map(fields) }
}

/** Equal for equal questions. */
function keyOf(file: TemplateFile, site: Site, { environment, ref }: Surroundings): string {
  const { variables, dead, granted } = environment
  const types = variables.map(({ type, restricted }) => `${type.id}${restricted ? '!' : ''}`).join()
  return [file.title, refKey(ref), types, dead, granted.join(), site.fence, site.loops].join('|')
}

function refKey(ref: Ref): string {
  if (ref.type === 'place') return `${ref.variable}/${ref.steps.join('/')}`
  return `(${refKey(ref.base)} ${[...ref.fields].map(([name, each]) => `${name}=${refKey(each)}`).join(' ')})`
}
