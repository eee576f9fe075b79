/** A call whose arguments are known in; the type of what its helper gives out, and what only that helper can find wrong. */
import { didYouMean } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { nearestWords } from '../template/check-calls.ts'
import { signatureOf } from '../template/signatures.ts'
import type { Call, Expression } from '../template/syntax.ts'
import { type PathStep, stepInto, type Value } from './environment.ts'
import { filtered, isGiven, isOneOf, refine } from './refine.ts'
import { nounOf, report, type Site, said } from './site.ts'
import {
  type Atom,
  type AtomOf,
  atom,
  atomsOf,
  booleanType,
  either,
  mapAtoms,
  type Type,
  unknown,
  wholeNumber
} from './type.ts'

/** The type of what a helper gives. */
export function resultOf(site: Site, call: Call, args: readonly Value[]): Type {
  const { types } = site.check
  CHECKS[call.name]?.(site, call, args)
  switch (signatureOf(call.name)?.result) {
    case 'printed':
      return atom(types, { type: 'printed', starts: startOf(call) })
    case 'number':
      return wholeNumber(types)
    case 'list':
      return chosen(site, call, args)
    default:
      return booleanType(types)
  }
}

type Own = (site: Site, call: Call, args: readonly Value[]) => void

/** What a helper asks beyond the shapes of its arguments. */
const CHECKS: { readonly [name: string]: Own | undefined } = {
  eq: compareTwo,
  ne: compareTwo,
  has: checkHas,
  some: checkKey,
  only: checkKey,
  dates: checkDates,
  capital: checkCapital
}

function compareTwo(site: Site, call: Call, [a, b]: readonly Value[]): void {
  const [first, second] = call.args
  if (!a || !b || !first || !second || !isScalar(a.type) || !isScalar(b.type)) return
  const [left, right] = first.type === 'literal' ? [1, 0] : [0, 1]
  const values = [a, b]
  const [own, other] = [call.args[left] ?? first, call.args[right] ?? second]
  const types = { left: (values[left] ?? a).type, right: (values[right] ?? b).type }
  checkComparable(site, { ...types, span: other.at, at: call.at, said: `\`${said(own.at)}\`` })
}

function checkHas(site: Site, call: Call, [list, code]: readonly Value[]): void {
  if (!list || !code) return
  const left = itemsOf(site, list.type)
  const own = call.args[0]?.at ?? call.at
  const wanted = call.args[1]?.at ?? call.at
  checkComparable(site, { left, right: code.type, span: wanted, at: call.at, said: `an item of \`${said(own)}\`` })
}

/** The key is a field of every item, and can be the word. */
function checkKey(site: Site, call: Call, [list, , code]: readonly Value[]): void {
  const key = keyOf(call)
  if (!list || key === null) return
  const items = itemsOf(site, list.type)
  const at = call.args[1]?.at ?? call.at
  const step = stepAlong(site, items, key)
  if (step.wrong === 'null') {
    const message = `an item of \`${said(call.args[0]?.at ?? call.at)}\` may be \`null\`, which has no \`${key}\``
    report(site, { rule: 'template/null', message, span: at })
  } else if (step.wrong === 'missing') {
    const names = atomsOf(items).flatMap(each => (each.type === 'object' ? [...each.fields.keys()] : []))
    const message = `the items of this list have no field \`${key}\``
    report(site, { rule: 'template/unknown-field', message, span: at, hints: didYouMean(key, names) })
  } else if (code) {
    const span = call.args[2]?.at ?? call.at
    checkComparable(site, { left: step.type, right: code.type, span, at: call.at, said: `\`${key}\`` })
  }
}

/** `date.edtf` leads into the field of a field; the first step that is wrong is told. */
function stepAlong(site: Site, items: Type, key: string): PathStep {
  const [first = '', ...rest] = key.split('.')
  return rest.reduce(
    (at, each) => {
      if (at.wrong !== null) return at
      const next = stepInto(site.check.types, at.type, each)
      return { ...next, restricted: at.restricted || next.restricted }
    },
    stepInto(site.check.types, items, first)
  )
}

function keyOf({ args: [, key] }: Call): string | null {
  return key?.type === 'literal' && typeof key.value === 'string' ? key.value : null
}

/** What the items of a list can be. */
export function itemsOf(site: Site, type: Type): Type {
  const { types } = site.check
  const items = atomsOf(type).flatMap(each => (each.type === 'list' ? [each.of] : []))
  return items.length > 0 ? either(types, items) : unknown(types)
}

