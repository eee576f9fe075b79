/** The files of data of a workspace in; what is wrong with each by itself out. */
import { attempt, type Diagnostic } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { unlikeAnnotations } from '../fixtures/annotations.ts'
import type { FileKind } from '../fixtures/kinds.ts'
import { readLaw, readProfile, readRegister } from '../records/read.ts'
import type { WorkspaceCheck } from './task.ts'

/** What can be said of a file without any note; kinds that are not here are checked with their notes or as templates. */
const CHECKS: Partial<Record<FileKind, (engine: Engine, name: string) => readonly Diagnostic[]>> = {
  register: ({ records }, name) => readRegister(records, name).findings,
  profile: ({ records }, name) => readProfile(records, name).findings,
  // one law from all of its files: what is wrong with it is told once, at the file where it stands
  law: ({ records }, name) => readLaw(records).findings.filter(each => each.span?.source.name === name)
}

/** What is wrong with registers, profiles and law. */
export function fileFindings(bench: WorkspaceCheck): readonly Diagnostic[] {
  const { engine, inventory } = bench
  const ofNotes = new Set(inventory.files.note.flatMap(note => registerOf(bench, note)))
  return Object.entries(CHECKS).flatMap(([kind, find]) =>
    filesOf(inventory.files, kind).flatMap(name => {
      const expected = bench.annotations.get(name) ?? []
      // what a register must be refused for, its notes are refused for
      if (expected.length > 0 && ofNotes.has(name)) return []
      const found = find(engine, name)
      return expected.length > 0 ? unlikeAnnotations(expected, found) : found
    })
  )
}

function filesOf(files: WorkspaceCheck['inventory']['files'], kind: string): readonly string[] {
  return Object.entries(files).find(([name]) => name === kind)?.[1] ?? []
}

/** The register that a note finds. */
function registerOf({ engine, registersOf }: WorkspaceCheck, note: string): string[] {
  const names = attempt(() => registersOf(note)).value ?? []
  return names.filter(name => engine.world.read(name) !== null).slice(0, 1)
}
