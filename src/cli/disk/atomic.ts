/** Bytes and a path in, a whole file at that path out, or the file that stood there before; never a part of one. */
import * as fs from 'node:fs'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'
import { Obstacle, obstacleOf, systemCode } from '../obstacle.ts'
import { attempt, HOST_IN_NAME, hasEnded } from './holder.ts'

/** The calls of the operating system that writing needs; tests put failing ones in their place. */
export type FileCalls = typeof fs

let written = 0

/**
 * Writes a file whole: beside its place, to the disk, then put into it. Throws `Obstacle` when that cannot be done, and
 * leaves what stood there.
 */
export function writeWhole(path: string, bytes: Uint8Array | string, calls: FileCalls = fs): void {
  const doing = `cannot write ${path}`
  try {
    const target = targetOf(path, calls)
    if (target.readOnly) throw new Obstacle(`${doing}: the existing file is read-only`)
    if (target.kind === 'special') calls.writeFileSync(target.path, bytes)
    else if (target.kind === 'file') whileBeside(target, bytes, calls, beside => calls.renameSync(beside, target.path))
    // What has come there meanwhile may be an issue: look again.
    else if (!publish(target, bytes, calls)) writeWhole(path, bytes, calls)
  } catch (thrown) {
    throw reasonOf(thrown, doing, path, calls)
  }
}

/**
 * Writes a file that is archived: whole, read-only, and only where nothing stands. False when something does, even when
 * it came there in the last moment; that is left as it is.
 */
export function writeOnce(path: string, bytes: Uint8Array | string, calls: FileCalls = fs): boolean {
  try {
    const target = targetOf(path, calls)
    if (target.kind === 'file') return false
    if (target.kind === 'nothing') return publish({ ...target, mode: 0o444 }, bytes, calls)
    calls.writeFileSync(target.path, bytes)
    return true
  } catch (thrown) {
    throw reasonOf(thrown, `cannot write ${path}`, path, calls)
  }
}

interface Target {
  /** Behind symbolic links: a link stays a link. */
  readonly path: string
  /** A device or a pipe (`/dev/null`) is written to, never replaced. */
  readonly kind: 'file' | 'special' | 'nothing'
  /** Permissions to give the new file, those of the one that it replaces; null where there is none. */
  readonly mode: number | null
  readonly readOnly: boolean
}

function targetOf(path: string, calls: FileCalls): Target {
  const found = calls.statSync(path, { throwIfNoEntry: false })
  if (!found) return { path: placeOfNew(path, calls), kind: 'nothing', mode: null, readOnly: false }
  if (found.isDirectory()) throw new Obstacle(`cannot write ${path}: it is a folder`)
  if (!found.isFile()) return { path, kind: 'special', mode: null, readOnly: false }
  const real = placeOfFile(path, calls)
  // What stood there a moment ago has gone, as a lock does that is given back: look again.
  if (real === null) return targetOf(path, calls)
  const mode = found.mode & 0o777
  return { path: real, kind: 'file', mode, readOnly: (mode & 0o222) === 0 }
}

function placeOfFile(path: string, calls: FileCalls): string | null {
  try {
    return calls.realpathSync(path)
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return null
    throw thrown
  }
}

/** Where a file comes to stand that is not there yet: at the end of its links, which may point at nothing. */
function placeOfNew(path: string, calls: FileCalls): string {
  // The other `realpathSync` takes `..` for the folder around a link.
  const folder = calls.realpathSync.native(dirname(path))
  const place = join(folder, basename(path))
  if (!calls.lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) return place
  const aim = calls.readlinkSync(place)
  // Not joined, for the same reason.
  return placeOfNew(isAbsolute(aim) ? aim : `${folder}${sep}${aim}`, calls)
}

/** Gives a file its name unless something else has it: then false. */
function publish(target: Target, bytes: Uint8Array | string, calls: FileCalls): boolean {
  try {
    whileBeside(target, bytes, calls, beside => nameOnce(beside, target, calls))
    return true
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') return false
    throw thrown
  }
}

/** What file systems say that know no second name for a file: FAT, some that are shared. */
const NO_LINKS: ReadonlySet<string | null> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** A link, unlike a renaming, fails with `EEXIST` where the name is taken. */
function nameOnce(beside: string, { path, mode }: Target, calls: FileCalls): void {
  try {
    calls.linkSync(beside, path)
  } catch (thrown) {
    if (!NO_LINKS.has(systemCode(thrown))) throw thrown
    // The name is taken first, by an empty file that nobody may write, and the whole one put in its place.
    calls.closeSync(calls.openSync(path, 'wx', mode ?? 0o666))
    calls.renameSync(beside, path)
    return
  }
  attempt(() => calls.unlinkSync(beside))
}

