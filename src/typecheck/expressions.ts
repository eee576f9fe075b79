/** An expression and where it stands in; what it can be out, and a finding for whatever could go wrong with it or its printing. */
import { didYouMean } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { type ArgumentShape, SHAPES } from '../template/shapes.ts'
import { type Parameter, signatureOf, usageOf } from '../template/signatures.ts'
import type { Call, Expression, Literal, Print } from '../template/syntax.ts'
import { given } from './conditions.ts'
import { stepInto, type Value, withVariable } from './environment.ts'
import { pathValue } from './paths.ts'
import { resultOf } from './results.ts'
import { knowing, nounOf, report, type Site, said } from './site.ts'
import { type Atom, atom, atomsOf, either, type Type, type Types } from './type.ts'

/** What an expression can be. */
export function evaluate(site: Site, expression: Expression): Value {
  switch (expression.type) {
    case 'path':
      return pathValue(site, expression)
    case 'literal':
      return { type: literalType(site.check.types, expression), ref: null, restricted: false }
    case 'call':
      return evaluateCall(site, expression)
  }
}

/** What a template writes out: known to the letter, and nothing that a record says. */
function literalType(types: Types, { value, inner }: Literal): Atom {
  if (value === null) return atom(types, { type: 'null' })
  if (typeof value === 'boolean') return atom(types, { type: 'boolean', value, written: true })
  if (typeof value === 'number') {
    return atom(types, { type: 'number', whole: Number.isSafeInteger(value), value, written: true })
  }
  return atom(types, { type: 'words', words: [value], of: [value], written: inner ? 'plain' : 'escaped' })
}

/** A call: its arguments held against its signature, and what the helper gives. */
function evaluateCall(site: Site, call: Call): Value {
  const args = checkArguments(site, call)
  const restricted = args.some(each => each.restricted)
  const type = resultOf(site, call, args)
  return { type, ref: null, restricted }
}

/** The values of the arguments of a call; what does not fit is told. */
export function checkArguments(site: Site, call: Call): readonly Value[] {
  const signature = signatureOf(call.name)
  if (!signature) throw new Error(`${call.name} passed the checks and is no helper`)
  const args = signature.inTurn ? inTurn(site, call) : call.args.map(each => evaluate(site, each))
  for (const [index, value] of args.entries()) {
    const parameter = signature.parameters[signature.repeats ? 0 : index]
    if (parameter) checkFit(site, call, parameter, value, call.args[index]?.at ?? call.at)
  }
  checkOptions(site, call)
  return args
}

/** What stands after an argument of `and` or `or` is looked at only where that one has not decided. */
function inTurn(site: Site, call: Call): readonly Value[] {
  const values: Value[] = []
  let here = site
  for (const each of call.args) {
    values.push(evaluate(here, each))
    here = knowing(here, given(here, each, call.name === 'and'))
  }
  return values
}

/** Named arguments: each can be nothing but a word that the helper knows. */
function checkOptions(site: Site, call: Call): void {
  const signature = signatureOf(call.name)
  for (const { name, value } of call.options) {
    const { type } = evaluate(site, value)
    const known = signature?.options[name] ?? []
    for (const each of atomsOf(type)) {
      const wrong = wrongWord(each, known)
      if (wrong === null || !signature) continue
      const usage = `usage: \`${usageOf(call.name, signature)}\``
      const hints = each.type === 'words' ? [...didYouMean(wrong, known), usage] : [usage]
      const message = each.type === 'words' ? `\`${name}\` cannot be "${wrong}"` : `\`${name}\` is ${nounOf(each)} here`
      report(site, {
        rule: each.type === 'null' ? 'template/null' : 'template/arguments',
        message,
        span: value.at,
        hints
      })
    }
  }
}

/** What keeps a value from being one of some words; null where nothing does. */
function wrongWord(each: Atom, known: readonly string[]): string | null {
  if (each.type === 'unknown') return null
  return each.type === 'words' ? (each.words.find(word => !known.includes(word)) ?? null) : each.type
}

/** A value with a place of its own, so that what is asked of it is known of it. */
export function kept(site: Site, value: Value): { readonly site: Site; readonly ref: NonNullable<Value['ref']> } {
  if (value.ref) return { site, ref: value.ref }
  const { environment, ref } = withVariable(site.check.types, site.environment, value)
  return { site: knowing(site, environment), ref }
}

