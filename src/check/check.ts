/** The files of a workspace in; everything that is wrong with them, goldens to write, and the coverage of its templates, out. */
import { attempt, type Diagnostic, distinct } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { readSource } from '../world.ts'
import { type Annotation, annotationsIn, isBad, unlikeAnnotations, withoutForeseen } from './annotations.ts'
import { type Counted, type Counting, counted, type Gates, gatesOf, settingsOf } from './counted.ts'
import { type Coverage, coverageOf, createTally, type Tally } from './coverage.ts'
import { checkForm } from './form.ts'
import { compareFixture, type ReadGolden, type Wanted } from './goldens.ts'
import { type Fixture, type Inventory, startOf, takeInventory } from './inventory.ts'
import { type MadeNotes, makeNotes } from './made.ts'
import { fileFindings } from './records.ts'
import { addNote } from './tallied.ts'
import { shelvesOf, templateFindings } from './templates.ts'
import { addUse, type Used, unusedFindings } from './unused.ts'

export interface CheckOptions {
  readonly engine: Engine
  /** The names of the files to check. */
  readonly names: readonly string[]
  /** Those that the user named one by one. */
  readonly asked: ReadonlySet<string>
  /** The names of all files of the workspace: whose templates are measured, and which belong to the package. */
  readonly own: readonly string[]
  /** The names under which the register of a note is looked for. Throws `Rejected` for settings that are none. */
  readonly registersOf: (note: string) => readonly string[]
  readonly readGolden: ReadGolden
  readonly counting: Counting
  /** Whether the templates are to be measured; they are all the same where `verbale.yaml` asks for a share of them. */
  readonly measure: boolean
  /** Called before each note. */
  readonly told: (note: string, index: number, all: number) => void
}

/** What counts of all that was found; a finding without a place is put down to the file that it is about. */
export interface Checked extends Counted {
  /** Goldens that are missing or differ, as they would have to be. */
  readonly wanted: readonly Wanted[]
  /** Null where nobody asked for it. */
  readonly coverage: Coverage | null
  readonly inventory: Inventory
  /** What `verbale.yaml` asks for besides. */
  readonly gates: Gates
}

/** What the checks share. */
export interface Bench extends CheckOptions {
  readonly inventory: Inventory
  /** What each file of a note that must be refused says must be found; by name. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>
}

/** What is asked of the workspace as a whole. */
const OF_THE_WORKSPACE: readonly ((bench: Bench) => readonly Diagnostic[])[] = [
  bench => bench.inventory.findings,
  fileFindings,
  templateFindings
]

/** What is asked of every note that is to be good. */
const OF_A_NOTE: readonly ((note: NoteAtHand) => NoteResult)[] = [
  ({ notes }) => ({ findings: [...notes.findings, ...notes.made.flatMap(each => each.findings)], wanted: [] }),
  ({ bench, fixture, notes }) =>
    fixture ? compareFixture(bench.engine, fixture, notes, bench.readGolden) : { findings: [], wanted: [] },
  ({ notes }) => ({
    findings: notes.made.flatMap(({ prepared, whole }) => (prepared && whole ? checkForm(prepared) : [])),
    wanted: []
  })
]

interface NoteAtHand {
  readonly bench: Bench
  readonly fixture: Fixture | null
  readonly notes: MadeNotes
}

interface NoteResult {
  readonly findings: readonly Diagnostic[]
  readonly wanted: readonly Wanted[]
}

/** Checks files, their templates, and every note among them through to the PDF. */
export function check(options: CheckOptions): Checked {
  const inventory = takeInventory(options.engine.world, options.names, options.asked)
  const bench: Bench = { ...options, inventory, annotations: annotationsOf(options.engine, inventory) }
  const settings = settingsOf(options.engine.world)
  const whole = OF_THE_WORKSPACE.flatMap(each => {
    const { value, findings } = attempt(() => each(bench))
    return [...(value ?? []), ...findings]
  })
  const gates = gatesOf(settings)
  const tally = options.measure || gates.coverage !== undefined ? createTally() : null
  const used: Used = { templates: new Set(), selections: new Map() }
  const notes = inventory.files.note
  const results = notes.map((note, index) => {
    options.told(note, index, notes.length)
    return { note, ...checkNote(bench, note, tally, used) }
  })
  const all = distinct([
    ...whole,
    ...(inventory.files.settings.length > 0 ? settings.findings : []),
    ...results.flatMap(({ note, findings }) => findings.map(each => placed(note, each))),
    ...unusedFindings(bench, used)
  ])
  return {
    ...counted(all, settings, options.counting),
    gates,
    wanted: results.flatMap(each => each.wanted),
    coverage: tally && coverageOf(ownTexts(bench), tally),
    inventory
  }
}

/** A finding without a place is about the note as a whole. */
function placed(note: string, finding: Diagnostic): Diagnostic {
  return finding.span ? finding : { ...finding, span: startOf(note) }
}

function annotationsOf({ world }: Engine, { files }: Inventory): ReadonlyMap<string, readonly Annotation[]> {
  const read = (name: string): readonly Annotation[] => {
    const source = readSource(world, name)
    return source ? annotationsIn(source) : []
  }
  return new Map([...files.note, ...files.register].map(name => [name, read(name)]))
}

/** A note is to be good, unless its own file or its register says which errors must be found in it. */
function checkNote(bench: Bench, note: string, tally: Tally | null, used: Used): NoteResult {
  const found = attempt(() => bench.registersOf(note))
  if (found.value === null) return { findings: found.findings, wanted: [] }
  const asked = { note, registers: found.value }
  const register = found.value.find(name => bench.engine.world.read(name) !== null)
  const expected = [register ?? '', note].flatMap(name => expectedIn(bench, name))
  const fixture = bench.inventory.fixtures.get(note) ?? null
  const notes = makeNotes(bench.engine, asked, fixture)
  if (isBad(expected)) {
    const all = distinct(notes.made.flatMap(each => each.findings))
    return { findings: unlikeAnnotations(expected, all), wanted: [] }
  }
  const isMeasure = fixture !== null || bench.inventory.fixtures.size === 0
  if (tally && isMeasure) for (const each of notes.made) addNote(tally, bench.engine, each)
  for (const each of notes.made) addUse(bench, used, each)
  const results = OF_A_NOTE.map(each => each({ bench, fixture, notes }))
  const findings = distinct(results.flatMap(each => each.findings))
  return { findings: withoutForeseen(expected, findings), wanted: results.flatMap(each => each.wanted) }
}

/** A register stands outside of what is checked where the user named only a note. */
function expectedIn({ annotations, engine }: Bench, name: string): readonly Annotation[] {
  const known = annotations.get(name)
  if (known) return known
  const source = readSource(engine.world, name || 'register.yaml')
  return source && name !== '' ? annotationsIn(source) : []
}

/** The texts that stand in the workspace itself: those of the package are measured by its own fixtures. */
function ownTexts(bench: Bench) {
  const own = new Set(bench.own)
  return shelvesOf(bench.engine).flatMap(shelf => shelf.texts.filter(text => own.has(text.at.source.name)))
}
