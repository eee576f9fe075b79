/** A note that is no longer as its golden in; the lines of templates, records and profile that made the difference out. */
import { attempt } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import type { Compared as Format } from '../record/fixture.ts'
import type { Prepared } from '../render.ts'
import { fill } from '../template/merge.ts'
import { callersIn, putInBy } from './callers.ts'
import { type Changes, changesOf, decisionsOf, type Run } from './decisions.ts'
import type { Hunk } from './difference.ts'
import type { Golden } from './goldens.ts'
import { type Leaf, leavesOf, PLACE } from './leaves.ts'
import { lostLeaves } from './lost.ts'
import type { MadeNote } from './made.ts'
import { describersOf, outputOf } from './outputs.ts'
import { nameOf } from './place.ts'
import { type Maker, type Trace, traceIn } from './trace.ts'

/** What is asked about a difference. */
interface Asked {
  readonly engine: Engine
  readonly note: MadeNote
  readonly format: Format
  /** The golden. */
  readonly before: string
  readonly decided: () => readonly string[]
}

/** A heading for each hunk of a difference, and hints about the whole of it. */
interface Traced {
  readonly headings: readonly string[]
  readonly hints: readonly string[]
}

/** The most template lines that one hint names: those that made something, and those of all that decided over it. */
const MOST_MAKERS = 5
const MOST_DECISIONS = 30
/** The most lines of templates that one finding names as silent. */
const MOST_LOST = 12
/** The most includes that are named for one place. */
const MOST_CALLERS = 3

/** What is known of the differences of each format besides what they show. */
const HINTS: { readonly [format in Format]?: (hunks: readonly Hunk[], asked: Asked) => readonly string[] } = {
  txt: (_, { decided }) => decided(),
  tree: (hunks, { decided }) => [...decided(), ...shapeHints(hunks)],
  pages: (hunks, { note }) => habitHints(hunks, note),
  description: (_, { engine, note, before }) => describerHints(engine, note, before)
}

/** Traces the hunks of a difference. Only text is read word by word: what made it is the same in every format. */
export function traceHunks(hunks: readonly Hunk[], asked: Asked): Traced {
  const { note, format } = asked
  const trace = format === 'txt' && note.prepared ? traceIn(note.prepared.stages.document()) : null
  const made = hunks.map(hunk => (trace ? makersOf(hunk, trace) : []))
  return {
    headings: hunks.map((hunk, index) => headingOf(hunk, made[index] ?? [], note)),
    hints: [...makerHints(made.flat(), note), ...(HINTS[format]?.(hunks, asked) ?? [])]
  }
}

/** What let new text into a note, and what left old text out. */
export function decidedHints(engine: Engine, prepared: Prepared | null, golden: Golden): readonly string[] {
  const after = outputOf(engine, prepared, 'tree').value
  if (!prepared || golden.type !== 'text' || after === null) return []
  const changes = changesOf(leavesOf(golden.text), leavesOf(after))
  const gone = changes.gone.flatMap(each => each.leaves).filter(each => each.text.trim() !== '')
  return [
    ...(gone.length > 0 ? [`what is gone was printed by ${linesOf(gone, MOST_MAKERS)}`] : []),
    ...decisionHints(changes, runsOf(prepared)),
    ...titleHints(golden.text, after, prepared)
  ]
}

/** What a golden tree has and the templates of a note that is refused do not print any more; nothing where all is there. */
export function lostHints(prepared: Prepared, goldenTree: string): readonly string[] {
  const runs = runsOf(prepared)
  const pieces = runs.flatMap(each => each.filled.pieces)
  const lost = lostLeaves(goldenTree, pieces)
  if (lost.length === 0) return []
  const changes = { gone: [{ leaves: lost, between: [] }], come: [], kept: [] }
  return [`it was printed by ${linesOf(lost, MOST_LOST)}`, ...decisionHints(changes, runs)]
}

/** The template lines of leaves, each once. */
function linesOf(leaves: readonly Leaf[], most: number): string {
  const lines = [...new Set(leaves.map(each => `${each.name}:${each.line}`))]
  return `${lines.slice(0, most).join(', ')}${lines.length > most ? ` and ${lines.length - most} more` : ''}`
}

/** What each template of a note prints of it. */
function runsOf({ templates, stages }: Prepared): Run[] {
  return Object.values(templates).flatMap(template => {
    const filled = attempt(() => fill(template, stages.resolved())).value
    return filled ? [{ template, filled }] : []
  })
}

function decisionHints(changes: Changes, runs: readonly Run[]): string[] {
  const places = decisionsOf(changes, runs).map(nameOf)
  return places.length === 0 ? [] : [`decided by ${places.slice(0, MOST_DECISIONS).join(', ')}`]
}

