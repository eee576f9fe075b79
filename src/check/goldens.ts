/** A fixture's notes and its goldens in; what differs, with the template line that made it, and goldens to write, out. */
import { type Diagnostic, type Difference, error } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { CARRIES } from '../record/bundle.ts'
import type { Compared as Format } from '../record/fixture.ts'
import { offsetOf, type Source, type Span } from '../source.ts'
import { compareTexts, differenceOf, withSentences } from './difference.ts'
import { EXPECTED, type Fixture, startOf } from './inventory.ts'
import type { MadeNote, MadeNotes } from './made.ts'
import { OUTPUTS, outputOf } from './outputs.ts'
import { decidedHints, lostHints, traceHunks } from './traced.ts'

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
  const results = notes.made.flatMap(note => {
    const decided = once(() => decidedHints(engine, note.prepared, read(goldenName(fixture, note, 'tree'))))
    return formats
      .filter(format => format !== 'pdf' || isClean(note))
      .map(format => ({ name: goldenName(fixture, note, format), note, format, decided }))
  })
  const compared = results.map(({ name, note, format, decided }) => {
    const { value: text, findings } = note.whole ? outputOf(engine, note.prepared, format) : NOT_MADE
    if (findings.length > 0) return { findings, wanted: [] }
    if (text !== null) return compareGolden({ engine, name, note, format, text, decided }, read(name))
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

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
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
  /** What decided over all that its tree has otherwise: the same for its text. */
  readonly decided: () => readonly string[]
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

function different({ engine, name, note, format, text, decided }: Output, before: string): Diagnostic {
  const source: Source = { name, text: before }
  if (format === 'pdf') {
    const message = 'the PDF is no longer the one of this digest'
    return error({ rule: 'golden/different', message, span: lineSpan(source, 1), hints: [ACCEPT] })
  }
  const compared = compareTexts(before, text)
  const { headings, hints } = traceHunks(compared.hunks, { engine, note, format, before, decided })
  const difference = differenceOf(compared, headings)
  return error({
    rule: 'golden/different',
    message: `${OUTPUTS[format].what} is no longer the same: ${sizeOf(difference)}`,
    span: lineSpan(source, compared.hunks[0]?.line ?? 1),
    hints: [...hints, ACCEPT],
    difference: format === 'txt' ? withSentences(difference, before, text) : difference
  })
}

/** Of a note that is refused: what its golden has and its templates do not print any more. */
function lostFindings(name: string, { prepared }: MadeNote, golden: Golden): Diagnostic[] {
  if (golden.type !== 'text' || !prepared) return []
  const hints = lostHints(prepared, golden.text)
  if (hints.length === 0) return []
  return [error({ rule: 'golden/lost', message: 'some of this is not printed any more', span: startOf(name), hints })]
}

function sizeOf({ lines }: Difference): string {
  const of = (sign: string) => lines.filter(each => each.sign === sign).length
  return `${of('-')} lines gone, ${of('+')} come`
}

function lineSpan(source: Source, line: number): Span {
  const start = Math.min(offsetOf(source, { line, column: 1 }), source.text.length)
  const end = source.text.indexOf('\n', start)
  return { source, start, end: end < 0 ? source.text.length : end }
}
