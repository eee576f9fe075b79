/** One run of a template: what it has gathered, what it may still spend, and how a finding or a piece is added. */
import { type Diagnostic, error, Rejected } from '../diagnostic.ts'
import type { Origin } from '../fact.ts'
import type { Language } from '../languages/language.ts'
import { once } from '../once.ts'
import type { Span } from '../source.ts'
import { around, type Pointer } from '../value.ts'
import type { Problem, ValueFault } from './cell.ts'
import type { Because, Piece } from './piece.ts'
import { type Naming, namingOf } from './statement.ts'
import type { BlockStatement, StatementId, TemplateStatement } from './syntax.ts'
import type { Template, TemplateFile } from './template-file.ts'

/** The most that one merge may make: pieces, nodes that ran, and characters (UTF-16 code units) in all its pieces. */
export interface Limits {
  readonly pieces: number
  readonly nodes: number
  readonly characters: number
}

/** How deep blocks and partials may stand in each other while a template runs. */
const DEEPEST = 100

const NO_ORIGINS: readonly Origin[] = []

/**
 * How often a block came to each of its ends: `if`, `unless` and `with` to their body and to their `else`, `each` and
 * `list` to no item, one, and several.
 */
export type Ends = readonly number[]

export interface MergeRun {
  readonly template: Template
  readonly language: Language
  readonly origins: ReadonlyMap<Pointer, readonly Origin[]>
  readonly limits: Limits
  readonly pieces: Piece[]
  /** By place and message, so that the same finding of fifty items is told once. */
  readonly findings: Map<string, Diagnostic>
  readonly visits: Map<StatementId, number>
  /** Blocks by what they are in the template's tree: no name has to be made where every block passes. */
  readonly ends: Map<BlockStatement, number[]>
  /** How often each partial and formula was run. */
  readonly entered: Map<TemplateFile, number>
  /** Places of the dossier that chose a formula, or for which an `{{#if}}` held. */
  readonly told: Set<Pointer>
  /** The partials that are running, outermost first. */
  readonly includes: string[]
  /** What `originsOf` found for values that have no origins of their own. */
  readonly nearestOrigins: Map<Pointer, readonly Origin[]>
  /** What `originsOf` made of the lists of origins that it met. */
  readonly distinctOrigins: Map<readonly Origin[], readonly Origin[]>
  nodes: number
  characters: number
  depth: number
  /** The statement that is being printed. */
  naming: Naming
  /** Why what is printed now is printed; null outside of all blocks and partials. */
  because: Because | null
  /** A block or a partial did not run, so that what was printed has a hole in it. */
  torn: boolean
}

export function createRun(from: Pick<MergeRun, 'template' | 'origins' | 'limits'>): MergeRun {
  return {
    ...from,
    language: from.template.language,
    pieces: [],
    findings: new Map(),
    visits: new Map(),
    told: new Set(),
    includes: [],
    ends: new Map(),
    entered: new Map(),
    nearestOrigins: new Map(),
    distinctOrigins: new Map(),
    naming: namingOf(from.template.main.title),
    nodes: 0,
    characters: 0,
    depth: 0,
    because: null,
    torn: false
  }
}

/** Adds a finding; one that blames a record carries the record's origin. */
export function report(run: MergeRun, { inRecord, ...finding }: Problem): void {
  const key = `${finding.span.source.name}:${finding.span.start}-${finding.span.end} ${finding.message}`
  if (run.findings.has(key)) return
  const [origin] = inRecord && finding.pointer !== undefined ? originsOf(run, [finding.pointer]) : []
  run.findings.set(key, { ...error(finding), ...(origin ? { origin } : {}) })
}

/** Reports what a fault still has to say. Nobody gets its value, so one call is enough. */
export function settleFault(run: MergeRun, { problems }: ValueFault): void {
  for (const problem of problems) report(run, problem)
}

/** Notes that the note says something because of values of the dossier. */
export function tell(run: MergeRun, pointers: readonly Pointer[]): void {
  for (const each of pointers) run.told.add(each)
}

/** Counts a statement that runs. */
export function visit(run: MergeRun, statement: TemplateStatement): void {
  run.visits.set(statement.id, (run.visits.get(statement.id) ?? 0) + 1)
}

