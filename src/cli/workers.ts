/** Tasks in; the verdict on each out, made in worker threads with bounds on memory and time. */
import type { Verdict } from '../archive/verify.ts'
import type { Task } from './judge.ts'

/** What may be used on one file. */
export interface Bounds {
  readonly jobs: number
  /** Seconds for one file. */
  readonly timeout: number
}

/** What came of one task: its verdict, or why there is none. */
export type Judged =
  | { readonly type: 'judged'; readonly verdict: Verdict }
  | { readonly type: 'gave-up'; readonly why: string }
  | { readonly type: 'unreadable'; readonly why: string }
  | { readonly type: 'fault'; readonly stack: string }

/** Megabytes of a worker's heap: a note with an annex of two thousand incidents takes a third of it. */
const HEAP = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 }

/** Judges every task in workers that run `script`, the command line itself; `told` is called as each is done, in no certain order. */
export async function judgeAll(
  script: string,
  tasks: readonly Task[],
  { jobs, timeout }: Bounds,
  told: () => void
): Promise<readonly Judged[]> {
  // Loaded when it is needed: no other command starts workers.
  const { pool: createPool } = await import('workerpool')
  const pool = createPool(script, {
    workerType: 'thread',
    maxWorkers: jobs,
    workerThreadOpts: { resourceLimits: HEAP, workerData: { verbale: 'judge' } }
  })
  try {
    return await Promise.all(
      tasks.map(async task => {
        const judged = await judgeOne(() => pool.exec('judge', [task]).timeout(timeout * 1000), timeout)
        told()
        return judged
      })
    )
  } finally {
    await pool.terminate(true)
  }
}

async function judgeOne(run: () => PromiseLike<unknown>, timeout: number): Promise<Judged> {
  try {
    return plain(await run())
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    if (thrown.name === 'TimeoutError') return { type: 'gave-up', why: `gave up after ${timeout} s` }
    if (/memory/i.test(thrown.message) || /terminated unexpectedly/i.test(thrown.message))
      return { type: 'gave-up', why: `gave up: it needs more than ${HEAP.maxOldGenerationSizeMb} MB of memory` }
    if (thrown.name === 'Obstacle') return { type: 'unreadable', why: thrown.message }
    return { type: 'fault', stack: thrown.stack ?? thrown.message }
  }
}

/** A verdict as the worker sent it: it is our own code on either side. */
function plain(verdict: unknown): Judged {
  return { type: 'judged', verdict: verdict as Verdict }
}
