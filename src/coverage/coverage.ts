/** Merged notes and the texts of templates in; how often each branch of each text was taken out. */
import type { Meanings } from '../dossier/meanings.ts'
import { positionOf, type Span } from '../source.ts'
import type { Filled } from '../template/merge.ts'
import type { BlockStatement, StatementId, TemplateStatement } from '../template/syntax.ts'
import { includesIn, statementsIn, type TemplateFile } from '../template/template-file.ts'
import type { TemplateTextAt } from '../template/texts.ts'
import { blockEnds, type End, textEnd } from './ends.ts'

/** What the merges of many notes came to. Blocks and texts are known by what they are: a store opens each once. */
export interface Tally {
  readonly visits: Map<StatementId, number>
  readonly ends: Map<BlockStatement, number[]>
  readonly entered: Map<TemplateFile, number>
}

export function createTally(): Tally {
  return { visits: new Map(), ends: new Map(), entered: new Map() }
}

/** Adds what one merge ran. */
export function addMerge(tally: Tally, merged: Filled): void {
  for (const [id, count] of merged.visits) tally.visits.set(id, (tally.visits.get(id) ?? 0) + count)
  for (const [file, count] of merged.entered) tally.entered.set(file, (tally.entered.get(file) ?? 0) + count)
  for (const [block, ends] of merged.ends) {
    const known = tally.ends.get(block) ?? [0, 0, 0]
    const sums = known.map((count, index) => count + (ends[index] ?? 0))
    tally.ends.set(block, sums)
  }
}

/** One thing that can happen in a text: that it is run at all, or that a block comes to one of its ends. */
export interface Branch {
  readonly at: Span
  readonly line: number
  /** The number of the block in its text, from 0; null for the text itself. */
  readonly block: number | null
  readonly end: End
  readonly count: number
  /** Whether the block itself was reached: what stands in a branch that was never taken is no gap of its own. */
  readonly reached: boolean
}

/** A text with all that can happen in it. */
export interface TextCoverage {
  readonly text: TemplateTextAt
  /** The path of its file, as the user knows it. */
  readonly path: string
  readonly entered: number
  readonly branches: readonly Branch[]
  /** How often each line that does something was run: the most of its statements. */
  readonly lines: ReadonlyMap<number, number>
  /** Statements in their order; `inner` is one that holds others. */
  readonly stretches: readonly { readonly at: Span; readonly count: number; readonly inner: boolean }[]
}

/** How often everything that can happen in some texts did. Texts that cannot be read are left out. */
export function coverageOf(
  texts: readonly TemplateTextAt[],
  tally: Tally,
  meanings: Meanings
): readonly TextCoverage[] {
  // every call of a partial or formula says when that is run
  const calls = texts.flatMap(each => (each.file ? includesIn(each.file.statements) : []))
  return texts.flatMap(text => {
    if (!text.file) return []
    const entered = tally.entered.get(text.file) ?? 0
    const statements = statementsIn(text.file.statements)
    const blocks = statements.filter(each => each.type === 'block')
    const { source, start } = text.at
    const own: Branch = {
      at: { source, start, end: start },
      line: positionOf(source, start).line,
      block: null,
      end: textEnd(text, calls),
      count: entered,
      reached: true
    }
    const stretches = statements.map(({ at, id, type }) => {
      return { at, count: tally.visits.get(id) ?? 0, inner: type === 'block' }
    })
    const branches = [own, ...blocks.flatMap((block, index) => branchesOf(block, index, tally, meanings))]
    return [{ text, path: source.name, entered, branches, lines: linesOf(statements, tally), stretches }]
  })
}

function branchesOf(block: BlockStatement, index: number, tally: Tally, meanings: Meanings): Branch[] {
  const counts = tally.ends.get(block)
  const { at } = block.call
  const { line } = positionOf(block.at.source, block.at.start)
  return blockEnds(block, meanings).map((end, taken) => {
    return { at, line, block: index, end, count: counts?.[taken] ?? 0, reached: counts !== undefined }
  })
}

/** A statement counts where it begins, a stretch of text on each of its lines that has more than white space. */
function linesOf(statements: readonly TemplateStatement[], { visits }: Tally): ReadonlyMap<number, number> {
  const lines = new Map<number, number>()
  for (const each of statements) {
    const count = visits.get(each.id) ?? 0
    for (const line of linesAt(each)) lines.set(line, Math.max(lines.get(line) ?? 0, count))
  }
  return new Map([...lines].sort(([a], [b]) => a - b))
}

function linesAt({ type, at }: TemplateStatement): number[] {
  const { line } = positionOf(at.source, at.start)
  if (type !== 'content') return [line]
  const texts = at.source.text.slice(at.start, at.end).split('\n')
  return texts.flatMap((text, index) => (text.trim() === '' ? [] : [line + index]))
}

/** Branches that were taken, and all of them. */
export interface Share {
  readonly taken: number
  readonly all: number
}

export function shareOf(texts: readonly TextCoverage[]): Share {
  const branches = texts.flatMap(each => each.branches)
  return { taken: branches.filter(each => each.count > 0).length, all: branches.length }
}

/** Whole percent, rounded down: 100 only where nothing is missing. */
export function percent({ taken, all }: Share): number {
  return all === 0 ? 100 : Math.floor((100 * taken) / all)
}

/** A branch that no note took, though one came as far as its block. */
export interface Gap {
  readonly path: string
  readonly at: Span
  readonly says: string
  readonly means: readonly string[]
}

/** The gaps of some texts, in their order; what stands inside of one is not told again. */
export function gapsOf(texts: readonly TextCoverage[]): Gap[] {
  return texts.flatMap(({ path, branches, entered }) =>
    branches
      .filter(each => each.count === 0 && each.reached && (each.block === null || entered > 0))
      .map(({ at, end }) => ({ path, at, says: `no fixture where ${end.condition}`, means: end.means }))
  )
}
