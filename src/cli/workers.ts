/** Tasks in; the answer to each out, made in worker threads with bounds on memory and time. */
import { join } from 'node:path'
import { type Diagnostic, error, Rejected } from '../diagnostic.ts'
import { processors } from './disk.ts'
import { Obstacle } from './obstacle.ts'
import type { Option } from './options.ts'
import type { Shell } from './shell.ts'

/** What a worker sends back: what was thrown that is no fault of ours goes as plain data. */
export type Reply<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'rejected'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly type: 'obstacle'; readonly message: string; readonly hints: readonly string[] }

/** What came of one task: what was replied, or why nothing was. */
export type Answer<T> =
  | Reply<T>
  | { readonly type: 'gave-up'; readonly why: string }
  | { readonly type: 'fault'; readonly stack: string }

/** What may be used on one file. */
export interface Bounds {
  readonly jobs: number
  /** Seconds for one file. */
  readonly timeout: number
}

/** Workers that stand ready; they have to be sent away at the end. */
export interface Workers {
  readonly ask: <T>(name: string, task: object) => Promise<Answer<T>>
  readonly close: () => Promise<void>
}

/** The options that bounds are read from. */
export const TIMEOUT = {
  type: 'string',
  requiresArg: true,
  describe: 'seconds after which a file is given up',
  defaultDescription: '60',
  offers: ['60', '600']
} as const satisfies Option

export function boundsOf({
  jobs,
  timeout
}: {
  readonly jobs?: string | undefined
  timeout: string | undefined
}): Bounds {
  return {
    jobs: wholeNumber('--jobs', jobs, Math.min(2, processors()), 64),
    timeout: wholeNumber('--timeout', timeout, 60, 86_400)
  }
}

function wholeNumber(option: string, given: string | undefined, otherwise: number, most: number): number {
  if (given === undefined) return otherwise
  if (/^[1-9]\d{0,5}$/.test(given) && Number(given) <= most) return Number(given)
  throw new Obstacle(`${option} cannot be \`${given}\``, [`a whole number from 1 to ${most}`])
}

/** Megabytes of a worker's heap: a note with an annex of two thousand incidents takes a third of it. */
const HEAP = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 }

/** Starts workers, each of which runs the command line itself. */
export async function startWorkers({ home }: Shell, { jobs, timeout }: Bounds): Promise<Workers> {
  // Loaded when it is needed: most commands start no workers.
  const { pool: createPool } = await import('workerpool')
  const pool = createPool(join(home.folder, 'dist/verbale.cjs'), {
    workerType: 'thread',
    maxWorkers: jobs,
    workerThreadOpts: { resourceLimits: HEAP }
  })
  return {
    ask: async (name, task) => {
      try {
        // It is our own code on either side.
        return (await pool.exec(name, [task]).timeout(timeout * 1000)) as Reply<never>
      } catch (thrown) {
        return unanswered(thrown, timeout)
      }
    },
    close: async () => {
      await pool.terminate(true)
    }
  }
}

function unanswered(thrown: unknown, timeout: number): Answer<never> {
  if (!(thrown instanceof Error)) throw thrown
  if (thrown.name === 'TimeoutError') return { type: 'gave-up', why: `gave up after ${timeout} s` }
  if (/memory/i.test(thrown.message) || /terminated unexpectedly/i.test(thrown.message))
    return { type: 'gave-up', why: `gave up: it needs more than ${HEAP.maxOldGenerationSizeMb} MB of memory` }
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
    const message = `there is no answer about ${file}: ${answer.why}`
    throw new Rejected([error({ rule: 'archive/no-answer', message, span: null })])
  }
  throw Object.assign(new Error(`a worker failed over ${file}`), { stack: answer.stack })
}
