/** Bytes and a path in, a whole file at that path out, or the file that stood there before; never a part of one. */
import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Obstacle, obstacleOf, systemCode } from './obstacle.ts'

/** The calls of the operating system that writing needs; tests put failing ones in their place. */
export type FileCalls = Pick<
  typeof fs,
  | 'chmodSync'
  | 'closeSync'
  | 'fsyncSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeFileSync'
>

let written = 0

/**
 * Writes a file whole: beside its place, to the disk, then renamed into it. An archived file (`keep`) is left read-only.
 * Throws `Obstacle` when that cannot be done, and leaves what stood there.
 */
export function writeWhole(path: string, bytes: Uint8Array, keep = false, calls: FileCalls = fs): void {
  const doing = `cannot write ${path}`
  try {
    const target = targetOf(path, calls)
    if (target.kind === 'special') calls.writeFileSync(target.path, bytes)
    else replace(target.path, bytes, keep ? 0o444 : target.mode, calls)
  } catch (thrown) {
    throw obstacleOf(thrown, doing)
  }
}

interface Target {
  /** Behind symbolic links: a link stays a link. */
  readonly path: string
  /** A device or a pipe (`/dev/null`) is written to, never replaced. */
  readonly kind: 'file' | 'special'
  /** Permissions to give the new file, those of the one that it replaces; null where there is none. */
  readonly mode: number | null
}

function targetOf(path: string, calls: FileCalls): Target {
  try {
    const found = calls.statSync(path)
    if (found.isDirectory()) throw new Obstacle(`cannot write ${path}: it is a folder`)
    if (!found.isFile()) return { path, kind: 'special', mode: null }
    const mode = found.mode & 0o777
    if ((mode & 0o222) === 0) throw new Obstacle(`cannot write ${path}: the file that is there is read-only`)
    return { path: calls.realpathSync(path), kind: 'file', mode }
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return { path, kind: 'file', mode: null }
    throw thrown
  }
}

function replace(path: string, bytes: Uint8Array, mode: number | null, calls: FileCalls): void {
  const folder = dirname(path)
  removeLeftovers(folder, calls)
  const beside = join(folder, `.verbale-${process.pid}-${++written}.tmp`)
  try {
    const file = calls.openSync(beside, 'wx')
    try {
      calls.writeFileSync(file, bytes)
      calls.fsyncSync(file)
    } finally {
      calls.closeSync(file)
    }
    if (mode !== null) calls.chmodSync(beside, mode)
    calls.renameSync(beside, path)
  } catch (thrown) {
    attempt(() => calls.unlinkSync(beside))
    throw thrown
  }
  settleFolder(folder, calls)
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

/** Removes what runs left that were killed while writing; the file of a run that still goes on is kept. */
function removeLeftovers(folder: string, calls: FileCalls): void {
  const left = calls.readdirSync(folder).filter(name => /^\.verbale-.*\.tmp$/.test(name))
  for (const name of left.filter(each => !isInUse(each))) attempt(() => calls.unlinkSync(join(folder, name)))
}

function isInUse(name: string): boolean {
  const writer = Number(/^\.verbale-(\d+)-/.exec(basename(name))?.[1] ?? 0)
  if (writer === 0 || writer === process.pid) return false
  try {
    process.kill(writer, 0)
    return true
  } catch (thrown) {
    return systemCode(thrown) === 'EPERM'
  }
}

/** Runs a step that may fail without harm: tidying up. */
function attempt(step: () => void): void {
  try {
    step()
  } catch (thrown) {
    if (systemCode(thrown) === null) throw thrown
  }
}

/** Makes a folder and those around it, where they are not there yet. */
export function makeFolder(path: string, calls: FileCalls = fs): void {
  try {
    calls.mkdirSync(path, { recursive: true })
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') throw new Obstacle(`cannot make the folder ${path}: a file is in its place`)
    throw obstacleOf(thrown, `cannot make the folder ${path}`)
  }
}
