/** A fixture's notes and its goldens in; what differs, with the template line that made it, and goldens to write, out. */
import { attempt, type Diagnostic, type Difference, error } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { CARRIES } from '../record/bundle.ts'
import type { Compared as Format } from '../record/fixture.ts'
import type { Prepared } from '../render.ts'
import { offsetOf, type Source, type Span } from '../source.ts'
import { fill } from '../template/merge.ts'
import { callersIn } from './callers.ts'
import { type Changes, changesOf, decisionsOf, type Leaf, leavesOf, type Ran } from './decisions.ts'
import { compareTexts, differenceOf, type Hunk, withSentences } from './difference.ts'
import { EXPECTED, type Fixture, startOf } from './inventory.ts'
import { lostLeaves } from './lost.ts'
import type { MadeNote, MadeNotes } from './made.ts'
import { describersOf, OUTPUTS, outputOf } from './outputs.ts'
import { nameOf } from './place.ts'
import { type Maker, type Trace, traceIn } from './trace.ts'

/** What stands in the place of a golden. */
export type Golden =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'none' }
  | { readonly type: 'unreadable'; readonly why: string }

export type ReadGolden = (name: string) => Golden

/** A golden as it would have to be. */
export interface Wanted {
  readonly name: string
  readonly text: string
}

export interface ComparedFixture {
  readonly findings: readonly Diagnostic[]
  /** Goldens that are missing or differ. */
  readonly wanted: readonly Wanted[]
}

/** What is always compared. */
const ALWAYS: readonly Format[] = ['txt', 'tree']

/** Compares every format of every variant of a fixture that could be made. */
export function compareFixture(engine: Engine, fixture: Fixture, notes: MadeNotes, read: ReadGolden): ComparedFixture {
  const formats = [...new Set([...ALWAYS, ...(notes.settings?.compare ?? [])])]
  const results = notes.made.flatMap(note =>
    formats
      .filter(format => format !== 'pdf' || isClean(note))
      .map(format => ({ name: goldenName(fixture, note, format), note, format }))
  )
  const compared = results.map(({ name, note, format }) => {
    const { value: text, findings } = note.whole ? outputOf(engine, note.prepared, format) : NOT_MADE
    const tree = () => read(goldenName(fixture, note, 'tree'))
    if (findings.length > 0) return { findings, wanted: [] }
    if (text !== null) return compareGolden({ engine, name, note, format, text, tree }, read(name))
    return format === 'tree' ? { findings: lostFindings(name, note, read(name)), wanted: [] } : NOTHING
  })
  const known = new Set(results.map(each => each.name))
  const unused = fixture.expected.filter(name => !known.has(name) && !within(name, known)).map(unusedGolden)
  return {
    findings: [...compared.flatMap(each => each.findings), ...unused],
    wanted: compared.flatMap(each => each.wanted)
  }
}

/** A file that carries what it was made from also says which version made it: its digest is no golden. */
function isClean({ prepared }: MadeNote): boolean {
  return prepared === null || !CARRIES[prepared.form]
}

/** A file in a folder that has a golden's name: the folder is what is told of. */
function within(name: string, goldens: ReadonlySet<string>): boolean {
  return [...goldens].some(golden => name.startsWith(`${golden}/`))
}

const NOT_MADE = { value: null, findings: [] }

const NOTHING: ComparedFixture = { findings: [], wanted: [] }

function goldenName({ folder }: Fixture, { variant }: MadeNote, format: Format): string {
  return `${folder === '' ? '' : `${folder}/`}${EXPECTED}note${variant}${OUTPUTS[format].ending}`
}

interface Output {
  readonly engine: Engine
  readonly name: string
  readonly note: MadeNote
  readonly format: Format
  readonly text: string
  /** The golden of the note's tree, which says what printed what. */
  readonly tree: () => Golden
}

function compareGolden(output: Output, golden: Golden): ComparedFixture {
  const { name, text } = output
  if (golden.type === 'unreadable') return { findings: [unreadable(name, golden.why)], wanted: [] }
  if (golden.type === 'text' && golden.text === text) return NOTHING
  const finding = golden.type === 'none' ? missing(name) : different(output, golden.text)
  return { findings: [finding], wanted: [{ name, text }] }
}

const ACCEPT = 'read it, then `verbale check --update` writes it'

