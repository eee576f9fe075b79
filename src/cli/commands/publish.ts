/** A note that was made and its place in; the files there, an issue with its file copy, and the line that says so out. */
import { dirname, resolve } from 'node:path'
import { error, Rejected } from '../../diagnostic.ts'
import type { RegisteredNote } from '../../records/registered.ts'
import type { Rendered } from '../../render.ts'
import { FORMATS } from '../../write/formats.ts'
import { makeFolder, writeOnce, writeWhole } from '../disk/atomic.ts'
import { type Disk, isReadOnly, readFile, realPath } from '../disk/disk.ts'
import type { Target } from '../disk/targets.ts'
import { Obstacle } from '../obstacle.ts'
import { count, shortPath, size } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import type { Wanted } from './forms.ts'

/** What was made. The file copy of an issue is made when it is needed. */
export interface MadeOutput {
  readonly rendered: Rendered
  /** Of one of several identical notes. */
  readonly addressee?: string | undefined
  /** Of a translation that is made beside its original. */
  readonly language: string | undefined
  readonly fileCopy: () => Uint8Array
}

/** A file to be written, and where. */
interface Placed extends MadeOutput {
  readonly path: string
  readonly shown: string
}

/** Writes a note and its translations, and gives the lines that say so; null where the note itself went to standard output. */
export function publish(
  target: Target,
  wanted: Wanted,
  all: readonly MadeOutput[],
  { disk, shell }: { readonly disk: Disk; readonly shell: Shell }
): string | null {
  const isIssue = all.some(({ rendered }) => rendered.form === 'issue' && wanted.format === 'pdf')
  if (isIssue) for (const { rendered } of all) refuseRegistered(rendered, disk)
  if (target.type === 'standard-output') {
    refuseTerminal(wanted, shell)
    for (const { rendered } of all) shell.out.write(rendered.output)
    return null
  }
  const placed = all.map(made => {
    const path = pathOf(target, wanted, made)
    return { ...made, path, shown: shortPath(shell.cwd, path) }
  })
  for (const { path, shown, rendered } of placed) {
    refuseInput(path, shown, rendered, disk)
    if (!isIssue && isReadOnly(path)) throw issueError(`${shown} is an issue or read-only, and is never overwritten`)
    if (target.type === 'base') makeFolder(dirname(path))
  }
  if (isIssue) return issueAll(placed, shell)
  for (const { path, rendered } of placed) writeWhole(path, rendered.output)
  return placed.map(said).join('\n')
}

function said({ shown, rendered }: Placed): string {
  const pages = rendered.pages === null ? '' : `${count(rendered.pages, 'page')}, `
  return `wrote ${shown} (${pages}${size(rendered.output.length)})`
}

/**
 * `note.pdf`, and beside it `note.ru.pdf`; of identical notes `note.cantarre-embassy.pdf`, each of them. A variant that the
 * command line asks for has a name of its own, so that it does not replace the note itself.
 */
function pathOf(
  target: Exclude<Target, { type: 'standard-output' }>,
  wanted: Wanted,
  { rendered: { extension }, addressee, language }: MadeOutput
): string {
  const dotted = (each: string | undefined) => (each === undefined ? '' : `.${each}`)
  if (target.type === 'base')
    return target.base + dotted(addressee) + dotted(language ?? wanted.language) + dotted(wanted.form) + extension
  if (language === undefined && addressee === undefined) return target.path
  const ending = target.path.endsWith(extension) ? extension : ''
  return target.path.slice(0, target.path.length - ending.length) + dotted(addressee) + dotted(language) + ending
}

/** Where the file copy of an issue stands: `note.file.pdf` beside `note.pdf`. */
export function fileCopyOf(path: string): string {
  return `${path.replace(/\.pdf$/i, '')}.file.pdf`
}

/**
 * Publishes an issue with its translations and their file copies; nothing of it where another file stands in the place of
 * one. The copies come first: what the other side holds never lacks the file that it can be made again from; the note itself
 * comes last. A file that another run wrote, or left, is taken for this one where it is the same to the byte; so none is
 * ever taken back: what another run put beside it meanwhile may rely on it.
 */
function issueAll(all: readonly Placed[], shell: Shell): string {
  const [note] = all
  if (!note || realPath(note.path) !== null) throw issueExists(note?.shown ?? '')
  const copies = all.map(({ path, fileCopy }) => {
    return { path: fileCopyOf(path), shown: shortPath(shell.cwd, fileCopyOf(path)), rendered: { output: fileCopy() } }
  })
  const files = [...copies, ...[...all].reverse()]
  const isTaken = ({ path, rendered }: (typeof files)[number]) =>
    path === note.path || Buffer.compare(readFile(path), rendered.output) !== 0
  const taken = files.find(each => realPath(each.path) !== null && isTaken(each))
  if (taken) throw issueExists(taken.shown)
  for (const each of files) {
    if (!writeOnce(each.path, each.rendered.output) && isTaken(each)) throw issueExists(each.shown)
  }
  return all
    .map((each, index) => {
      const copy = copies[index]
      return copy ? `${said(each)} and ${copy.shown} (its file copy, ${size(copy.rendered.output.length)})` : said(each)
    })
    .join('\n')
}

/** One number stands for one note: what the register holds under it must be this very file. */
function refuseRegistered({ registered, output }: Rendered, disk: Disk): void {
  const sha256 = disk.sha256(output)
  const others = registered.filter(each => each.issue !== null && each.issue !== sha256)
  if (others.length > 0) throw new Rejected(others.map(each => registeredError(each, sha256)))
}

function registeredError({ id, span }: RegisteredNote, sha256: string) {
  const message = `the register holds another note under this number, \`${id}\``
  const hints = [`this note would have the SHA-256 ${sha256}`, 'to replace an issued note, write one with a new number']
  return error({ rule: 'issue/registered', message, span, hints })
}

function refuseTerminal(wanted: Wanted, shell: Shell): void {
  if (!FORMATS[wanted.format].extension.endsWith('.pdf') || !shell.out.terminal) return
  throw new Obstacle('a PDF cannot be shown in a terminal', ['send it to a file, or ask for --format txt'])
}

function refuseInput(path: string, shown: string, rendered: Rendered, disk: Disk): void {
  const real = realPath(path)
  if (real === null || !rendered.read.some(name => realPath(resolve(disk.root, disk.locate(name))) === real)) return
  throw new Obstacle(`${shown} would be overwritten: the note is made from it`, ['name another file with -o'])
}

function issueExists(shown: string): Rejected {
  const ownName = '`--form issue` on the command line names the issue NAME.issue.pdf, beside its draft'
  return issueError(`${shown} already exists, and an issue never overwrites another file`, [ownName])
}

function issueError(message: string, more: readonly string[] = []): Rejected {
  const hints = ['move that file away, or name another with -o', ...more]
  return new Rejected([error({ rule: 'issue/exists', message, span: null, hints })])
}