/** `only LIST "key" code`: the items whose key is the code, and nobody knows how many. */
function chosen(site: Site, call: Call, [list, , code]: readonly Value[]): Type {
  const { types } = site.check
  const key = keyOf(call)
  if (!list || key === null) return unknown(types)
  const words = code ? wordsOf(code.type) : null
  return mapAtoms(types, list.type, each => {
    if (each.type !== 'list') return unknown(types)
    const of = words ? refine(types, each.of, key.split('.'), isOneOf(words)) : each.of
    return atom(types, { type: 'list', of, least: 0, most: each.most, items: new Map() })
  })
}

function wordsOf(type: Type): readonly string[] | null {
  const atoms = atomsOf(type)
  return atoms.every(each => each.type === 'words') ? atoms.flatMap(each => each.words) : null
}

function checkDates(site: Site, call: Call, [list]: readonly Value[]): void {
  const lists = list ? atomsOf(list.type).filter(each => each.type === 'list') : []
  if (lists.every(each => each.least > 0)) return
  const what = said(call.args[0]?.at ?? call.at)
  const message = `\`${what}\` may be empty here, and then there are no dates to print`
  report(site, { rule: 'template/empty', message, span: call.at, hints: [`guard it: \`{{#if ${what}}}\``] })
}

function checkCapital(site: Site, call: Call, [text]: readonly Value[]): void {
  const isName = text && atomsOf(text.type).some(each => each.type === 'printed' && each.starts !== 'value')
  if (!isName) return
  const message = 'a name gets its capital from its position'
  report(site, { rule: 'template/capital', message, span: call.at, hints: ['leave `capital` out'] })
}

/** Forms of a name that the reading order settles; the others are texts. */
const MENTIONS: readonly string[] = ['auto', 'full', 'short']

function startOf(call: Call): AtomOf<'printed'>['starts'] {
  if (call.name === 'possessive') return 'name'
  if (call.name !== 'name') return 'value'
  const form: Expression | undefined = call.options.find(each => each.name === 'form')?.value
  if (!form) return 'name'
  if (form.type !== 'literal') return 'either'
  return MENTIONS.includes(String(form.value)) ? 'name' : 'value'
}

/** What is compared with what: `left` is a value of the dossier where one of the two is written out. */
interface Comparison {
  readonly left: Type
  readonly right: Type
  /** What is wrong when nothing can be equal to the left one stands here. */
  readonly span: Span
  /** The call. */
  readonly at: Span
  /** What the left one is called. */
  readonly said: string
}

/** Values of two kinds are refused when they are compared, and words that are not of one list are never equal. */
function checkComparable(site: Site, { left, right, span, at, said }: Comparison): void {
  const [own, other] = [kindsOf(left), kindsOf(right)]
  const mixed = [...own].some(kind => [...other].some(each => each !== kind))
  if (mixed) {
    const message = `${nounOf(bare(site, left))} is compared with ${nounOf(bare(site, right))}, and they are never equal`
    report(site, { rule: 'template/type', message, span: at })
    return
  }
  const [words, wanted] = [knownWords(left), knownWords(right)]
  if (!words || !wanted || words.some(word => wanted.includes(word))) return
  const [first = ''] = wanted
  const message = `${said} is never ${wanted.map(each => `"${each}"`).join(' or ')}`
  report(site, { rule: 'template/type', message, span, hints: nearestWords(first, words) })
}

function bare({ check }: Site, type: Type): Type {
  return filtered(check.types, type, isGiven)
}

function kindsOf(type: Type): Set<string> {
  return new Set(atomsOf(type).flatMap(each => kindOf(each) ?? []))
}

/** As `typeof` has it, which `equal` of merge asks. */
function kindOf({ type }: Atom): string | null {
  if (type === 'null' || type === 'unknown') return null
  if (type === 'number' || type === 'boolean') return type
  return type === 'list' || type === 'object' || type === 'record' ? 'object' : 'text'
}

/** True for what can only be a text, a number, true, false or null: the rest is refused before it is compared. */
function isScalar(type: Type): boolean {
  return atomsOf(type).every(each => kindOf(each) !== 'object')
}

/** All the words that a type could be before anything was asked; null where it could be any, or no word at all. */
function knownWords(type: Type): readonly string[] | null {
  const atoms = atomsOf(type).filter(each => each.type !== 'null')
  const words = atoms.flatMap(each => (each.type === 'words' ? each.of : []))
  return atoms.length > 0 && atoms.every(each => each.type === 'words') ? words : null
}
