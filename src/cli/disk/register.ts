/** Where a register may stand in; the register there, checked, with its bytes, out. */

import { dirname, relative, resolve, sep } from 'node:path'
import { type Standing, standingIn, type VerdictFacts } from '../../archive/standing.ts'
import { attempt, type Diagnostic, error, Rejected, refuse } from '../../diagnostic.ts'
import { load } from '../../load/load.ts'
import { numberedNotes } from '../../records/registered.ts'
import type { Register } from '../../records/schema.ts'
import { validateRegister } from '../../records/validate.ts'
import { type Source, startOf } from '../../source.ts'
import { LARGEST_FILE } from '../../world.ts'
import { Obstacle } from '../obstacle.ts'
import { shortPath } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import { writeWhole } from './atomic.ts'
import { createWorld, digestOf, kindOf, readFile, realPath } from './disk.ts'
import { type Lockable, whileLocked } from './lock.ts'
import { fileNamed } from './pdfs.ts'
import { registersOf, workspaceOf } from './workspace.ts'

/** A register as it stands on disk. */
export interface RegisterFile {
  readonly path: string
  /** As the user knows it. */
  readonly shown: string
  readonly bytes: Uint8Array
  readonly source: Source
}

/** The register that the user names, or the first that stands where `render` looks for it: from one of these folders on. */
export function findRegister(named: string | undefined, folders: readonly string[], shell: Shell): RegisterFile | null {
  if (named !== undefined) {
    const path = resolve(shell.cwd, named)
    if (kindOf(path) === null) throw new Obstacle(`there is no file ${named}`)
    return registerAt(path, shell)
  }
  for (const folder of folders) {
    const path = registerFrom(folder, shell)
    if (path !== null) return registerAt(path, shell)
  }
  return null
}

function registerFrom(folder: string, shell: Shell): string | null {
  const real = realPath(folder) ?? folder
  const disk = createWorld(workspaceOf(real), shell.home)
  const inside = relative(disk.root, resolve(real, 'note.yaml')).replaceAll(sep, '/')
  const name = registersOf(disk, inside).find(each => disk.read(each) !== null)
  return name === undefined ? null : disk.locate(name)
}

function registerAt(path: string, shell: Shell): RegisterFile {
  return registerAgain({ path, shown: shortPath(shell.cwd, path) })
}

/** A register as it stands now. */
export function registerAgain({ path, shown }: Pick<RegisterFile, 'path' | 'shown'>): RegisterFile {
  const bytes = readFile(path)
  if (bytes.length > LARGEST_FILE) {
    const message = `the file has ${bytes.length} bytes; the limit is ${LARGEST_FILE}`
    throw new Rejected([error({ rule: 'record/too-large', message, span: startOf(shown) })])
  }
  return { path, shown, bytes, source: { name: shown, text: new TextDecoder('utf-8').decode(bytes) } }
}

/** What a register holds, where its shape allows to say so, and what is wrong with it. */
export function readRegister(source: Source): {
  readonly value: Register | null
  readonly findings: readonly Diagnostic[]
} {
  const checked = attempt(() => validateRegister(load(source)))
  return checked.value ?? { value: null, findings: checked.findings }
}

/** The folder in which a PDF stands, and the one where the user is. */
export function foldersOf(file: string, shell: Shell): string[] {
  return [dirname(resolve(shell.cwd, file)), shell.cwd]
}

/** SHA-256 of files by path, as they were when they were read. */
type Digests = ReadonlyMap<string, string>

/** What is to stand in files, by path. */
type Edits = ReadonlyMap<string, Uint8Array>

/**
 * Writes what was made from files in their place. Nothing is written where one of them is no longer what was read: then
 * it gives false, and the change has to be made again from what stands there now. Throws `Obstacle` where the register
 * stays locked, or cannot be written.
 */
export async function change(register: Lockable, digests: Digests, edits: Edits): Promise<boolean> {
  return whileLocked(register, () => {
    if ([...digests].some(([path, sha256]) => digestOf(path) !== sha256)) return false
    for (const [path, bytes] of edits) writeWhole(path, bytes)
    return true
  })
}

/** Reads the register once. Throws `Rejected` with what is wrong with it, and `Obstacle` where it cannot be read. */
export function standingsIn(register: string, { cwd }: Pick<Shell, 'cwd'>): (told: VerdictFacts) => Standing {
  const { source } = registerAgain({ path: fileNamed(register, cwd), shown: register })
  const { value, findings } = readRegister(source)
  refuse(findings)
  if (value === null) throw new Error('a finding is missing')
  const index = numberedNotes(value)
  return told => standingIn(value, index, told)
}
