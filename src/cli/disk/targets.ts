/** What the user typed for a note and for `-o` in, the note to read and the place to write out. */
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { nearest } from '../../diagnostic.ts'
import { Obstacle } from '../obstacle.ts'
import { shellWord } from '../report/print.ts'
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

/** What the user said of where notes go. */
export interface Destination {
  readonly output: string | undefined
  readonly cwd: string
  /** Whether several notes were named, those that are not there included. */
  readonly many: boolean
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
 * most notes are called `note`, of its folder; into one file; to standard output.
 */
export function targetsOf(notes: readonly NoteFile[], { output, cwd, many }: Destination): readonly Target[] {
  if (output === '-' || (output === undefined && notes.some(note => note.standardInput) && !many)) {
    if (many) throw new Obstacle('several notes cannot go to standard output', ['give a folder: -o out/'])
    return notes.map(() => ({ type: 'standard-output' }))
  }
  if (output === undefined) return distinct(notes, note => join(note.root, dirname(note.name), note.stem))
  const path = resolve(cwd, output)
  if (/[/\\]$/.test(output) || kindOf(path) === 'folder') return distinct(notes, note => join(path, nameInFolder(note)))
  if (many) throw new Obstacle(`several notes cannot go to one file`, [`give a folder: -o ${shellWord(`${output}/`)}`])
  return notes.map(() => ({ type: 'file', path }))
}

function nameInFolder(note: NoteFile): string {
  const folder = basename(dirname(join(note.root, note.name)))
  return note.stem === 'note' && !note.standardInput && folder !== '' ? folder : note.stem
}

/** Refuses before anything is made, when one note would be written over another. */
function distinct(notes: readonly NoteFile[], baseOf: (note: NoteFile) => string): Target[] {
  const taken = new Map<string, NoteFile>()
  return notes.map(note => {
    const base = baseOf(note)
    const other = taken.get(base)
    if (other) throw new Obstacle(`${other.typed} and ${note.typed} would be written to the same file`)
    taken.set(base, note)
    return { type: 'base', base }
  })
}