/** Holds the value of an argument against its parameter. */
function checkFit(site: Site, call: Call, parameter: Parameter, { type }: Value, span: Span): void {
  const { noun, shape } = SHAPES[parameter.shape]
  const atoms = atomsOf(type).filter(each => each.type !== 'unknown')
  if (atoms.some(each => each.type === 'null') && !parameter.nullable) {
    const message = `\`${call.name}\` takes ${noun}, and \`${said(span)}\` may be \`null\` here`
    report(site, { rule: 'template/null', message, span, hints: [`guard it: \`{{#if ${said(span)}}}\``] })
  }
  const wrong = atoms.filter(each => each.type !== 'null' && !fits(site.check.types, each, shape))
  if (wrong.length === 0) return
  const message = `\`${call.name}\` takes ${noun}, and \`${said(span)}\` is ${nounOf(either(site.check.types, wrong))}`
  report(site, { rule: 'template/type', message, span })
}

/** True for what is of a shape whatever the dossier; see `fits` of merge. */
function fits(types: Types, each: Atom, shape: ArgumentShape): boolean {
  switch (shape.type) {
    case 'any':
      return true
    case 'printed':
      return each.type === 'printed'
    case 'text':
      return each.type === 'text' || each.type === 'code' || each.type === 'words'
    case 'number':
    case 'boolean':
      return each.type === shape.type
    case 'kind':
      return each.type === 'object' && each.kind === shape.kind
    case 'fields':
      return Object.entries(shape.fields).every(([name, field]) => {
        const step = stepInto(types, each, name)
        return step.wrong === null && everyAtom(types, step.type, field)
      })
    case 'list':
      return each.type === 'list' && (each.most === 0 || everyAtom(types, each.of, shape.of))
    case 'either':
      return shape.of.some(one => fits(types, each, one))
  }
}

function everyAtom(types: Types, type: Type, shape: ArgumentShape): boolean {
  if (shape.type === 'any') return true
  return atomsOf(type).every(each => each.type === 'unknown' || (each.type !== 'null' && fits(types, each, shape)))
}

/** Holds a printed value against what can be printed. */
export function checkPrint(site: Site, { at, value }: Print): void {
  const printed = evaluate(site, value)
  for (const each of atomsOf(printed.type)) checkPrinted(site, each, value.at)
  if (value.type === 'call' && isWritten(site, value) && value.name !== 'blank') {
    const message = 'this prints nothing from the dossier'
    report(site, { rule: 'template/no-origin', message, span: at, hints: ['write it as text'] })
  }
}

/** True for what the template alone says. */
function isWritten(site: Site, value: Expression): boolean {
  if (value.type === 'literal') return true
  if (value.type === 'call') return value.args.every(each => isWritten(site, each))
  const atoms = atomsOf(evaluate(site, value).type)
  return atoms.length > 0 && atoms.every(isLiteral)
}

/** True for a value that stands in a template as it is. */
function isLiteral(each: Atom): boolean {
  return 'written' in each && each.written !== null && each.written !== false
}

function checkPrinted(site: Site, each: Atom, span: Span): void {
  const what = said(span)
  if (each.type === 'null') {
    const hints = [`guard it: \`{{#if ${what}}}…{{/if}}\``]
    report(site, { rule: 'template/null', message: `\`${what}\` may be \`null\` here`, span, hints })
  } else if (isLiteral(each)) {
    if (each.type === 'words' && each.written === 'plain') return
    const message = 'a partial can print only text without escapes'
    report(site, { rule: 'template/unprintable', message, span })
  } else if (!isPrinted(each)) {
    const message = `\`${what}\` is ${nounOf(each)}, which cannot be printed as it is`
    report(site, { rule: 'template/unprintable', message, span, hints: hintsFor(each, what) })
  }
}

function isPrinted(each: Atom): boolean {
  if (each.type === 'object') return each.kind === 'wording'
  return ['unknown', 'text', 'printed'].includes(each.type) || (each.type === 'number' && each.whole)
}

function hintsFor(each: Atom, what: string): string[] {
  switch (each.type) {
    case 'list':
      return [`print its items: \`{{#each ${what}}}\` or \`{{#list ${what}}}\``]
    case 'boolean':
      return [`test it: \`{{#if ${what}}}\``]
    case 'number':
      return [`print it with \`{{number ${what}}}\``]
    case 'code':
    case 'words':
      return [`ask it: \`{{#if (eq ${what} "…")}}\`, or choose set words by it: \`{{> (formula "group" ${what})}}\``]
    case 'object':
      if (each.kind !== null) return [`print it with \`{{${each.kind} ${what}}}\``]
      return each.fields.has('name') ? [`print its name with \`{{name ${what}}}\``] : []
    default:
      return []
  }
}
