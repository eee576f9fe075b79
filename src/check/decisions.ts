/** A note's tree as its golden has it and as it is now in; the blocks and includes that decided over the difference, out. */
import { diffArrays } from 'diff'
import { positionOf, type Span } from '../source.ts'
import type { Filled } from '../template/merge.ts'
import type { Block, Include, Statement, StatementId } from '../template/syntax.ts'
import type { Template, TemplateFile } from '../template/template.ts'
import { filesOf } from '../template/within.ts'
import { callsIn } from './callers.ts'
import { fold, type Leaf } from './leaves.ts'

/** A template, and what the run of a note made of it. */
export interface Run {
  readonly template: Template
  readonly filled: Filled
}

/** Leaves that went, and those that stood before and behind them and stayed. */
interface Gap {
  readonly leaves: readonly Leaf[]
  readonly between: readonly Leaf[]
}

/** What went and came between two trees: runs of leaves that stood together. */
export interface Changes {
  readonly gone: readonly Gap[]
  readonly come: readonly (readonly Leaf[])[]
  /** What stayed. */
  readonly kept: readonly Leaf[]
}

/** More edits than this, and two trees have nothing in common. */
const MOST_EDITS = 2000

/** Compares the leaves of two trees. Those that went are placed at the lines where their templates have them now. */
export function changesOf(before: readonly Leaf[], after: readonly Leaf[]): Changes {
  const keys = (leaves: readonly Leaf[]) => leaves.map(({ name, text }) => `${name} ${text}`)
  const parts = diffArrays(keys(before), keys(after), { maxEditLength: MOST_EDITS }) ?? []
  const changes: { gone: Gap[]; come: Leaf[][]; kept: Leaf[] } = { gone: [], come: [], kept: [] }
  const shifts = new Map<string, number>()
  let [from, to] = [0, 0]
  for (const { value, added, removed } of parts) {
    const [old, now] = [before.slice(from, from + value.length), after.slice(to, to + value.length)]
    if (!added) from += value.length
    if (!removed) to += value.length
    if (added) changes.come.push(now)
    else if (removed) {
      const leaves = old.map(each => ({ ...each, line: each.line + (shifts.get(each.name) ?? 0) }))
      changes.gone.push({ leaves, between: [after[to - 1], after[to]].filter(each => each !== undefined) })
    } else {
      changes.kept.push(...now)
      for (const [index, each] of old.entries()) shifts.set(each.name, (now[index]?.line ?? each.line) - each.line)
    }
  }
  return changes
}

/** A statement with what it stands in. */
interface Place {
  readonly statement: Statement
  readonly block: Block | null
  readonly file: TemplateFile
}

/** The templates of a note as one graph: what stands in what, what includes what, and what of it ran. */
interface Graph {
  readonly places: ReadonlyMap<StatementId, Place>
  readonly byName: ReadonlyMap<string, readonly Place[]>
  readonly calls: ReadonlyMap<TemplateFile, readonly Include[]>
  readonly visits: ReadonlyMap<StatementId, number>
}

/**
 * What decided: for what went, the blocks and includes that ran and did not lead to it; for what came, those that all of
 * it came through, and first the one of them that led to nothing before.
 */
export function decisionsOf({ gone, come, kept }: Changes, runs: readonly Run[]): readonly Span[] {
  const graph = graphOf(runs)
  const known = new Set(
    [...kept, ...gone.flatMap(each => each.leaves)]
      .flatMap(leaf => placesOf(graph, leaf))
      .flatMap(at => [...chainOf(graph, at)])
  )
  const spans = [
    ...gone.flatMap(({ leaves }) =>
      leaves.flatMap(leaf => placesOf(graph, leaf)).flatMap(place => closedTo(graph, place))
    ),
    ...[...gone.map(each => each.leaves), ...come].flatMap(run => openedTo(graph, run, known)),
    ...gone.flatMap(each => aroundOf(graph, each))
  ].map(each => each.at)
  return [...new Map(spans.map(each => [`${each.source.name}:${each.start}`, each])).values()]
}

