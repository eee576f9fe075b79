/** A template as a tree: what Handlebars' parser found, as closed unions in which every node keeps its span. */
import type { Span } from '../source.ts'

/** `occasion.date`, `../x`, `@index`, `this`. */
export interface Path {
  readonly type: 'path'
  readonly at: Span
  /** As the author wrote it. */
  readonly original: string
  /** How many contexts up (`../`). */
  readonly up: number
  /** `@index` and its like. */
  readonly data: boolean
  /** `this.x`, `./x` or `../x`: never a block parameter. */
  readonly scoped: boolean
  readonly steps: readonly string[]
}

/** What an author wrote of a path before its last steps; null where nothing stands there. */
export function writtenBefore({ original, steps }: Path, last: number): string | null {
  const behind = `.${steps.slice(-last).join('.')}`
  return original.length > behind.length && original.endsWith(behind) ? original.slice(0, -behind.length) : null
}

export interface Literal {
  readonly type: 'literal'
  readonly at: Span
  readonly value: string | number | boolean | null
  /** The text inside the quotation marks, when it stands in the file exactly as it is to be read. */
  readonly inner: Span | null
}

export interface NamedArgument {
  readonly name: string
  readonly at: Span
  readonly value: Expression
}

/** A helper with its arguments. */
export interface Call {
  readonly type: 'call'
  readonly at: Span
  readonly name: string
  readonly nameAt: Span
  readonly args: readonly Expression[]
  readonly options: readonly NamedArgument[]
}

/** `file:start-end`: which statement of which file, for coverage. */
export type StatementId = string

/** The id of the statement at a span. */
export function idOf({ source, start, end }: Span): StatementId {
  return `${source.name}:${start}-${end}`
}

export type Expression = Path | Literal | Call

/** Template text after white space control; never empty. */
export interface Content {
  readonly type: 'content'
  readonly id: StatementId
  /** `text` is the source's text at this span, character by character. */
  readonly at: Span
  readonly text: string
}

export interface Print {
  readonly type: 'print'
  readonly id: StatementId
  readonly at: Span
  readonly value: Path | Call
}

export interface BlockStatement {
  readonly type: 'block'
  readonly id: StatementId
  readonly at: Span
  readonly call: Call
  /** `as |x i|` */
  readonly params: readonly string[]
  readonly body: readonly TemplateStatement[]
  /** What stands after `{{else}}`; null when there is none. */
  readonly inverse: readonly TemplateStatement[] | null
}

/** `{{> name context key=value}}`; the name is text, or a call of `formula`. */
export interface Include {
  readonly type: 'include'
  readonly id: StatementId
  readonly at: Span
  readonly name: string | Call
  readonly nameAt: Span
  readonly context: Expression | null
  readonly fields: readonly NamedArgument[]
}

export type TemplateStatement = Content | Print | BlockStatement | Include
