/** A template's tree in; what is wrong with it without any data, and which partials and formulas it asks for, out. */
import { type Diagnostic, didYouMean, error } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { fits, SHAPES } from './shapes.ts'
import { type HelperName, SIGNATURES, type Signature, signatureOf, usageOf } from './signatures.ts'
import type {
  BlockStatement,
  Call,
  Expression,
  Include,
  Literal,
  NamedArgument,
  Path,
  TemplateStatement
} from './syntax.ts'

/** What a template asks for: a partial, a formula, or every formula of a group where the dossier chooses (`key` null). */
export type TemplateReference =
  | { readonly type: 'partial'; readonly name: string; readonly at: Span }
  | { readonly type: 'formula'; readonly group: string; readonly key: string | null; readonly at: Span }

export interface CheckedCalls {
  readonly findings: readonly Diagnostic[]
  readonly references: readonly TemplateReference[]
}

/** The variables that `each` and `list` set (`@index` counts from 0, `@number` from 1), and the dossier itself. */
const DATA = ['index', 'number', 'key', 'first', 'last', 'root']
/** Names that a template may give: to block parameters and to the values of a partial. */
const NAME = /^[a-z][A-Za-z0-9]*$/
const PARTIAL = /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)*$/

interface Checking {
  readonly findings: Diagnostic[]
  readonly references: TemplateReference[]
  /** How many contexts the template has entered: `../` may go up so far. */
  readonly depth: number
}

/** Checks helpers, arguments, options, paths and names. */
export function checkCalls(statements: readonly TemplateStatement[]): CheckedCalls {
  const checking: Checking = { findings: [], references: [], depth: 0 }
  checkBody(checking, statements)
  return checking
}

function find(checking: Checking, at: Span, rule: string, message: string, hints: readonly string[] = []): void {
  checking.findings.push(error({ rule: `template/${rule}`, message, span: at, hints }))
}

function checkBody(checking: Checking, body: readonly TemplateStatement[]): void {
  for (const each of body) {
    if (each.type === 'print') checkPrint(checking, each.value)
    else if (each.type === 'block') checkBlock(checking, each)
    else if (each.type === 'include') checkInclude(checking, each)
  }
}

function checkPrint(checking: Checking, value: Path | Call): void {
  checkExpression(checking, value)
  const result = value.type === 'call' ? signatureOf(value.name)?.result : undefined
  if (value.type !== 'call' || (result !== 'boolean' && result !== 'list')) return
  const [given, hint] =
    result === 'list'
      ? ['a list', 'print it with `{{#each …}}` or `{{#list …}}`']
      : ['true or false', 'ask it with `{{#if …}}`']
  find(checking, value.at, 'unprintable', `\`${value.name}\` gives ${given}`, [hint])
}

function checkExpression(checking: Checking, value: Expression): void {
  if (value.type === 'path') checkPath(checking, value)
  if (value.type !== 'call') return
  const signature = signatureOf(value.name)
  if (signature?.result === 'block') {
    find(checking, value.at, 'unknown-helper', `\`${value.name}\` opens a block`, [`write \`{{#${value.name} …}}\``])
  } else if (signature?.result === 'partial') {
    find(checking, value.at, 'formula', '`formula` only names a partial', ['write `{{> (formula "group" key)}}`'])
  } else checkCall(checking, value, signature)
}

function checkPath(checking: Checking, path: Path): void {
  if (!path.data && path.up > checking.depth) {
    const message = `\`${path.original}\` leads out of this template`
    find(checking, path.at, 'path', message, ['a partial sees only its context: give it more with `name=value`'])
  }
  const [name = ''] = path.steps
  if (path.data && !DATA.includes(name)) {
    find(checking, path.at, 'unknown-field', `there is no \`@${name}\``, didYouMean(name, DATA))
  }
}

function checkCall(checking: Checking, call: Call, signature: Signature | null): void {
  for (const each of [...call.args, ...call.options.map(option => option.value)]) checkExpression(checking, each)
  if (signature === null) {
    const known = Object.keys(SIGNATURES)
    find(checking, call.nameAt, 'unknown-helper', `there is no helper \`${call.name}\``, didYouMean(call.name, known))
    return
  }
  checkNumber(checking, call, signature)
  for (const [index, each] of call.args.entries()) checkLiteral(checking, call, each, index, signature)
  for (const each of call.options) checkOption(checking, call, each, signature)
  checkTwice(checking, call.options)
}

function checkNumber(checking: Checking, call: Call, signature: Signature): void {
  const least = signature.parameters.filter(each => !each.optional).length
  const most = signature.parameters.length
  const given = call.args.length
  if (given >= least && (given <= most || signature.repeats)) return
  const range = least === most ? `${least}` : `${least} or ${most}`
  const wanted = `${signature.repeats ? 'at least ' : ''}${range} argument${most === 1 ? '' : 's'}`
  const message = `\`${call.name}\` takes ${wanted}, not ${given}`
  find(checking, call.at, 'arguments', message, [`usage: \`${usageOf(call.name, signature)}\``])
}

