/** Who made a file that another run may find, and whether that run has ended: told by process and host. */
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { systemCode } from '../obstacle.ts'

/**
 * The host, and on Linux the space in which its processes are numbered: two containers can have one name, and each
 * numbers its own.
 */
export const HOST = [hostname(), ...processSpace()].join(' ')

/** The same as a part of a file's name; the end of it, which tells containers apart, is always there. */
export const HOST_IN_NAME = HOST.replace(/[^A-Za-z0-9]+/g, '_').slice(-60)

function processSpace(): string[] {
  return attempt(() => [readlinkSync('/proc/self/ns/pid')]) ?? []
}

/** Whether a process has ended for sure: of another host, which may be a container of this one, that cannot be said. */
export function hasEnded(host: string, number: number): boolean {
  return (host === HOST || host === HOST_IN_NAME) && !isRunning(number)
}

/** Whether a process of this host goes on, whoever started it. */
function isRunning(number: number): boolean {
  try {
    process.kill(number, 0)
  } catch (thrown) {
    return systemCode(thrown) !== 'ESRCH'
  }
  // A process that was killed keeps its number on Linux until its parent asks for it (proc_pid_stat(5)).
  return !/\) [ZX] /.test(attempt(() => readFileSync(`/proc/${number}/stat`, 'latin1')) ?? '')
}

/** Runs a step that may fail without harm, as tidying up may; null where it does. */
export function attempt<T>(step: () => T): T | null {
  try {
    return step()
  } catch (thrown) {
    if (systemCode(thrown) === null) throw thrown
    return null
  }
}
