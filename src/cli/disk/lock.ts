/** Holds a lock on a file while a step runs: a file beside it names the process and the host that hold it. */
import { readFileSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { Obstacle, obstacleOf, systemCode } from '../obstacle.ts'
import { writeOnce } from './atomic.ts'
import { kindOf, realPath } from './disk.ts'
import { HOST, hasEnded } from './holder.ts'

/** A file to lock, and how the user knows it. */
interface Lockable {
  readonly path: string
  readonly shown: string
}

/** How often a lock is tried while another holds it, and the milliseconds between: ten seconds, where a step takes a few hundredths. */
const PATIENCE = { tries: 400, pause: 25 }

/**
 * Runs a step that nobody else runs on the same file meanwhile, on this host or on another that shares the folder. Throws
 * `Obstacle` where another process holds the lock and does not give it back in time.
 */
export async function whileLocked<T>(file: Lockable, step: () => T, patience = PATIENCE): Promise<T> {
  const lock = lockOf(file.path)
  await acquire(lock, file, patience)
  try {
    return step()
  } finally {
    // Someone may have removed it by hand, and another process have it now.
    if (textIn(lock) === OURS) removed(lock)
  }
}

/** Where the lock of a file stands: beside the file itself, wherever links to it stand. */
export function lockOf(path: string): string {
  const real = realPath(path) ?? path
  return join(dirname(real), `.verbale-${basename(real)}.lock`)
}

async function acquire(lock: string, file: Lockable, { tries, pause }: typeof PATIENCE): Promise<void> {
  for (let tried = 1; ; tried++) {
    refuseOddities(lock, file)
    if (writeOnce(lock, OURS)) return
    if (tried >= tries) throw taken(lock, file)
    if (isAbandoned(holderOf(lock)) && takenOver(lock)) continue
    await after(pause)
  }
}

/**
 * Removes the lock of a process that has ended. Two processes can find the same dead holder, and the slower of them would
 * remove the lock that the quicker one has by then: so only who holds the right to take over removes it, after another look.
 */
function takenOver(lock: string): boolean {
  const right = rightOf(lock)
  if (!writeOnce(right, OURS)) return false
  try {
    if (isAbandoned(holderOf(lock))) removed(lock)
  } finally {
    removed(right)
  }
  return true
}

const rightOf = (lock: string): string => `${lock}.takeover`

const OURS = `process ${process.pid} on ${HOST}\n`

interface Holder {
  readonly process: number
  readonly host: string
}

function isAbandoned(holder: Holder | null): boolean {
  return holder !== null && hasEnded(holder.host, holder.process)
}

/** Null where a lock does not say who holds it, as where it is only being written. */
function holderOf(lock: string): Holder | null {
  const [, process, host] = /^process (\d+) on (.+)\n$/.exec(textIn(lock) ?? '') ?? []
  return process === undefined || host === undefined ? null : { process: Number(process), host }
}

function textIn(lock: string): string | null {
  try {
    return readFileSync(lock, 'utf8')
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return null
    throw obstacleOf(thrown, `cannot read ${lock}`)
  }
}

function removed(path: string): void {
  try {
    unlinkSync(path)
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw obstacleOf(thrown, `cannot remove ${path}`)
  }
}

function refuseOddities(lock: string, { shown }: Lockable): void {
  for (const path of [lock, rightOf(lock)]) {
    const kind = kindOf(path)
    if (kind === 'folder' || kind === 'special')
      throw new Obstacle(`cannot lock ${shown}: ${path} is ${kind === 'folder' ? 'a folder' : 'not a regular file'}`, [
        'remove it'
      ])
  }
}

/** Who holds the lock, and how to be rid of a lock that nobody needs. */
function taken(lock: string, { shown }: Lockable): Obstacle {
  const holder = holderOf(lock)
  const name = holder === null ? 'a process that it does not name' : `process ${holder.process}`
  if (isAbandoned(holder)) {
    const right = rightOf(lock)
    return new Obstacle(`${shown} is locked by ${name}, which has ended, and ${right} is in the way`, [
      `if no verbale runs, remove ${right} and ${lock}`
    ])
  }
  const isHere = holder?.host === HOST
  const where = isHere || holder === null ? '' : ` on ${holder.host.split(' ')[0]}`
  const hint = isHere ? 'if that process is not verbale' : 'if that process no longer runs'
  return new Obstacle(`${shown} is locked by ${name}${where}`, ['try again', `${hint}, remove ${lock}`])
}
