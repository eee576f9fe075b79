/** The files of data of a workspace in; what is wrong with each by itself out. */
import { attempt, type Diagnostic } from '../diagnostic.ts'
import { annotationsOf, unlikeAnnotations } from '../fixtures/annotations.ts'
import { readConfirmations } from '../records/confirmations.ts'
import { readLaw, readProfile, readRegister } from '../records/read.ts'
import type { WorkspaceCheck } from './task.ts'

/** What is wrong with registers, profiles and law. Other kinds of files are checked with their notes or as templates. */
export function fileFindings({ engine, inventory: { files }, registersOf }: WorkspaceCheck): readonly Diagnostic[] {
  const { records, world } = engine
  const ofNotes = new Set(
    files.note.map(note => (attempt(() => registersOf(note)).value ?? []).find(name => world.read(name) !== null))
  )
  const registers = files.register.flatMap(name => {
    const expected = annotationsOf(world, name)
    // what a register must be refused for, its notes are refused for
    if (expected.length > 0 && ofNotes.has(name)) return []
    const { findings } = readRegister(records, name)
    return expected.length > 0 ? unlikeAnnotations(expected, findings) : findings
  })
  const profiles = files.profile.flatMap(name => readProfile(records, name).findings)
  // one law from all of its files: what is wrong with it is told once, at the file where it stands
  const law = files.law.flatMap(name => readLaw(records).findings.filter(each => each.span?.source.name === name))
  const confirmations = files.confirmations.length > 0 ? readConfirmations(world).findings : []
  return [...registers, ...profiles, ...law, ...confirmations]
}
