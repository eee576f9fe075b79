/**
 * A template's tree in, a function that Handlebars compiled out. Every node becomes a call of one of seven helpers of our
 * own, with the node's number as first argument; what they do stands in `run.ts`.
 */
import Handlebars from 'handlebars'
import type { Cell, Written } from './cell.ts'
import type { Block, Call, Content, Expression, Include, Option, Path, Print, Statement } from './syntax.ts'

/** A path as it is looked up: `from` is what it starts at, a context, a block parameter or a variable. */
export interface Lookup {
  readonly path: Path
  readonly steps: readonly string[]
}

/** The nodes of a template by number, kind by kind. */
export interface Sites {
  readonly text: Content[]
  readonly print: Print[]
  readonly get: Lookup[]
  readonly literal: Written[]
  readonly call: Call[]
  readonly block: Block[]
  readonly include: Include[]
}

/** Our own helpers. Templates cannot name them: their helpers are checked before this. */
export type InternalHelper = keyof Sites
export const INTERNAL: readonly InternalHelper[] = ['text', 'print', 'get', 'literal', 'call', 'block', 'include']

/** What Handlebars hands to a helper besides its arguments. `Frame` is what it carries from call to call. */
export interface HelperOptions<Frame> {
  readonly data: Frame
  readonly hash: { readonly [name: string]: Cell }
  fn(context: Cell, options?: { readonly data: Frame; readonly blockParams: readonly Cell[] }): string
  inverse(context: Cell): string
}

/** One of our own helpers: the number of its node, its arguments and the context where it stands. */
export interface InternalCall<Frame> {
  readonly site: number
  readonly args: readonly Cell[]
  readonly here: Cell
  readonly options: HelperOptions<Frame>
}

export type InternalHelpers<Frame> = {
  readonly [name in InternalHelper]: (call: InternalCall<Frame>) => Cell | string
}

export interface Compiled {
  readonly sites: Sites
  /** Runs the template with a context; text is what the helpers make of it. */
  readonly run: Handlebars.TemplateDelegate<Cell>
}

/** An environment of its own, so that nothing registered elsewhere is seen. */
const handlebars = Handlebars.create()
const OPTIONS = {
  data: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(INTERNAL.map(name => [name, true])),
  noEscape: true,
  preventIndent: true
}

/** Rewrites a tree that has been checked and compiles it; the compiling itself waits for the first run. */
export function compileTemplate(statements: readonly Statement[]): Compiled {
  const sites: Sites = { text: [], print: [], get: [], literal: [], call: [], block: [], include: [] }
  const program = programOf({ sites, params: [] }, statements, [])
  return { sites, run: handlebars.compile(program, OPTIONS) }
}

/** Our helpers as Handlebars calls them: context as `this`, options last. */
export function internalHelpers<Frame>(helpers: InternalHelpers<Frame>): { [name: string]: Handlebars.HelperDelegate } {
  return Object.fromEntries(INTERNAL.map(name => [name, internalHelper(helpers[name])]))
}

function internalHelper<Frame>(helper: InternalHelpers<Frame>[InternalHelper]): Handlebars.HelperDelegate {
  return function (this: Cell, site: number, ...rest: readonly unknown[]) {
    // the border: the rewritten tree passes cells alone, and Handlebars its options after them
    const args = rest.slice(0, -1) as Cell[]
    return helper({ site, args, here: this, options: rest.at(-1) as HelperOptions<Frame> })
  }
}

/** A node of Handlebars' tree; only what its compiler reads. */
type Node = { readonly type: string; readonly [key: string]: unknown }

interface Rewriting {
  readonly sites: Sites
  /** The names of the block parameters in reach. */
  readonly params: readonly string[]
}

function programOf(rewriting: Rewriting, body: readonly Statement[], params: readonly string[]): Node {
  const inner = { ...rewriting, params: [...rewriting.params, ...params] }
  return {
    type: 'Program',
    body: body.map(each => statementOf(inner, each)),
    blockParams: params.map(paramName),
    strip: {}
  }
}

