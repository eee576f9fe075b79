/** A note of a workspace in; what is wrong with it and with its goldens, and what it used, out: all of it plain data. */
import { addMerge, type Tally } from '../coverage/coverage.ts'
import { attempt, type Diagnostic, distinct } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { annotationsOf, isBad, unlikeAnnotations, withoutForeseen } from '../fixtures/annotations.ts'
import { runsOf } from '../fixtures/decisions.ts'
import { compareFixture } from '../fixtures/goldens.ts'
import type { WantedGolden } from '../fixtures/inventory.ts'
import { type MadeNote, type MadeNotes, makeNotes } from '../fixtures/made.ts'
import { describersOf } from '../fixtures/outputs.ts'
import { checkForm } from '../form/form.ts'
import type { Lexicons } from '../languages/lexicon.ts'
import { once } from '../once.ts'
import { type ParityFindings, together } from '../parity/differs.ts'
import { noteParity } from '../parity/notes.ts'
import type { Prepared } from '../render.ts'
import { withoutNeeded } from './overrides.ts'
import { setAsideFindings, withSetAside } from './set-aside.ts'
import type { NoteCheckContext, NoteTask } from './task.ts'
import { type NoteUse, useOf } from './unused.ts'

/** Counts what one note runs. One that is refused counts as far as its records were resolved. */
function addNote(tally: Tally, engine: Engine, { prepared }: MadeNote): void {
  if (!prepared) return
  const templates = [...Object.values(prepared.templates), ...describersOf(engine, prepared)]
  for (const { filled } of runsOf(templates, prepared)) addMerge(tally, filled)
}

/** What came of one note. */
export interface NoteChecked {
  readonly findings: readonly Diagnostic[]
  /** Goldens that are missing or differ, as they would have to be. */
  readonly wanted: readonly WantedGolden[]
  readonly used: readonly NoteUse[]
  /** What `differs.yaml` says of its languages that was of use. */
  readonly excused: readonly string[]
}

/**
 * What was noticed while a note was made and by the form rules, which look at its document also where it has no pages.
 * What its request sets aside is told as such; what refuses the note is not set aside.
 */
function madeFindings(made: MadeNotes['made'], lexicons: Lexicons | undefined): readonly Diagnostic[] {
  const whole = made.flatMap(each => (each.whole ? (each.prepared ?? []) : []))
  const looked = made.map(({ prepared, whole: isWhole, findings: all }) => {
    const findings = withoutNeeded(all, whole, lexicons)
    if (!prepared) return { found: findings, told: findings }
    const { records } = prepared
    const found = checkForm(prepared, { lexicons })
    const made = isWhole ? withSetAside(findings, records) : findings
    return { found: [...findings, ...found], told: [...made, ...withSetAside(found, records)] }
  })
  const [records] = made.flatMap(each => each.prepared?.records ?? [])
  const isWhole = made.every(each => each.whole)
  const all = looked.flatMap(each => each.found)
  return [...looked.flatMap(each => each.told), ...(records ? setAsideFindings(all, records, isWhole) : [])]
}

/**
 * Checks one note through to the PDF. It is to be good, unless its own file or its register says which errors must be
 * found in it. What its templates ran is added to `tally`, where there is one.
 */
export function checkNote(desk: NoteCheckContext, task: NoteTask, tally: Tally | null): NoteChecked {
  const { engine, lexicons, readGolden } = desk
  const { note, fixture, takesRecords } = task
  const { value: stated, findings } = attempt(() => {
    const registers = desk.registersOf(note)
    const register = registers.find(name => engine.world.read(name) !== null)
    return { registers, expected: [register ?? [], note].flat().flatMap(name => annotationsOf(engine.world, name)) }
  })
  if (stated === null) return { findings, wanted: [], used: [], excused: [] }
  const { registers, expected } = stated
  const notes = makeNotes(engine, { note, registers }, fixture)
  if (isBad(expected)) {
    const all = distinct(notes.made.flatMap(each => each.findings))
    return { findings: unlikeAnnotations(expected, all), wanted: [], used: [], excused: [] }
  }
  if (tally) for (const each of notes.made) addNote(tally, engine, each)
  const compared = fixture && compareFixture(engine, fixture, notes, readGolden)
  const parity = parityOf(engine, notes)
  const made = madeFindings(notes.made, lexicons)
  const all = [...notes.findings, ...(compared?.findings ?? []), ...made, ...parity.findings]
  return {
    findings: withoutForeseen(expected, distinct(all)),
    wanted: compared?.wanted ?? [],
    used: notes.made.flatMap(each => useOf(each, takesRecords)),
    excused: parity.excused
  }
}

/** Whether the languages of a note say the same, in each form that it is made in and to each of its addressees. */
function parityOf(engine: Engine, { made }: MadeNotes): ParityFindings {
  const forms = new Map<string, Prepared[]>()
  for (const { prepared, whole } of made)
    if (prepared && whole) once(forms, `${prepared.form} ${prepared.records.request.to}`, () => []).push(prepared)
  return together([...forms.values()].map(each => noteParity(engine, each)))
}