function graphOf(runs: readonly Run[]): Graph {
  const places = new Map<StatementId, Place>()
  const byName = new Map<string, Place[]>()
  const visits = new Map<StatementId, number>()
  const walk = (body: readonly Statement[], block: Block | null, file: TemplateFile): void => {
    for (const statement of body) {
      if (places.has(statement.id)) continue
      const place = { statement, block, file }
      places.set(statement.id, place)
      const { name } = statement.at.source
      byName.set(name, [...(byName.get(name) ?? []), place])
      if (statement.type === 'block') walk([...statement.body, ...(statement.inverse ?? [])], statement, file)
    }
  }
  for (const { template, filled } of runs) {
    for (const file of filesOf(template)) walk(file.statements, null, file)
    for (const [id, count] of filled.visits) visits.set(id, (visits.get(id) ?? 0) + count)
  }
  return { places, byName, calls: callsIn(runs.map(each => each.template)), visits }
}

/** Statements that print at a line, those that have the words first; of a block, what it holds prints. */
function placesOf({ byName }: Graph, { name, line, text }: Leaf): readonly Place[] {
  const printing = (byName.get(name) ?? []).filter(each => each.statement.type !== 'block')
  const words = fold(text)
  const saying = printing.filter(
    ({ statement }) => statement.type === 'content' && fold(statement.text).includes(words)
  )
  const there = ({ statement: { at } }: Place): boolean => {
    const [first, last] = [at.start, Math.max(at.start, at.end - 1)].map(each => lineIn(at, each))
    return first !== undefined && last !== undefined && first <= line && line <= last
  }
  const [own, near] = [saying.filter(there), printing.filter(there)]
  return (own.length > 0 ? own : near).slice(0, 1)
}

function lineIn({ source }: Span, offset: number): number {
  return positionOf(source, offset).line
}

/** What this stands in: its block, or the includes that put its text into the note. */
function above({ calls, places }: Graph, { block, file }: Place): readonly Place[] {
  const outer = block ? [block] : (calls.get(file) ?? [])
  return outer.flatMap(each => places.get(each.id) ?? [])
}

function isRun({ visits }: Graph, { statement }: Place): boolean {
  return (visits.get(statement.id) ?? 0) > 0
}

/** What ran and did not lead to a place that did not run. */
function closedTo(graph: Graph, place: Place, seen: ReadonlySet<Place> = new Set()): readonly Statement[] {
  if (isRun(graph, place) || seen.has(place)) return []
  const walked = new Set([...seen, place])
  return above(graph, place).flatMap(each => (isRun(graph, each) ? [each.statement] : closedTo(graph, each, walked)))
}

/** A place, and all above it, the nearest first. */
function chainOf(graph: Graph, place: Place): ReadonlySet<Place> {
  const chain = new Set([place])
  // what is added while the set is gone through is gone through, too
  for (const each of chain) for (const outer of above(graph, each)) chain.add(outer)
  return chain
}

/** The blocks and includes that end where something stood, and the one that begins there: what it was printed by may be in no template any more. */
function aroundOf(graph: Graph, { between }: Gap): readonly Statement[] {
  const [before, behind] = between.flatMap(leaf => placesOf(graph, leaf)).map(place => [...chainOf(graph, place)])
  if (!before || !behind) return []
  const only = (chain: readonly Place[], other: readonly Place[]): readonly Statement[] =>
    chain.filter(each => !other.includes(each) && each.statement.type !== 'content').map(each => each.statement)
  const [last, next] = [only(before, behind), only(behind, before)]
  return [...last.slice(-MOST_SHARED).reverse(), ...next.slice(-1)]
}

/** What first led to nothing that was known, and what that stands in; then all that a whole run came through, the nearest first. */
function openedTo(graph: Graph, run: readonly Leaf[], known: ReadonlySet<Place>): readonly Statement[] {
  const [first, ...more] = run.flatMap(leaf => placesOf(graph, leaf)).map(place => [...chainOf(graph, place)])
  if (!first) return []
  const shared = first.filter(
    each => each.statement.type !== 'content' && isRun(graph, each) && more.every(chain => chain.includes(each))
  )
  const isKnown = (each: Place): boolean => known.has(each)
  const opened = shared.filter(each => !isKnown(each) && above(graph, each).some(isKnown))
  const doors = opened.flatMap(each => above(graph, each)).filter(each => isKnown(each) && isRun(graph, each))
  return [...doors, ...opened, ...shared.slice(0, MOST_SHARED)].map(each => each.statement)
}

/** How far up what all of a run came through is told. */
const MOST_SHARED = 20
