/** What a command may know of the process that runs it: folder, package, streams, threads; tests put plain values in their place. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Package } from './disk/disk.ts'
import type { Automation } from './environment.ts'

/** 0 done, 1 refused for what stands in records or templates, 2 usage or surroundings, 3 our bug. */
export type ExitCode = 0 | 1 | 2 | 3

/** Standard output or standard error. */
export interface Stream {
  readonly terminal: boolean
  write(data: string | Uint8Array): void
}

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

/** One worker thread at a time, with bounds on memory and time for each task; it has to be sent away at the end. */
export interface Worker {
  readonly ask: <T>(name: string, task: object) => Promise<Answer<T>>
  readonly close: () => Promise<void>
}

export interface Shell {
  readonly cwd: string
  readonly home: Package
  /** All of standard input. Throws `Obstacle` where it cannot be read. */
  readonly input: () => Uint8Array
  readonly out: Stream
  readonly err: Stream
  /** Whether the environment refuses colour. */
  readonly plain: boolean
  readonly automation: Automation
  /** Calls back when the user interrupts. */
  onInterrupt(stop: () => void): void
  /** Starts a worker that gives up a task after so many seconds. */
  startWorker(timeout: number): Promise<Worker>
}

/** What a command line asks for, ready to run. */
export type RunCommand = (shell: Shell) => ExitCode | Promise<ExitCode>
