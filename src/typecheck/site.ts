/** One place of a template as the check walks over it: what is known there, and how a finding is put there. */
import { type Diagnostic, type DiagnosticFields, error } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import type { Formulas } from '../template/formulas.ts'
import type { TemplateStatement } from '../template/syntax.ts'
import type { TemplateFile } from '../template/template-file.ts'
import type { Environment, Ref } from './environment.ts'
import type { Type, Types } from './type.ts'

/** In which part of the note a text stands, as far as that can be seen; `unclear` where two ways differ. */
export type Fence = string | null

/** One text, checked for one type of its context. */
export interface FileFrame {
  readonly file: TemplateFile
  /** The includes through which it was first reached so, outermost first. */
  readonly path: readonly Reach[]
  readonly findings: Diagnostic[]
  /** The texts that it includes. */
  readonly inner: Set<FileFrame>
}

/** An include that led to a text. */
export interface Reach {
  readonly at: Span
  /** What the text was given as its context; null for the context around. */
  readonly given: Span | null
  readonly frame: FileFrame
  /** What it was given may be null, which the text may not know. */
  readonly maybeNull: boolean
}

/** What a text comes to: whether it prints something whatever the dossier, and in which part of the note it ends. */
export interface CallOutcome {
  readonly prints: boolean
  readonly fence: Fence
}

/** What the check of all templates of one language shares. */
export interface TypeCheck {
  readonly types: Types
  readonly partials: ReadonlyMap<string, TemplateFile>
  readonly formulas: ReadonlyMap<string, ReadonlyMap<string, TemplateFile>>
  /** Every formula of the language, also those that could not be read. */
  readonly entries: Formulas
  readonly frames: FileFrame[]
  /** By text and calling type; the outcome is null while it is being checked. */
  readonly outcomes: Map<string, { readonly frame: FileFrame; outcome: CallOutcome | null }>
  /** The formulas that something asks for, as `group/key`. */
  readonly reached: Set<string>
  /** What it has taken so far. */
  steps: number
}

/** How statements are walked: handed on, for blocks and includes hold statements again. */
export type Walk = (site: Site, body: readonly TemplateStatement[]) => CallOutcome

/** Block parameters, innermost first. */
export interface Names {
  readonly name: string
  readonly ref: Ref
  readonly outer: Names | null
}

export interface Site {
  readonly check: TypeCheck
  readonly frame: FileFrame
  readonly environment: Environment
  readonly context: Ref
  /** What `../` leads to. */
  readonly outer: Site | null
  readonly names: Names | null
  /** How many loops stand around. */
  readonly loops: number
  readonly fence: Fence
  /** How many blocks and partials stand around. */
  readonly depth: number
}

/** What is no matter where no dossier leads. */
const ONLY_ALIVE: readonly string[] = ['template/null', 'template/empty', 'template/unknown-formula', 'template/budget']

/** Adds a finding, once. */
export function report(site: Site, finding: DiagnosticFields): void {
  if (site.environment.dead && ONLY_ALIVE.includes(finding.rule)) return
  const { findings } = site.frame
  const isTold = findings.some(
    ({ rule, message, span }) =>
      rule === finding.rule && message === finding.message && span?.start === finding.span?.start
  )
  if (!isTold) findings.push(error(finding))
}

/**
 * The most that a check may take: a statement is a step, and a text with a type of its context is some. Our own templates take 7,000; what passes this is built to.
 */
const MOST_STEPS = 100_000
/** What is looked at anew for each type with which a text is reached, in steps. */
export const FRAME_STEPS = 20

/** Pays for a statement or a text; true when there is nothing left to pay with, which is told once. */
export function isSpent(site: Site, at: Span, steps = 1): boolean {
  const { check } = site
  const before = check.steps
  check.steps += steps
  if (before <= MOST_STEPS && check.steps > MOST_STEPS) {
    const message = `the templates take more than ${MOST_STEPS} steps to check`
    const hints = ['partials are called with ever new values: check what is passed to the one around this place']
    site.frame.findings.push(error({ rule: 'template/budget', message, span: at, hints }))
  }
  return check.steps > MOST_STEPS
}

/** The text of a place, as the author wrote it. */
export function said({ source, start, end }: Span): string {
  return source.text.slice(start, end)
}

/** A block parameter, or null. */
export function nameIn({ names }: Site, name: string): Ref | null {
  for (let each = names; each; each = each.outer) if (each.name === name) return each.ref
  return null
}

/** The names of block parameters, for hints. */
export function namesOf({ names }: Site): string[] {
  const found: string[] = []
  for (let each = names; each; each = each.outer) found.push(each.name)
  return found
}

/** The same place with more known. */
export function knowing(site: Site, environment: Environment): Site {
  return { ...site, environment }
}

/** What a type is called, for a message. */
export function nounOf(type: Type): string {
  const nouns = [...new Set((type.type === 'either' ? type.of : [type]).map(atomNoun))]
  const [last = 'nothing', ...rest] = nouns.reverse()
  return rest.length > 0 ? `${rest.reverse().join(', ')} or ${last}` : last
}

function atomNoun(each: Exclude<Type, { type: 'either' }>): string {
  switch (each.type) {
    case 'unknown':
      return 'anything'
    case 'null':
      return '`null`'
    case 'text':
      return 'a text'
    case 'code':
    case 'words':
      return each.type === 'words' && each.written ? 'a text' : 'a word of the record format'
    case 'boolean':
      return 'true or false'
    case 'number':
      return 'a number'
    case 'list':
      return 'a list'
    case 'record':
      return 'an object'
    case 'object':
      return each.kind === null ? 'an object' : `a ${each.kind}`
    case 'printed':
      return 'printed text'
  }
}
