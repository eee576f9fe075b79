/** The text of a template in, its tree out: the only file that calls Handlebars' parser, and knows its syntax tree. */
// the parser alone: compiler and runtime would be two thirds of the library, and cost a start 4 ms
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js'
import { type Diagnostic, error, Rejected } from '../diagnostic.ts'
import { offsetOf, type Source, type Span } from '../source.ts'
import { parseFindings, type TemplateText } from './parse-error.ts'
import {
  type BlockStatement,
  type Call,
  type Content,
  type Expression,
  type Include,
  idOf,
  type NamedArgument,
  type Path,
  type Print,
  type TemplateStatement
} from './syntax.ts'

/** The most statements in one file, and how deep blocks or brackets may stand in each other. */
const MOST_STATEMENTS = 20_000
const DEEPEST = 60
/** A block of as many statements has three tags for each at most: its own two and an `{{else}}`. */
const MOST_TAGS = 3 * MOST_STATEMENTS
/** Many times what stands on a page. */
const LONGEST_TAG = 20_000

const tooMany = `there are more than ${MOST_STATEMENTS} statements in this template`

/** What a conversion needs everywhere, and what it gathers. */
interface Reading {
  readonly at: TemplateText
  /** The template's own text as a source, for its lines. */
  readonly lines: Source
  readonly findings: Diagnostic[]
  statements: number
}

/**
 * Parses a template; white space control (`~`, blocks alone on a line) is done. Throws `Rejected` with what the parser
 * found (it stops at its first error), or with every construct that templates may not use.
 */
export function parseTemplate(at: TemplateText): readonly TemplateStatement[] {
  if (!at.text.includes('{{')) return plainText(at)
  const refused = unparsable(at)
  if (refused) throw new Rejected([refused])
  const reading: Reading = { at, lines: { name: '', text: at.text }, findings: [], statements: 0 }
  const statements = bodyOf(reading, handlebarsTree(at))
  if (reading.findings.length > 0) throw new Rejected(reading.findings)
  return statements
}

/** Many formulas are plain words: they are spared the parser. */
function plainText({ source, base, text }: TemplateText): readonly TemplateStatement[] {
  const at = { source, start: base, end: base + text.length }
  return text === '' ? [] : [{ type: 'content', id: idOf(at), at, text }]
}

function handlebarsTree(at: TemplateText): hbs.AST.Program {
  try {
    return parse(at.text)
  } catch (thrown) {
    if (thrown instanceof Error && !(thrown instanceof RangeError)) throw new Rejected(parseFindings(at, thrown))
    throw thrown
  }
}

/**
 * What a text may not be, seen before it is parsed: the parser takes its time with each tag, and its later steps recurse.
 * `{{else if}}` nests until its block ends.
 */
