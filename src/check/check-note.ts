/** A note of a workspace in; what is wrong with it and with its goldens, and what it used, out: all of it plain data. */

import type { Tally } from '../coverage/coverage.ts'
import { attempt, type Diagnostic, distinct } from '../diagnostic.ts'
import { type Annotation, annotationsIn, isBad, unlikeAnnotations, withoutForeseen } from '../fixtures/annotations.ts'
import type { Wanted } from '../fixtures/golden.ts'
import { compareFixture } from '../fixtures/goldens.ts'
import { type MadeNotes, makeNotes } from '../fixtures/made.ts'
import { checkForm } from '../form/form.ts'
import { readSource } from '../world.ts'
import { addNote } from './tallied.ts'
import type { Desk, NoteTask } from './task.ts'
import { type NoteUse, useOf } from './unused.ts'

/** What came of one note. */
export interface NoteChecked {
  readonly findings: readonly Diagnostic[]
  /** Goldens that are missing or differ, as they would have to be. */
  readonly wanted: readonly Wanted[]
  readonly used: readonly NoteUse[]
}

/** What is asked of every note that is to be good. */
const OF_A_NOTE: readonly ((note: NoteAtHand) => Pick<NoteChecked, 'findings' | 'wanted'>)[] = [
  ({ notes }) => ({ findings: [...notes.findings, ...notes.made.flatMap(each => each.findings)], wanted: [] }),
  ({ desk, task: { fixture }, notes }) =>
    fixture ? compareFixture(desk.engine, fixture, notes, desk.readGolden) : { findings: [], wanted: [] },
  ({ desk, notes }) => ({
    findings: notes.made.flatMap(({ prepared, whole }) =>
      prepared && whole ? checkForm(prepared, desk.lexicons) : []
    ),
    wanted: []
  })
]

interface NoteAtHand {
  readonly desk: Desk
  readonly task: NoteTask
  readonly notes: MadeNotes
}

/**
 * Checks one note through to the PDF. It is to be good, unless its own file or its register says which errors must be
 * found in it. What its templates ran is added to `tally`, where there is one.
 */
export function checkNote(desk: Desk, task: NoteTask, tally: Tally | null): NoteChecked {
  const { note, fixture } = task
  const found = attempt(() => desk.registersOf(note))
  if (found.value === null) return { findings: found.findings, wanted: [], used: [] }
  const asked = { note, registers: found.value }
  const register = found.value.find(name => desk.engine.world.read(name) !== null)
  const expected = [...(register === undefined ? [] : [register]), note].flatMap(name => expectedIn(desk, name))
  const notes = makeNotes(desk.engine, asked, fixture)
  if (isBad(expected)) {
    const all = distinct(notes.made.flatMap(each => each.findings))
    return { findings: unlikeAnnotations(expected, all), wanted: [], used: [] }
  }
  if (tally) for (const each of notes.made) addNote(tally, desk.engine, each)
  const results = OF_A_NOTE.map(each => each({ desk, task, notes }))
  return {
    findings: withoutForeseen(expected, distinct(results.flatMap(each => each.findings))),
    wanted: results.flatMap(each => each.wanted),
    used: notes.made.flatMap(each => useOf(each, task.takesRecords))
  }
}

function expectedIn({ engine }: Desk, name: string): readonly Annotation[] {
  const source = readSource(engine.world, name)
  return source ? annotationsIn(source) : []
}