function missing(name: string): Diagnostic {
  return error({ rule: 'golden/missing', message: 'there is no such golden', span: startOf(name), hints: [ACCEPT] })
}

function unreadable(name: string, why: string): Diagnostic {
  return error({ rule: 'golden/unreadable', message: `this golden cannot be read: ${why}`, span: startOf(name) })
}

function unusedGolden(name: string): Diagnostic {
  const hints = ['`compare` in `fixture.yaml` says what is compared; remove the file, or name its format there']
  return error({ rule: 'golden/unused', message: 'nothing is compared with this golden', span: startOf(name), hints })
}

/** Of a note that is refused: what its golden has and its templates do not print any more. */
function lostFindings(name: string, { prepared }: MadeNote, golden: Golden): Diagnostic[] {
  if (golden.type !== 'text' || !prepared) return []
  const runs = runsOf(prepared)
  const lost = lostLeaves(
    golden.text,
    runs.flatMap(each => each.filled.pieces)
  )
  if (lost.length === 0) return []
  const hints = [
    `it was printed by ${linesOf(lost, MOST_LOST)}`,
    ...decisionHints({ gone: [{ leaves: lost, between: [] }], come: [], kept: [] }, runs)
  ]
  return [error({ rule: 'golden/lost', message: 'some of this is not printed any more', span: startOf(name), hints })]
}

/** The template lines of leaves, each once. */
function linesOf(leaves: readonly Leaf[], most: number): string {
  const lines = [...new Set(leaves.map(each => `${each.name}:${each.line}`))]
  return `${lines.slice(0, most).join(', ')}${lines.length > most ? ` and ${lines.length - most} more` : ''}`
}

/** What each template of a note prints of it. */
function runsOf({ templates, stages }: Prepared): Ran[] {
  return Object.values(templates).flatMap(template => {
    const filled = attempt(() => fill(template, stages.resolved())).value
    return filled ? [{ template, filled }] : []
  })
}

function decisionHints(changes: Changes, runs: readonly Ran[]): string[] {
  const places = decisionsOf(changes, runs).map(nameOf)
  return places.length === 0 ? [] : [`decided by ${places.slice(0, MOST_DECISIONS).join(', ')}`]
}

/** The most blocks and includes that are named as having decided. */
const MOST_DECISIONS = 30

/** The most lines of templates that one finding names as silent. */
const MOST_LOST = 12

function different(output: Output, before: string): Diagnostic {
  const { engine, name, note, format, text } = output
  const source: Source = { name, text: before }
  if (format === 'pdf') {
    const message = 'the PDF is no longer the one of this digest'
    return error({ rule: 'golden/different', message, span: lineSpan(source, 1), hints: [ACCEPT] })
  }
  const compared = compareTexts(before, text)
  const trace = format === 'txt' && note.prepared ? traceIn(note.prepared.stages.document()) : null
  const made = compared.hunks.map(hunk => (trace ? makersOf(hunk, trace) : []))
  const headings = compared.hunks.map((hunk, index) => headingOf(hunk, made[index] ?? [], note))
  const decided = format === 'txt' || format === 'tree' ? decidedHints(output) : []
  const described = format === 'description' && note.prepared ? describersOf(engine, note.prepared, before) : []
  const difference = differenceOf(compared, headings)
  const habits = format === 'pages' ? habitHints(difference, note) : []
  const shapes = format === 'tree' ? shapeHints(compared.hunks) : []
  return error({
    rule: 'golden/different',
    message: `${OUTPUTS[format].what} is no longer the same: ${sizeOf(difference)}`,
    span: lineSpan(source, compared.hunks[0]?.line ?? 1),
    hints: [...makerHints(made.flat(), note), ...decided, ...shapes, ...habits, ...describerHints(described), ACCEPT],
    difference: format === 'txt' ? withSentences(difference, before, text) : difference
  })
}

/** What let new text into a note, and what left old text out. */
function decidedHints({ engine, note: { prepared }, tree }: Output): string[] {
  const [before, after] = [tree(), outputOf(engine, prepared, 'tree').value]
  if (!prepared || before.type !== 'text' || after === null) return []
  const changes = changesOf(leavesOf(before.text), leavesOf(after))
  const gone = changes.gone.flatMap(each => each.leaves).filter(each => each.text.trim() !== '')
  return [
    ...(gone.length > 0 ? [`what is gone was printed by ${linesOf(gone, MOST_MAKERS)}`] : []),
    ...decisionHints(changes, runsOf(prepared)),
    ...titleHints(before.text, after, prepared)
  ]
}