/** Counts what a block came to: the place of that end in `Ends`. */
export function countEnd(run: MergeRun, block: BlockStatement, end: 0 | 1 | 2): void {
  const ends = once(run.ends, block, () => [0, 0, 0])
  ends[end] = (ends[end] ?? 0) + 1
}

/** Counts a partial or a formula that runs. */
export function enter(run: MergeRun, file: TemplateFile): void {
  run.entered.set(file, (run.entered.get(file) ?? 0) + 1)
}

/** Pays for one node; a run that has no end stops here. */
export function spend(run: MergeRun, at: Span): void {
  if (++run.nodes > run.limits.nodes) stop(run, at, `the template takes more than ${run.limits.nodes} steps`)
}

/** Adds a piece, with the reason why it is printed. */
export function addPiece(run: MergeRun, piece: Piece): void {
  run.pieces.push(reasoned(piece, run.because ?? undefined, run.naming.name))
  const { pieces, characters } = run.limits
  if (run.pieces.length > pieces) stop(run, piece.at, `the template prints more than ${pieces} pieces of text`)
  run.characters += piece.type === 'mention' ? piece.full.length : piece.text.length
  if (run.characters > characters) stop(run, piece.at, `the template prints more than ${characters} characters`)
}

/** All pieces of a type have the same fields in the same order: whoever reads thousands of them reads one shape. */
function reasoned(piece: Piece, because: Because | undefined, statement: string): Piece {
  const { at } = piece
  if (piece.type === 'text') return { type: 'text', text: piece.text, at, because, statement }
  const { origins } = piece
  if (piece.type === 'value') {
    return { type: 'value', text: piece.text, at, origins, language: piece.language, because, statement }
  }
  const { subject, full, short, form } = piece
  return { type: 'mention', subject, full, short, form, at, origins, because, statement }
}

/** Runs something as what a statement says. */
export function stating(run: MergeRun, naming: Naming, inner: () => void): void {
  const outer = run.naming
  run.naming = naming
  inner()
  run.naming = outer
}

/** Runs something one level deeper: a block or a partial. */
export function deeper(run: MergeRun, at: Span, inner: () => void): void {
  if (++run.depth > DEEPEST) stop(run, at, `blocks and partials are nested more than ${DEEPEST} deep`)
  inner()
  run.depth--
}

/** Runs something because of what stands at places of the dossier. */
export function because(run: MergeRun, pointers: readonly Pointer[], inner: () => void): void {
  const outer = run.because
  if (pointers.length > 0) run.because = { pointers, outer }
  inner()
  run.because = outer
}

/** Stops the run with what it has found so far, and names the partial that does not come to an end. */
function stop(run: MergeRun, span: Span, what: string): never {
  const partial = run.includes.at(-1)
  const message = partial === undefined ? what : `${what}, and \`${partial}\` is still running`
  const again = run.includes.find((each, index) => run.includes.indexOf(each) < index)
  const hint =
    again === undefined
      ? 'a loop goes over more items than intended: check the loops around this place'
      : `\`${again}\` includes itself: it needs an \`{{#if}}\` that holds only while there is more to print`
  throw new Rejected([...run.findings.values(), error({ rule: 'template/budget', message, span, hints: [hint] })])
}

/** The record origins of places in the dossier, each once; a place that is not in the map has those of the nearest above. */
export function originsOf(run: MergeRun, pointers: readonly Pointer[]): readonly Origin[] {
  const [only, ...more] = pointers
  if (only === undefined) return []
  const own = nearestOrigins(run, only)
  // the origins of a list are those of all its items: one array serves every place that has them
  return more.length === 0 ? onceEach(run, own) : distinctOrigins([own, ...more.map(each => nearestOrigins(run, each))])
}

function onceEach(run: MergeRun, origins: readonly Origin[]): readonly Origin[] {
  return origins.length < 2 ? origins : once(run.distinctOrigins, origins, () => distinctOrigins([origins]))
}

function distinctOrigins(lists: readonly (readonly Origin[])[]): readonly Origin[] {
  return [...new Set(lists.flat())]
}

function nearestOrigins(run: MergeRun, pointer: Pointer): readonly Origin[] {
  const known = run.nearestOrigins.get(pointer) ?? run.origins.get(pointer)
  if (known) return known
  const found = pointer === '' ? NO_ORIGINS : nearestOrigins(run, around(pointer))
  run.nearestOrigins.set(pointer, found)
  return found
}