/** A heading of another level, or emphasis of another kind, is no text: where what stands in it is printed. */
function shapeHints(hunks: readonly Hunk[]): string[] {
  const places = hunks.flatMap(({ lines }) => {
    const texts = lines.map(each => ({ sign: each.sign, text: textOf(each) }))
    const first = texts.findIndex(each => each.sign !== ' ')
    const isText = texts.some(each => each.sign !== ' ' && PLACE.test(each.text))
    const inside = texts.slice(Math.max(0, first)).find(each => PLACE.test(each.text))
    return isText || !inside ? [] : [PLACE.exec(inside.text)?.[1] ?? '']
  })
  const distinct = [...new Set(places)].slice(0, MOST_MAKERS)
  return distinct.length === 0 ? [] : [`this is the shape of what is printed by ${distinct.join(', ')}`]
}

/** What makes the title that the file has among its properties, where that is another one. */
function titleHints(before: string, after: string, { templates: { title } }: Prepared): string[] {
  const [old, now] = [before, after].map(tree => /^title: .*$/m.exec(tree)?.[0])
  const [first] = title.main.statements
  return old === now || !first ? [] : [`the title of the file is made by ${nameOf(first.at)}`]
}

/** Where the profile says what the pages were not set by before. */
function habitHints(hunks: readonly Hunk[], { prepared }: MadeNote): string[] {
  const changed = hunks.flatMap(each => each.lines).filter(each => each.sign === '+' || each.sign === '-')
  const spans = changed.flatMap(line => {
    const pointer = /^ {2}(\/\S+): /.exec(textOf(line))?.[1]
    return pointer === undefined ? [] : (prepared?.records.spanOf({ file: 'profile', pointer }) ?? [])
  })
  const places = [...new Set(spans.map(nameOf))].slice(0, MOST_MAKERS)
  return places.length === 0 ? [] : [`decided by ${places.join(', ')}`]
}

function describerHints(engine: Engine, { prepared }: MadeNote, before: string): string[] {
  const describers = prepared ? describersOf(engine, prepared, before) : []
  const places = [...new Set(describers.map(nameOf))].slice(0, MOST_MAKERS)
  return places.length === 0 ? [] : [`made by ${places.join(', ')}`]
}

function textOf({ stretches }: Hunk['lines'][number]): string {
  return stretches.map(each => each.text).join('')
}

/** What made the changed words; of words that only went, what made those around them. */
function makersOf({ lines }: Hunk, trace: Trace): Maker[] {
  const come = lines.filter(line => line.sign === '+')
  const asked =
    come.length > 0
      ? come.flatMap(line => {
          const changed = line.stretches.filter(each => each.changed && each.text.trim() !== '')
          return (changed.length > 0 ? changed : line.stretches.slice(0, 1)).map(each => [textOf(line), each.text])
        })
      : lines.filter(line => line.sign === ' ' && textOf(line).trim() !== '').map(line => [textOf(line), textOf(line)])
  const makers = asked.flatMap(([line = '', words = '']) => trace(line, words) ?? [])
  const byPlace = new Map(makers.map(each => [`${each.template.source.name}:${each.template.start}`, each]))
  return come.length > 0 ? [...byPlace.values()] : [...byPlace.values()].slice(0, 1)
}

function headingOf({ line, lines }: Hunk, makers: readonly Maker[], note: MadeNote): string {
  const only = lines.every(each => each.sign !== '+') ? 'beside what is ' : ''
  const said = makers.map(each => madeBy(each, note)).join('; ')
  return `line ${line}${said === '' ? '' : `, ${only}${said}`}`
}

/** `made by templates/en/partials/occasion.hbs:3:7 from register.yaml:41:9` */
function madeBy({ template, origins }: Maker, { prepared }: MadeNote): string {
  const records = origins.flatMap(each => prepared?.records.spanOf(each) ?? []).map(nameOf)
  const from = records.length === 0 ? '' : ` from ${[...new Set(records)].slice(0, 3).join(' and ')}`
  return `made by ${nameOf(template)}${from}`
}

/** What made the changes, and what put that into the note. */
function makerHints(makers: readonly Maker[], note: MadeNote): string[] {
  const callers = callersIn(note.prepared ? Object.values(note.prepared.templates) : [])
  const said = makers.map(each =>
    [madeBy(each, note), putInBy(callers, each.template, MOST_CALLERS)].filter(one => one !== null).join(', ')
  )
  return [...new Set(said)].slice(0, MOST_MAKERS)
}