/** A heading of another level, or emphasis of another kind, is no text: where what stands in it is printed. */
function shapeHints(hunks: readonly Hunk[]): string[] {
  const places = hunks.flatMap(({ lines }) => {
    const texts = lines.map(each => ({ sign: each.sign, text: each.stretches.map(one => one.text).join('') }))
    const first = texts.findIndex(each => each.sign !== ' ')
    const isText = texts.some(each => each.sign !== ' ' && PLACE.test(each.text))
    const inside = texts.slice(Math.max(0, first)).find(each => PLACE.test(each.text))
    return isText || !inside ? [] : [PLACE.exec(inside.text)?.[1] ?? '']
  })
  const distinct = [...new Set(places)].slice(0, MOST_MAKERS)
  return distinct.length === 0 ? [] : [`this is the shape of what is printed by ${distinct.join(', ')}`]
}

/** The place at the end of a line of a tree. */
const PLACE = / {2}# (\S+:\d+)/

/** What makes the title that the file has among its properties, where that is another one. */
function titleHints(before: string, after: string, { templates: { title } }: Prepared): string[] {
  const [old, now] = [before, after].map(tree => /^title: .*$/m.exec(tree)?.[0])
  const [first] = title.main.statements
  return old === now || !first ? [] : [`the title of the file is made by ${nameOf(first.at)}`]
}

/** Where the profile says what the pages were not set by before. */
function habitHints({ lines }: Difference, { prepared }: MadeNote): string[] {
  const changed = lines.filter(each => each.sign === '+' || each.sign === '-')
  const spans = changed.flatMap(({ stretches }) => {
    const pointer = /^ {2}(\/\S+): /.exec(stretches.map(each => each.text).join(''))?.[1]
    return pointer === undefined ? [] : (prepared?.records.spanOf({ file: 'profile', pointer }) ?? [])
  })
  const places = [...new Set(spans.map(nameOf))].slice(0, MOST_MAKERS)
  return places.length === 0 ? [] : [`decided by ${places.join(', ')}`]
}

/** The most template lines that one finding names. */
const MOST_MAKERS = 5

function sizeOf({ lines }: Difference): string {
  const of = (sign: string) => lines.filter(each => each.sign === sign).length
  return `${of('-')} lines gone, ${of('+')} come`
}

/** What made the changed words; of words that only went, what made those around them. */
function makersOf({ lines }: Hunk, trace: Trace): Maker[] {
  const whole = (line: Hunk['lines'][number]) => line.stretches.map(each => each.text).join('')
  const come = lines.filter(line => line.sign === '+')
  const asked =
    come.length > 0
      ? come.flatMap(line => {
          const changed = line.stretches.filter(each => each.changed && each.text.trim() !== '')
          return (changed.length > 0 ? changed : line.stretches.slice(0, 1)).map(each => [whole(line), each.text])
        })
      : lines.filter(line => line.sign === ' ' && whole(line).trim() !== '').map(line => [whole(line), whole(line)])
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
  const callers = note.prepared ? callersIn(Object.values(note.prepared.templates)) : () => []
  const said = makers.map(each => {
    const by = callers(each.template).slice(0, MOST_CALLERS).map(nameOf)
    return `${madeBy(each, note)}${by.length === 0 ? '' : `, put in by ${by.join(' and ')}`}`
  })
  return [...new Set(said)].slice(0, MOST_MAKERS)
}

/** The most includes that are named for one place. */
const MOST_CALLERS = 3

function describerHints(describers: readonly Span[]): string[] {
  const lines = [...new Set(describers.map(nameOf))].slice(0, MOST_MAKERS)
  return lines.length === 0 ? [] : [`made by ${lines.join(', ')}`]
}

function lineSpan(source: Source, line: number): Span {
  const start = Math.min(offsetOf(source, { line, column: 1 }), source.text.length)
  const end = source.text.indexOf('\n', start)
  return { source, start, end: end < 0 ? source.text.length : end }
}
