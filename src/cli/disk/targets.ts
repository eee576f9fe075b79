/** What the user typed for notes, PDFs and `-o` in; the files to read and the places to write out. */
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { nearest } from '../../diagnostic.ts'
import { Obstacle, tried } from '../obstacle.ts'
import { shellWord } from '../report/print.ts'
import { makeFolder, writeWhole } from './atomic.ts'
import { isLink, kindOf, namesIn, realPath } from './disk.ts'
import { workspaceOf } from './workspace.ts'

/** A note to be made. */
export interface NoteFile {
  /** As the user typed it, `-` for standard input. */
  readonly typed: string
  readonly standardInput: boolean
  /** The folder of its workspace. */
  readonly root: string
  /** Its name in there. */
  readonly name: string
  /** What files that are made from it are called, without an extension. */
  readonly stem: string
}

/** Where a note goes. `base` lacks the extension, which the format gives; a file that the user named is whole. */
export type Target =
  | { readonly type: 'standard-output' }
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'base'; readonly base: string }

/** A note and where it goes. */
export interface Job {
  readonly note: NoteFile
  readonly target: Target
}

/** What a note that comes by standard input is called. */
const STANDARD_INPUT = '<stdin>'

/** Finds the note that the user means. Throws `Obstacle` where there is no such file. */
export function noteFile(typed: string, cwd: string): NoteFile {
  const path = typed === '-' ? join(cwd, STANDARD_INPUT) : resolve(cwd, typed)
  if (typed !== '-') refuseNoFile(typed, path)
  const folder = realPath(dirname(path)) ?? dirname(path)
  const root = workspaceOf(folder)
  const name = relative(root, join(folder, basename(path))).replaceAll(sep, '/')
  return { typed, standardInput: typed === '-', root, name, stem: stemOf(basename(path)) }
}

function refuseNoFile(typed: string, path: string): void {
  const kind = kindOf(path)
  if (kind === 'file') return
  if (kind === 'special')
    throw new Obstacle(`${typed} is not a regular file`, ['pipe it in and write `-` for the note'])
  if (kind === 'folder') {
    const inside = namesIn(path).find(name => /^note\.(ya?ml|json)$/.test(name))
    throw new Obstacle(`${typed} is a folder, not a note`, inside ? [`did you mean ${join(typed, inside)}?`] : [])
  }
  const others = namesIn(dirname(path))
  if (isLink(path)) throw new Obstacle(`${typed} is a link to a missing file`)
  if (others.includes(basename(path))) throw new Obstacle(`cannot read ${typed}: its name is not UTF-8`)
  const near = nearest(basename(path), others)
  throw new Obstacle(`there is no file ${typed}`, near === null ? [] : [`did you mean ${join(dirname(typed), near)}?`])
}

function stemOf(file: string): string {
  if (file === STANDARD_INPUT) return 'note'
  return /^\.(ya?ml|json)$/.test(extname(file)) ? file.slice(0, -extname(file).length) : file
}

/**
 * Where each of the notes goes: beside it when the user says nothing; into a folder, under the name of the note or, as
 * most notes are called `note`, of its folder; into one file; to standard output. `many` says whether several notes were
 * named, those that are not there included.
 */
export function jobsFor(
  notes: readonly NoteFile[],
  output: string | undefined,
  cwd: string,
  many: boolean
): readonly Job[] {
  if (output === '-' || (output === undefined && notes.some(note => note.standardInput) && !many)) {
    if (many) throw new Obstacle('several notes cannot go to standard output', ['give a folder: -o out/'])
    return notes.map(note => ({ note, target: { type: 'standard-output' } }))
  }
  if (output === undefined) return distinct(notes, note => join(note.root, dirname(note.name), note.stem))
  const path = resolve(cwd, output)
  if (/[/\\]$/.test(output) || kindOf(path) === 'folder') return distinct(notes, note => join(path, nameInFolder(note)))
  if (many) throw new Obstacle(`several notes cannot go to one file`, [`give a folder: -o ${shellWord(`${output}/`)}`])
  return notes.map(note => ({ note, target: { type: 'file', path } }))
}

