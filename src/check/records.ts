/** The files of data of a workspace in; what is wrong with each by itself out. */
import { attempt, type Diagnostic } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { annotationsOf, unlikeAnnotations } from '../fixtures/annotations.ts'
import type { WantedGolden } from '../fixtures/inventory.ts'
import { load } from '../load/load.ts'
import { readConfirmations } from '../records/confirmations.ts'
import { readLaw, readProfile, readRegister, readUnits } from '../records/read.ts'
import {
  readTranslations,
  staleFindings,
  translationsBeside,
  untoldFindings,
  withUntold
} from '../records/translations.ts'
import { type Json, keySpan, type Loaded, type Pointer, placeOf } from '../value.ts'
import { readSource } from '../world.ts'
import type { WorkspaceCheck } from './task.ts'

/** What is wrong with registers, profiles and law. Other kinds of files are checked with their notes or as templates. */
export function fileFindings(workspace: WorkspaceCheck): readonly Diagnostic[] {
  const { engine, inventory } = workspace
  const { files } = inventory
  const { records, world } = engine
  const ofNotes = new Set(files.note.map(note => registerOf(workspace, note)))
  const registers = files.register.flatMap(name => {
    const expected = annotationsOf(world, name)
    // what a register must be refused for, its notes are refused for
    if (expected.length > 0 && ofNotes.has(name)) return []
    const { value, loaded, findings: own } = readRegister(records, name)
    const findings = [...own, ...staleIn(engine, name, value && loaded)]
    return expected.length > 0 ? unlikeAnnotations(expected, findings) : findings
  })
  const translations = files.register.flatMap(name => translationFileFindings(workspace, name))
  const requests = files.note.flatMap(note => {
    const register = registerOf(workspace, note)
    return register === undefined ? [] : staleIn(engine, register, requestAt(engine, note))
  })
  const profiles = files.profile.flatMap(name => readProfile(records, name).findings)
  // one law, one table of units from all of their files: what is wrong is told once, at the file where it stands
  const joint = [...readLaw(records).findings, ...readUnits(records).findings]
  const laws = [...files.law, ...files.units].flatMap(name => joint.filter(each => each.span?.source.name === name))
  const confirmations = files.confirmations.length > 0 ? readConfirmations(world).findings : []
  return [...registers, ...requests, ...translations, ...profiles, ...laws, ...confirmations]
}

/** Translations in a register, or in a request, that no longer follow their words. */
function staleIn({ world }: Engine, register: string, loaded: Loaded | null): readonly Diagnostic[] {
  const translations = attempt(() => readTranslations(world, register)?.value ?? null).value
  if (translations === null || loaded === null) return []
  const spanOf = (pointer: Pointer) => placeOf(loaded, pointer)
  return staleFindings(loaded.value, translations, world, { severity: 'warning', spanOf })
}

/** A request as it is written; null where it cannot be read. */
function requestAt({ records, world }: Engine, name: string): Loaded | null {
  return attempt(() => {
    const source = readSource(world, name)
    return source && load(source, records.preparsed)
  }).value
}

/** The register of a note; none where it has no place to look in, or nothing stands there. */
function registerOf({ engine: { world }, registersOf }: WorkspaceCheck, note: string): string | undefined {
  return attempt(() => registersOf(note)).value?.find(name => world.read(name) !== null)
}

/** What a file of translations is about: its register, and the requests there; null where the register cannot be read. */
function wordsOf(workspace: WorkspaceCheck, name: string): Json | null {
  const { engine, inventory } = workspace
  const { value, loaded } = readRegister(engine.records, name)
  const notes = inventory.files.note.filter(each => registerOf(workspace, each) === name)
  const requests = notes.flatMap(each => requestAt(engine, each)?.value ?? [])
  return value === null ? null : [loaded.value, ...requests]
}

/** What is wrong with the file that says what translations were made from, and how many it says nothing of. */
function translationFileFindings(workspace: WorkspaceCheck, name: string): readonly Diagnostic[] {
  const { world } = workspace.engine
  const file = readTranslations(world, name)
  const words = file?.value ? wordsOf(workspace, name) : null
  if (file === null || file.value === null || words === null) return file?.findings ?? []
  return untoldFindings(words, file.value, world, keySpan(file.loaded, '/made'))
}

/** The files of translations as they would have to be, with every translation of which nothing was said. */
export function wantedTranslations(workspace: WorkspaceCheck): readonly WantedGolden[] {
  const { world } = workspace.engine
  return workspace.inventory.files.register.flatMap(name => {
    const { value } = attempt(() => readTranslations(world, name)?.value ?? null)
    const words = value && wordsOf(workspace, name)
    const text = value && words ? withUntold(words, value, world) : null
    return text === null ? [] : [{ name: translationsBeside(name), text }]
  })
}
