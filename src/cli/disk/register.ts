/** Where a register may stand in; the register there, checked, with its bytes, and the register with one more entry, out. */
import { dirname, relative, resolve, sep } from 'node:path'
import { type Addition, additionTo, type Entry, knownAs } from '../../archive/journal/addition.ts'
import { type Standing, standingIn, type VerdictFacts } from '../../archive/standing.ts'
import { attempt, type Diagnostic, error, Rejected, refuse } from '../../diagnostic.ts'
import { load } from '../../load/load.ts'
import { editedAll, editedBytes } from '../../load/replace.ts'
import { numberedNotes } from '../../records/registered.ts'
import type { Register } from '../../records/schema.ts'
import { validateRegister } from '../../records/validate.ts'
import { type Source, startOf } from '../../source.ts'
import { LARGEST_FILE } from '../../world.ts'
import { Obstacle } from '../obstacle.ts'
import { shortPath } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import { writeWhole } from './atomic.ts'
import { createWorld, digestOf, kindOf, readFile, realPath, sha256 } from './disk.ts'
import { whileLocked } from './lock.ts'
import { fileNamed } from './targets.ts'
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
function registerAgain({ path, shown }: Pick<RegisterFile, 'path' | 'shown'>): RegisterFile {
  const bytes = readFile(path)
  if (bytes.length > LARGEST_FILE) {
    const message = `the file has ${bytes.length} bytes; the limit is ${LARGEST_FILE}`
    throw new Rejected([error({ rule: 'record/too-large', message, span: startOf(shown) })])
  }
  return { path, shown, bytes, source: { name: shown, text: new TextDecoder('utf-8').decode(bytes) } }
}

/** What a register holds, where its shape allows to say so, and what is wrong with it. */
function readRegister(source: Source): {
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

/** Reads the register once. Throws `Rejected` with what is wrong with it, and `Obstacle` where it cannot be read. */
export function standingsIn(register: string, { cwd }: Pick<Shell, 'cwd'>): (told: VerdictFacts) => Standing {
  const { source } = registerAgain({ path: fileNamed(register, cwd), shown: register })
  const { value, findings } = readRegister(source)
  refuse(findings)
  if (value === null) throw new Error('a finding is missing')
  const index = numberedNotes(value)
  return told => standingIn(value, index, told)
}

/** The register with the entry in it, or the id of the one that records this note already. */
export type Entered =
  | (Pick<Addition, 'type' | 'entry'> & { readonly bytes: Uint8Array })
  | { readonly type: 'known'; readonly id: string }

/**
 * Adds an entry to the text of a register. Throws `Rejected` where the register itself is wrong, where it holds something
 * else under the number or the id, and where it would be wrong with the entry.
 */
export function enter(file: RegisterFile, entry: Entry): Entered {
  const before = readRegister(file.source)
  refuse(before.findings)
  if (before.value === null) throw new Error('a finding is missing')
  const known = knownAs(before.value, entry)
  if (known !== null) return { type: 'known', id: known }
  const { edits, ...entered } = additionTo(file.source, before.value, entry)
  const after = readRegister({ ...file.source, text: editedAll(file.source.text, edits) })
  const old = new Set(before.findings.map(keyOf))
  // The entry stands in no file yet, so that no line can be named.
  refuse(after.findings.filter(each => !old.has(keyOf(each))).map(each => ({ ...each, span: null })))
  const bytes = editedBytes(file.bytes, file.source.text, edits)
  if (bytes === null) throw new Obstacle('the register is not UTF-8, so nothing can be added to it')
  return { ...entered, bytes }
}

/** The register as it is with an entry in it that was not written. */
export function withEntered(file: RegisterFile, entered: Entered): RegisterFile {
  if (entered.type === 'known') return file
  const { bytes } = entered
  return { ...file, bytes, source: { ...file.source, text: new TextDecoder('utf-8').decode(bytes) } }
}

/** How often a register is read again because somebody else was quicker: each time, somebody was. */
const ATTEMPTS = 100

/** Adds an entry to the register as it then stands, so that nothing is lost of what others record meanwhile. */
export async function enterInFile(file: RegisterFile, entry: Entry): Promise<Entered> {
  let held = file
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const entered = enter(held, entry)
    if (entered.type === 'known') return entered
    if (await replaced(held, entered.bytes)) return entered
    held = registerAgain(held)
  }
  throw new Obstacle(`${file.shown} was changed by somebody else meanwhile`, ['try again'])
}

/**
 * Writes a register in its place, but not where it is no longer what was read: then it gives false. Throws `Obstacle` where
 * it stays locked, or cannot be written.
 */
async function replaced(register: RegisterFile, bytes: Uint8Array): Promise<boolean> {
  return whileLocked(register, () => {
    if (digestOf(register.path) !== sha256(register.bytes)) return false
    writeWhole(register.path, bytes)
    return true
  })
}

function keyOf({ rule, message, pointer }: Diagnostic): string {
  return [rule, message, pointer].join('\n')
}