function nameInFolder(note: NoteFile): string {
  const folder = basename(dirname(join(note.root, note.name)))
  return note.stem === 'note' && !note.standardInput && folder !== '' ? folder : note.stem
}

/** Refuses before anything is made, when one note would be written over another. */
function distinct(notes: readonly NoteFile[], baseOf: (note: NoteFile) => string): Job[] {
  const taken = new Map<string, NoteFile>()
  return notes.map(note => {
    const base = baseOf(note)
    const other = taken.get(base)
    if (other) throw new Obstacle(`${other.typed} and ${note.typed} would be written to the same file`)
    taken.set(base, note)
    return { note, target: { type: 'base', base } }
  })
}

/** Writes files by name into a new folder or an empty one, and gives its path. Throws `Obstacle` where there is something. */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array | string>, cwd: string): string {
  const target = resolve(cwd, folder)
  const kind = kindOf(target)
  if (kind !== null && kind !== 'folder') throw new Obstacle(`cannot make ${folder}: a file with this name exists`)
  if (namesIn(target).length > 0) throw new Obstacle(`${folder} is not empty`, ['name an empty folder or a new one'])
  for (const [name, bytes] of files) {
    makeFolder(dirname(join(target, name)))
    writeWhole(join(target, name), bytes)
  }
  return target
}

/** A file, or why it cannot be read. */
export interface FoundPdfs {
  readonly path: string
  readonly why: string | null
}

/** A file, or every PDF below a folder. Throws `Obstacle` where there is none, or where the name itself leads to none. */
export function pdfsOf(name: string, cwd: string): FoundPdfs[] {
  const path = resolve(cwd, name)
  const kind = kindOf(path)
  if (kind !== 'folder') return [{ path: fileNamed(name, cwd), why: null }]
  const found = below(path, [])
  if (found.length === 0) throw new Obstacle(`there is no PDF in ${name}`)
  return found
}

/** The path of a file that the user named. Throws `Obstacle` with what stands there instead. */
export function fileNamed(name: string, cwd: string): string {
  const path = resolve(cwd, name)
  const kind = kindOf(path)
  if (kind === null) throw new Obstacle(`there is no file ${name}`)
  if (kind === 'folder') throw new Obstacle(`${name} is a folder, not a file`)
  if (kind === 'special') throw new Obstacle(`${name} is not a regular file`)
  return path
}

/** Whether a file can be looked for at a path: what cannot be said is no. */
export function isFile(path: string): boolean {
  return tried(() => kindOf(path)) === 'file'
}

/** `around` are the folders in which this one stands, by their real paths: a link back to one of them has no end. */
function below(folder: string, around: readonly string[]): FoundPdfs[] {
  const real = tried(() => realPath(folder))
  if (real instanceof Obstacle) return [{ path: folder, why: real.message }]
  if (real === null) return [{ path: folder, why: null }]
  if (around.includes(real)) return [{ path: folder, why: `cannot read ${folder}: its symbolic links form a loop` }]
  const names = tried(() => namesIn(folder))
  if (names instanceof Obstacle) return [{ path: folder, why: names.message }]
  return names.filter(name => !name.startsWith('.')).flatMap(name => at(join(folder, name), [...around, real]))
}

/** What stands at a path; or why that is no file and no folder. */
function at(path: string, around: readonly string[]): FoundPdfs[] {
  const kind = tried(() => kindOf(path))
  if (kind instanceof Obstacle) return [{ path, why: kind.message }]
  if (kind === 'folder') return below(path, around)
  if (kind === null) return [{ path, why: `cannot read ${path}: the symbolic link leads to nothing` }]
  if (kind === 'special') return [{ path, why: `cannot read ${path}: it is not a regular file` }]
  return /\.pdf$/i.test(path) ? [{ path, why: null }] : []
}
