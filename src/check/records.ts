/** The files of data of a workspace in; what is wrong with each by itself out. */
import { attempt, type Diagnostic } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { annotationsOf, unlikeAnnotations } from '../fixtures/annotations.ts'
import type { WantedGolden } from '../fixtures/inventory.ts'
import { readConfirmations } from '../records/confirmations.ts'
import { readLaw, readProfile, readRegister } from '../records/read.ts'
import {
  readTranslations,
  staleFindings,
  translationsBeside,
  untoldFindings,
  withUntold
} from '../records/translations.ts'
import { keySpan, type Pointer, placeOf } from '../value.ts'
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
    const findings = [...readRegister(records, name).findings, ...staleIn(engine, name)]
    return expected.length > 0 ? unlikeAnnotations(expected, findings) : findings
  })
  const translations = files.register.flatMap(name => translationFileFindings(engine, name))
  const profiles = files.profile.flatMap(name => readProfile(records, name).findings)
  // one law from all of its files: what is wrong with it is told once, at the file where it stands
  const law = files.law.flatMap(name => readLaw(records).findings.filter(each => each.span?.source.name === name))
  const confirmations = files.confirmations.length > 0 ? readConfirmations(world).findings : []
  return [...registers, ...translations, ...profiles, ...law, ...confirmations]
}

/** Translations of a register that no longer follow their words. */
function staleIn({ records, world }: Engine, name: string): readonly Diagnostic[] {
  const translations = attempt(() => readTranslations(world, name)?.value ?? null).value
  const { value, loaded } = readRegister(records, name)
  if (translations === null || value === null) return []
  const spanOf = (pointer: Pointer) => placeOf(loaded, pointer)
  return staleFindings(loaded.value, translations, world, { severity: 'warning', spanOf })
}

/** What is wrong with the file that says what translations were made from, and how many it says nothing of. */
function translationFileFindings({ records, world }: Engine, name: string): readonly Diagnostic[] {
  const file = readTranslations(world, name)
  const { value, loaded } = readRegister(records, name)
  if (file === null || file.value === null || value === null) return file?.findings ?? []
  return untoldFindings(loaded.value, file.value, world, keySpan(file.loaded, '/made'))
}

/** The files of translations as they would have to be, with every translation of which nothing was said. */
export function wantedTranslations({ engine, inventory: { files } }: WorkspaceCheck): readonly WantedGolden[] {
  const { records, world } = engine
  return files.register.flatMap(name => {
    const { value } = attempt(() => readTranslations(world, name)?.value ?? null)
    const register = readRegister(records, name)
    const text = value && register.value ? withUntold(register.loaded.value, value, world) : null
    return text === null ? [] : [{ name: translationsBeside(name), text }]
  })
}