/** A literal is held against its parameter here; what the dossier gives, when the template runs. */
function checkLiteral(checking: Checking, call: Call, value: Expression, index: number, signature: Signature): void {
  const parameter = signature.parameters[signature.repeats ? 0 : index]
  if (!parameter) return
  const noun = SHAPES[parameter.shape].noun
  const usage = [`usage: \`${usageOf(call.name, signature)}\``]
  if (parameter.literal && value.type !== 'literal') {
    const message = `the \`${parameter.name}\` of \`${call.name}\` must be written out in the template`
    find(checking, value.at, 'arguments', message, usage)
  }
  if (value.type !== 'literal' || (value.value === null && parameter.nullable)) return
  if (fits({ type: 'written', value: value.value, inner: null }, SHAPES[parameter.shape].shape)) return
  find(checking, value.at, 'type', `\`${call.name}\` takes ${noun} here, not ${saidOf(value)}`, usage)
}

function saidOf({ value }: Literal): string {
  return typeof value === 'string' ? `the text "${value}"` : `\`${value}\``
}

function checkOption(checking: Checking, call: Call, option: NamedArgument, signature: Signature): void {
  if (!Object.hasOwn(signature.options, option.name)) {
    const message = `\`${call.name}\` has no option \`${option.name}\``
    find(checking, option.at, 'arguments', message, [`usage: \`${usageOf(call.name, signature)}\``])
    return
  }
  const words = signature.options[option.name] ?? []
  const { value } = option
  if (value.type !== 'literal') return
  if (typeof value.value === 'string' && words.includes(value.value)) return
  const message = `\`${option.name}\` cannot be ${saidOf(value)}`
  find(checking, value.at, 'arguments', message, nearestWords(String(value.value), words))
}

/** The nearest of the words that an option knows, or all of them. */
export function nearestWords(word: string, words: readonly string[]): readonly string[] {
  const near = didYouMean(word, words)
  return near.length > 0 ? near : [`known: ${words.map(each => `\`${each}\``).join(', ')}`]
}

function checkTwice(checking: Checking, options: readonly NamedArgument[]): void {
  for (const [index, { name, at }] of options.entries()) {
    if (options.findIndex(each => each.name === name) < index) {
      find(checking, at, 'arguments', `\`${name}\` is given twice`)
    }
  }
}

function checkBlock(checking: Checking, block: BlockStatement): void {
  const { call, params } = block
  const signature = signatureOf(call.name)
  const isBlock = signature?.result === 'block'
  if (isBlock) checkCall(checking, call, signature)
  else {
    const names = Object.entries(SIGNATURES).flatMap(([name, each]) => (each.result === 'block' ? [name] : []))
    find(checking, call.nameAt, 'unknown-helper', `there is no block \`#${call.name}\``, didYouMean(call.name, names))
  }
  checkParams(checking, call, params, signature?.fills ?? 0)
  const depth = signature?.enters ? checking.depth + 1 : checking.depth
  checkBody({ ...checking, depth }, block.body)
  if (block.inverse) {
    if (isBlock && signature.parameters.length === 0) {
      find(checking, call.at, 'arguments', `\`#${call.name}\` tests nothing, so it has no \`{{else}}\``)
    }
    checkBody(checking, block.inverse)
  }
}

function checkParams(checking: Checking, call: Call, params: readonly string[], fills: number): void {
  if (params.length > fills && signatureOf(call.name)) {
    const message = `\`#${call.name}\` takes ${fills === 0 ? 'no' : `at most ${fills}`} block parameters`
    find(checking, call.at, 'arguments', message)
  }
  for (const each of params) checkName(checking, call.at, each)
}

function checkName(checking: Checking, at: Span, name: string): void {
  if (NAME.test(name) && name !== 'this') return
  find(checking, at, 'name', `\`${name}\` cannot be a name`, ['a name has letters and digits and starts in lower case'])
}

function checkInclude(checking: Checking, include: Include): void {
  const { name, nameAt, context, fields } = include
  for (const each of [...(context ? [context] : []), ...fields.map(field => field.value)]) {
    checkExpression(checking, each)
  }
  for (const each of fields) checkName(checking, each.at, each.name)
  checkTwice(checking, fields)
  if (typeof name !== 'string') checkFormula(checking, name)
  else if (PARTIAL.test(name)) checking.references.push({ type: 'partial', name, at: nameAt })
  else {
    const hints = ['a partial is named by lower-case letters, digits, hyphens and slashes']
    find(checking, nameAt, 'unknown-partial', `\`${name}\` cannot be a partial`, hints)
  }
}

function checkFormula(checking: Checking, call: Call): void {
  const formula: HelperName = 'formula'
  if (call.name !== formula) {
    const hints = ['write `{{> name}}` or `{{> (formula "group" key)}}`']
    find(checking, call.nameAt, 'unknown-helper', `\`${call.name}\` cannot name a partial`, hints)
    return
  }
  checkCall(checking, call, SIGNATURES.formula)
  const [group, key] = call.args
  if (group?.type !== 'literal' || typeof group.value !== 'string') return
  const known = key?.type === 'literal' && typeof key.value === 'string' ? key.value : null
  checking.references.push({ type: 'formula', group: group.value, key: known, at: call.at })
}