/** Block parameters are renamed, so that none is taken for one of our helpers or for `this`. */
function paramName(name: string): string {
  return `$${name}`
}

/** A call of one of our helpers as a node of the given type. */
function helperNode(type: string, name: InternalHelper, site: number, args: readonly Node[], hash?: Node): Node {
  const number = { type: 'NumberLiteral', value: site, original: site }
  return {
    type,
    path: { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name },
    params: [number, ...args],
    ...(hash ? { hash } : {}),
    escaped: false,
    strip: {}
  }
}

/** Keeps a node and gives its number. */
function keep<T>(list: T[], node: T): number {
  return list.push(node) - 1
}

function statementOf(rewriting: Rewriting, statement: Statement): Node {
  const { sites } = rewriting
  switch (statement.type) {
    case 'content':
      return helperNode('MustacheStatement', 'text', keep(sites.text, statement), [])
    case 'print':
      return helperNode('MustacheStatement', 'print', keep(sites.print, statement), [
        expressionOf(rewriting, statement.value)
      ])
    case 'block':
      return blockOf(rewriting, statement)
    case 'include': {
      const { name, context, fields } = statement
      const own: Node = { type: 'PathExpression', data: false, depth: 0, parts: [], original: 'this' }
      const args = typeof name === 'string' ? [] : name.args.map(each => expressionOf(rewriting, each))
      const given = context ? expressionOf(rewriting, context) : own
      const site = keep(sites.include, statement)
      return helperNode('MustacheStatement', 'include', site, [given, ...args], hashOf(rewriting, fields))
    }
  }
}

function blockOf(rewriting: Rewriting, block: Block): Node {
  const args = block.call.args.map(each => expressionOf(rewriting, each))
  const site = keep(rewriting.sites.block, block)
  return {
    ...helperNode('BlockStatement', 'block', site, args, hashOf(rewriting, block.call.options)),
    program: programOf(rewriting, block.body, block.params),
    inverse: block.inverse ? programOf(rewriting, block.inverse, []) : undefined,
    openStrip: {},
    inverseStrip: {},
    closeStrip: {}
  }
}

function hashOf(rewriting: Rewriting, options: readonly Option[]): Node {
  const pairs = options.map(({ name, value }) => ({
    type: 'HashPair',
    key: name,
    value: expressionOf(rewriting, value)
  }))
  return { type: 'Hash', pairs }
}

function expressionOf(rewriting: Rewriting, expression: Expression): Node {
  const { sites } = rewriting
  switch (expression.type) {
    case 'path':
      return pathOf(rewriting, expression)
    case 'literal': {
      const { value, inner } = expression
      return helperNode('SubExpression', 'literal', keep(sites.literal, { type: 'written', value, inner }), [])
    }
    case 'call': {
      const args = expression.args.map(each => expressionOf(rewriting, each))
      const hash = hashOf(rewriting, expression.options)
      return helperNode('SubExpression', 'call', keep(sites.call, expression), args, hash)
    }
  }
}

/** Handlebars finds where the path starts (its depth, a block parameter, a variable); the steps from there are ours. */
function pathOf({ sites, params }: Rewriting, path: Path): Node {
  const [first = '', ...rest] = path.steps
  const base = (parts: readonly string[], data: boolean): Node => {
    const original = parts[0] ?? 'this'
    return { type: 'PathExpression', data, depth: path.up, parts, original: data ? `@${original}` : original }
  }
  const get = (from: Node, steps: readonly string[]) =>
    helperNode('SubExpression', 'get', keep(sites.get, { path, steps }), [from])
  if (path.data) return get(base([first], true), rest)
  const isParam = path.up === 0 && !path.scoped && params.includes(first)
  return isParam ? get(base([paramName(first)], false), rest) : get(base([], false), path.steps)
}
