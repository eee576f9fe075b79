/** Tasks in; the answer to each out, made in worker threads with bounds on memory and time. */
import { join } from 'node:path'
import { pool } from 'workerpool'
import { error, Rejected } from '../diagnostic.ts'
import { type Package, processors } from './disk/disk.ts'
import { Obstacle } from './obstacle.ts'
import { wholeNumber } from './options.ts'
import type { Answer, Reply, Worker } from './shell.ts'

export function timeoutOf(given: string | undefined): number {
  return wholeNumber('--timeout', given, 60, 86_400)
}

export function jobsOf(given: string | undefined): number {
  return wholeNumber('--jobs', given, Math.min(2, processors()), 64)
}

/**
 * Megabytes of a worker's heap: a note with an annex of two thousand incidents takes a half of it, and two workers that
 * have all of theirs stay with what is outside of heaps below 512 MB.
 */
const HEAP = { maxOldGenerationSizeMb: 112, maxYoungGenerationSizeMb: 16 }

/**
 * Starts a worker that runs the command line itself. One that died or was stopped is never asked again: a pool that had
 * a task waiting for it loses that task, or answers it in the name of the dead (workerpool 10.0.3, `Pool._next`).
 */
export async function startWorker(home: Package, timeout: number): Promise<Worker> {
  const script = join(home.folder, 'dist/verbale.cjs')
  const start = () => pool(script, { workerType: 'thread', maxWorkers: 1, workerThreadOpts: { resourceLimits: HEAP } })
  let current = start()
  return {
    ask: async (name, task) => {
      try {
        // It is our own code on either side.
        return (await current.exec(name, [task]).timeout(timeout * 1000)) as Reply<never>
      } catch (thrown) {
        const answer = unanswered(thrown, timeout)
        if (answer.type === 'gave-up') current = start()
        return answer
      }
    },
    close: async () => {
      await current.terminate(true)
    }
  }
}

function unanswered(thrown: unknown, timeout: number): Answer<never> {
  if (!(thrown instanceof Error)) throw thrown
  if (thrown.name === 'TimeoutError') return { type: 'gave-up', why: `timed out after ${timeout} s` }
  if (/memory/i.test(thrown.message) || /terminated unexpectedly/i.test(thrown.message))
    return { type: 'gave-up', why: `exceeded the memory limit of ${HEAP.maxOldGenerationSizeMb} MB` }
  return { type: 'fault', stack: thrown.stack ?? thrown.message }
}

/** What a worker does of a task, as it sends it back. */
export function replyTo<T>(step: () => T): Reply<T> {
  try {
    return { type: 'done', value: step() }
  } catch (thrown) {
    if (thrown instanceof Rejected) return { type: 'rejected', diagnostics: thrown.diagnostics }
    if (thrown instanceof Obstacle) return { type: 'obstacle', message: thrown.message, hints: thrown.hints }
    throw thrown
  }
}

/** What was replied about a file; throws what the worker threw, or that it gave up. */
export function replied<T>(answer: Answer<T>, file: string): T {
  if (answer.type === 'done') return answer.value
  if (answer.type === 'rejected') throw new Rejected(answer.diagnostics)
  if (answer.type === 'obstacle') throw new Obstacle(answer.message, answer.hints)
  if (answer.type === 'gave-up') {
    const message = `${file}: ${answer.why}`
    throw new Rejected([error({ rule: 'archive/no-answer', message, span: null })])
  }
  throw Object.assign(new Error(`a worker failed on ${file}`), { stack: answer.stack })
}
