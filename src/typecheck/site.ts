/** One place of a template as the check walks over it: what is known there, and how a finding is put there. */
import { type Diagnostic, type DiagnosticFields, error } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import type { Formulas } from '../template/formulas.ts'
import type { Names } from '../template/scope.ts'
import type { Content, TemplateStatement } from '../template/syntax.ts'
import type { TemplateFile } from '../template/template-file.ts'
import type { Environment, Ref } from './environment.ts'
import { type Atom, atomsOf, type Type, type Types } from './type.ts'

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

export interface Site {
  readonly check: TypeCheck
  readonly frame: FileFrame
  readonly environment: Environment
  readonly context: Ref
  /** What `../` leads to. */
  readonly outer: Site | null
  readonly names: Names<Ref> | null
  /** How many loops stand around. */
  readonly loops: number
  readonly fence: Fence
  /** How many blocks and partials stand around. */
  readonly depth: number
}

/** What is no matter where no dossier leads. */
const ONLY_ALIVE: readonly string[] = ['template/null', 'template/empty', 'template/unknown-formula', 'template/budget']

/** Adds a finding. */
export function report(site: Site, finding: DiagnosticFields): void {
  if (!site.environment.dead || !ONLY_ALIVE.includes(finding.rule)) site.frame.findings.push(error(finding))
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

/** The same place with more known. */
export function knowing(site: Site, environment: Environment): Site {
  return { ...site, environment }
}

/** What a type is called, for a message. */
export function nounOf(type: Type): string {
  const nouns = [...new Set(atomsOf(type).map(atomNoun))]
  const [last = 'nothing', ...rest] = nouns.reverse()
  return rest.length > 0 ? `${rest.reverse().join(', ')} or ${last}` : last
}

function atomNoun(each: Atom): string {
  if (each.type === 'object' && each.kind !== null) return `a ${each.kind}`
  return each.type === 'words' && each.written ? NOUNS.text : NOUNS[each.type]
}

const NOUNS: { readonly [type in Atom['type']]: string } = {
  unknown: 'anything',
  null: '`null`',
  text: 'a text',
  code: 'a word of the record format',
  words: 'a word of the record format',
  boolean: 'true or false',
  number: 'a number',
  list: 'a list',
  record: 'an object',
  object: 'an object',
  printed: 'printed text'
}

const FENCE = /^[ \t]*:{3,}(.*)$/gm

/** A fence at the start of a text opens a part only where the template's own line starts there; any closes one. */
export function fenceAfter(before: Fence, { at, text }: Content): Fence {
  let fence = before
  for (const match of text.matchAll(FENCE)) {
    const name = match[1]?.trim() ?? ''
    const startsLine = match.index > 0 || at.start === 0 || /[\r\n]/.test(at.source.text.charAt(at.start - 1))
    fence = name !== '' && startsLine ? name : null
  }
  return fence
}

/** Where two ways meet. */
export function meet(a: Fence, b: Fence): Fence {
  return a === b ? a : 'unclear'
}