function unparsable({ source, base, text }: TemplateText): Diagnostic | null {
  const blocks: number[] = []
  let depth = 0
  let tags = 0
  const refused = (rule: string, message: string, start: number, length: number): Diagnostic => {
    const span = { source, start: base + start, end: base + Math.min(text.length, start + length) }
    return error({ rule: `template/${rule}`, message, span })
  }
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const close = text.indexOf('}}', start + 2)
    const end = close < 0 ? text.length : close + 2
    const whole = text.slice(start, end)
    if (++tags > MOST_TAGS) return refused('too-large', tooMany, start, 2)
    if (whole.length > LONGEST_TAG && !/^\{\{~?!/.test(whole)) {
      return refused('too-large', `a tag holds more than ${LONGEST_TAG} characters, or is not closed`, start, 2)
    }
    const [, opener = ''] = OPENER.exec(whole) ?? []
    if (opener === '#' || opener === '^') blocks.push(depth++)
    else if (opener === '/') depth = blocks.pop() ?? 0
    else if (opener !== '') depth++
    if (depth > DEEPEST || bracketDepth(whole) > DEEPEST) {
      return refused('too-deep', `blocks or brackets are nested more than ${DEEPEST} deep`, start, whole.length)
    }
    start = text.indexOf('{{', end)
  }
  return null
}

/** How a tag begins that opens or closes a block. */
const OPENER = /^\{\{~?\s*(#|\^(?=[^~}])|\/|else\s+\w)?/

function bracketDepth(text: string): number {
  let depth = 0
  let most = 0
  for (const [bracket] of text.matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1
    most = Math.max(most, depth)
  }
  return most
}

function spanOf({ at, lines }: Reading, loc: hbs.AST.SourceLocation): Span {
  const offset = ({ line, column }: hbs.AST.Position) => at.base + offsetOf(lines, { line, column: column + 1 })
  return { source: at.source, start: offset(loc.start), end: offset(loc.end) }
}

function refuseNode(reading: Reading, node: hbs.AST.Node, message: string, hints: readonly string[] = []): null {
  reading.findings.push(error({ rule: 'template/refused', message, span: spanOf(reading, node.loc), hints }))
  return null
}

function bodyOf(reading: Reading, program: hbs.AST.Program | undefined): readonly TemplateStatement[] {
  const body = program?.body ?? []
  reading.statements += body.length
  const last = body.at(-1)
  if (reading.statements > MOST_STATEMENTS && last) {
    const span = spanOf(reading, last.loc)
    throw new Rejected([error({ rule: 'template/too-large', message: tooMany, span })])
  }
  return body.flatMap(each => statementsOf(reading, each)).filter(each => each !== null)
}

/** One statement of Handlebars' tree; its types are not a union, so the border casts by the node's own tag. */
function statementsOf(reading: Reading, node: hbs.AST.Statement): (TemplateStatement | null)[] {
  switch (node.type) {
    case 'ContentStatement':
      return [contentOf(reading, node as hbs.AST.ContentStatement)]
    case 'MustacheStatement':
      return [printOf(reading, node as hbs.AST.MustacheStatement)]
    case 'BlockStatement':
      return [blockOf(reading, node as hbs.AST.BlockStatement)]
    case 'PartialStatement':
      return includesOf(reading, node as hbs.AST.PartialStatement)
    case 'CommentStatement':
      return []
    case 'PartialBlockStatement':
      return [refuseNode(reading, node, 'partial blocks (`{{#> …}}`) are not used here', ['write `{{> name}}`'])]
    case 'DecoratorBlock':
    case 'Decorator':
      return [refuseNode(reading, node, 'inline partials and decorators are not used here', ['make it a partial file'])]
    default:
      throw new Error(`handlebars gave a statement of type ${node.type}`)
  }
}

/**
 * White space control takes white space off either end of a content, so what is left stands in what was there. Where only
 * white space is left it is the end of it: a tag on a line of its own takes its own line end, not the blank line after it.
 */
function contentOf(reading: Reading, node: hbs.AST.ContentStatement): Content | null {
  if (node.value === '') return null
  const { start } = spanOf(reading, node.loc)
  const from = start + String(node.original).lastIndexOf(node.value)
  const at = { source: reading.at.source, start: from, end: from + node.value.length }
  // Handlebars takes U+2028 for the end of a line, and we do not; it is refused before
  if (at.source.text.slice(at.start, at.end) !== node.value) throw new Error(`lost the place of text at ${idOf(at)}`)
  return { type: 'content', id: idOf(at), at, text: node.value }
}

function printOf(reading: Reading, node: hbs.AST.MustacheStatement): Print | null {
  const path = node.path as hbs.AST.Expression
  if (path.type !== 'PathExpression') {
    return refuseNode(reading, node, 'a literal is printed as text', ['write it without braces'])
  }
  const call = node.params.length > 0 || node.hash
  const value = call ? callOf(reading, node) : pathOf(reading, path as hbs.AST.PathExpression)
  const at = spanOf(reading, node.loc)
  return value && { type: 'print', id: idOf(at), at, value }
}

function blockOf(reading: Reading, node: hbs.AST.BlockStatement): BlockStatement | null {
  const at = spanOf(reading, node.loc)
  if (at.source.text.startsWith('{{{{', at.start)) {
    return refuseNode(reading, node, 'raw blocks (`{{{{ … }}}}`) are not used here')
  }
  const call = callOf(reading, node)
  // `{{^if x}}` has only an inverse; its block parameters stand there
  const params = node.program?.blockParams ?? node.inverse?.blockParams ?? []
  const body = bodyOf(reading, node.program)
  const inverse = node.inverse ? bodyOf(reading, node.inverse) : null
  return call && { type: 'block', id: idOf(at), at, call: { ...call, at: openingOf(at, call) }, params, body, inverse }
}

/** The opening tag of a block: where its helper is called. */
function openingOf(block: Span, call: Call): Span {
  const last = call.options.at(-1)?.at ?? call.args.at(-1)?.at ?? call.nameAt
  const end = block.source.text.indexOf('}}', last.end)
  return { ...block, end: end < 0 ? block.end : end + 2 }
}

/** A partial's indent is printed before it, as Handlebars' `preventIndent` has it: on the first line only. */
function includesOf(reading: Reading, node: hbs.AST.PartialStatement): (TemplateStatement | null)[] {
  const at = spanOf(reading, node.loc)
  const include = includeOf(reading, node, at)
  if (!node.indent || !include) return [include]
  const start = at.start - node.indent.length
  const indent = { ...at, start, end: at.start }
  return [{ type: 'content', id: idOf(indent), at: indent, text: node.indent }, include]
}

function includeOf(reading: Reading, node: hbs.AST.PartialStatement, at: Span): Include | null {
  const [context, ...more] = node.params
  if (more[0]) return refuseNode(reading, more[0], 'a partial takes one context', ['give the rest names: `key=value`'])
  const dynamic = node.name.type === 'SubExpression'
  const name = dynamic
    ? callOf(reading, node.name as hbs.AST.SubExpression)
    : String((node.name as hbs.AST.PathExpression).original)
  const given = context ? expressionOf(reading, context) : null
  const fields = optionsOf(reading, node.hash)
  if (name === null || (context && !given)) return null
  return { type: 'include', id: idOf(at), at, name, nameAt: spanOf(reading, node.name.loc), context: given, fields }
}

function callOf(
  reading: Reading,
  node: hbs.AST.SubExpression | hbs.AST.MustacheStatement | hbs.AST.BlockStatement
): Call | null {
  const path = node.path as hbs.AST.PathExpression
  const args = node.params.map(each => expressionOf(reading, each))
  const known = args.filter(each => each !== null)
  if (known.length < args.length) return null
  return {
    type: 'call',
    at: spanOf(reading, node.loc),
    name: String(path.original),
    nameAt: spanOf(reading, path.loc),
    args: known,
    options: optionsOf(reading, node.hash)
  }
}

function optionsOf(reading: Reading, hash: hbs.AST.Hash | undefined): readonly NamedArgument[] {
  return (hash?.pairs ?? []).flatMap(pair => {
    const value = expressionOf(reading, pair.value)
    return value ? [{ name: pair.key, at: spanOf(reading, pair.loc), value }] : []
  })
}

function pathOf(reading: Reading, node: hbs.AST.PathExpression): Path {
  const { original, depth, data, parts } = node
  const at = spanOf(reading, node.loc)
  return { type: 'path', at, original, up: depth, data, scoped: /^(\.|this\b)/.test(original), steps: parts }
}

function expressionOf(reading: Reading, node: hbs.AST.Expression): Expression | null {
  const at = spanOf(reading, node.loc)
  switch (node.type) {
    case 'PathExpression':
      return pathOf(reading, node as hbs.AST.PathExpression)
    case 'SubExpression':
      return callOf(reading, node as hbs.AST.SubExpression)
    case 'StringLiteral': {
      const { value } = node as hbs.AST.StringLiteral
      const inner = { ...at, start: at.start + 1, end: at.end - 1 }
      const asWritten = at.source.text.slice(inner.start, inner.end) === value
      return { type: 'literal', at, value, inner: asWritten ? inner : null }
    }
    case 'NumberLiteral':
      return { type: 'literal', at, value: (node as hbs.AST.NumberLiteral).value, inner: null }
    case 'BooleanLiteral':
      return { type: 'literal', at, value: (node as hbs.AST.BooleanLiteral).value, inner: null }
    case 'NullLiteral':
      return { type: 'literal', at, value: null, inner: null }
    case 'UndefinedLiteral':
      return refuseNode(reading, node, 'nothing is `undefined` here', ['what is absent is `null`'])
    default:
      throw new Error(`handlebars gave an expression of type ${node.type}`)
  }
}
