/** What the checks of a workspace and of its notes are given. */
import type { Engine } from '../engine.ts'
import type { Fixture, Inventory, ReadGolden } from '../fixtures/inventory.ts'
import type { Lexicons } from '../languages/lexicon.ts'
import type { Counting } from './settings.ts'

/** A note to check, and what the workspace around it says of it. */
export interface NoteTask {
  readonly note: string
  readonly fixture: Fixture | null
  /** Whether what it takes of a register counts: no fixture's does. */
  readonly takesRecords: boolean
}

/** What is at hand for every note. */
export interface NoteCheckContext {
  readonly engine: Engine
  /** The names under which the register of a note is looked for. Throws `Rejected` for settings that are none. */
  readonly registersOf: (note: string) => readonly string[]
  readonly readGolden: ReadGolden
  /** What rules look for in each language; those of the package where nothing is said. */
  readonly lexicons?: Lexicons
}

export interface CheckOptions extends NoteCheckContext {
  /** The names of the files to check. */
  readonly names: readonly string[]
  /** Those that the user named one by one. */
  readonly asked: ReadonlySet<string>
  /** The names of all files of the workspace: whose templates are measured, and which belong to the package. */
  readonly own: readonly string[]
  readonly counting: Counting
  /** Whether the templates are to be measured; they are all the same where `verbale.yaml` asks for a share of them. */
  readonly measure: boolean
}

/** What the checks share. */
export interface WorkspaceCheck extends CheckOptions {
  readonly inventory: Inventory
}