/** Writes a file beside its place and lets `settle` put it there; nothing stays beside it, whatever happens. */
function whileBeside(
  target: Target,
  bytes: Uint8Array | string,
  calls: FileCalls,
  settle: (beside: string) => void
): void {
  const folder = dirname(target.path)
  const { beside, file } = openBeside(folder, calls)
  try {
    try {
      removeLeftovers(folder, beside, calls)
      calls.writeFileSync(file, bytes)
      calls.fsyncSync(file)
    } finally {
      calls.closeSync(file)
    }
    if (target.mode !== null) calls.chmodSync(beside, target.mode)
    settle(beside)
  } catch (thrown) {
    attempt(() => calls.unlinkSync(beside))
    throw thrown
  }
  settleFolder(folder, calls)
}

/** A name of our own: `.verbale-HOST-PROCESS-NUMBER.tmp`. */
function openBeside(folder: string, calls: FileCalls): { readonly beside: string; readonly file: number } {
  for (;;) {
    const beside = join(folder, `.verbale-${HOST_IN_NAME}-${process.pid}-${++written}.tmp`)
    try {
      return { beside, file: calls.openSync(beside, 'wx') }
    } catch (thrown) {
      // Two machines can have one name, and two processes on them one number.
      if (systemCode(thrown) !== 'EEXIST') throw thrown
    }
  }
}

/** Not every system can flush a folder; the file itself is whole either way. */
function settleFolder(folder: string, calls: FileCalls): void {
  attempt(() => {
    const handle = calls.openSync(folder, 'r')
    try {
      calls.fsyncSync(handle)
    } finally {
      calls.closeSync(handle)
    }
  })
}

/** In milliseconds: writing takes a fraction of a second, so that a file this old belongs to nobody. */
const ABANDONED = 3_600_000

/**
 * Removes what runs left that were killed while writing. The file of a run that may still go on is kept. Ages are told
 * by the clock that gave them, the file system's: `beside` has just been made.
 */
function removeLeftovers(folder: string, beside: string, calls: FileCalls): void {
  const left = calls.readdirSync(folder).filter(name => /^\.verbale-.*\.tmp$/.test(name) && name !== basename(beside))
  if (left.length === 0) return
  const changed = (path: string): number => calls.statSync(path).mtimeMs
  const now = changed(beside)
  for (const path of left.map(name => join(folder, name))) {
    const [, host = '', writer] = /^\.verbale-([^-]*)-(\d+)-/.exec(basename(path)) ?? []
    attempt(() => {
      if (hasEnded(host, Number(writer)) || now - changed(path) > ABANDONED) calls.unlinkSync(path)
    })
  }
}

/** Adds to the end of a file that another program reads afterwards. Throws `Obstacle` when that cannot be done. */
export function appendTo(path: string, text: string): void {
  try {
    fs.appendFileSync(path, text)
  } catch (thrown) {
    throw obstacleOf(thrown, `cannot write ${path}`)
  }
}

/** Makes a folder and those around it, where they are not there yet. */
export function makeFolder(path: string, calls: FileCalls = fs): void {
  const doing = `cannot make the folder ${path}`
  try {
    for (const each of missingFolders(path, calls)) makeOneFolder(each, doing, calls)
    if (!isFolder(path, calls)) throw new Obstacle(`${doing}: a file with this name exists`)
  } catch (thrown) {
    throw obstacleOf(thrown, doing)
  }
}

function makeOneFolder(path: string, doing: string, calls: FileCalls): void {
  try {
    calls.mkdirSync(path)
  } catch (thrown) {
    // Another run may have been quicker.
    if (systemCode(thrown) !== 'EEXIST') throw reasonOf(thrown, doing, path, calls)
  }
}

/**
 * The folders that are not there, the outermost first. `mkdir` with `recursive` would make them by itself, but does not end
 * where a folder is there and takes no other (`/proc`).
 */
function missingFolders(path: string, calls: FileCalls): string[] {
  const parent = dirname(path)
  return statOf(path, calls) || parent === path ? [] : [...missingFolders(parent, calls), path]
}

/** Why something cannot be made at a path, in words. */
function reasonOf(thrown: unknown, doing: string, path: string, calls: FileCalls): unknown {
  if (systemCode(thrown) !== 'ENOENT' || !isFolder(dirname(path), calls)) return obstacleOf(thrown, doing)
  const isLink = calls.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  const reason = isLink ? 'it is a link into a missing folder' : 'nothing can be created in its folder'
  return new Obstacle(`${doing}: ${reason}`)
}

function isFolder(path: string, calls: FileCalls): boolean {
  return statOf(path, calls)?.isDirectory() ?? false
}

/** What stands at a path, behind its links; null where nothing does, and where a part of the path is a file. */
function statOf(path: string, calls: FileCalls): fs.Stats | null {
  try {
    return calls.statSync(path, { throwIfNoEntry: false }) ?? null
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOTDIR') return null
    throw thrown
  }
}
