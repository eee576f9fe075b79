/** What a command may know of the process that runs it: folder, package, streams; tests put plain values in their place. */
import type { Package } from './disk/disk.ts'
import type { Automation } from './environment.ts'

/** 0 done, 1 refused for what stands in records or templates, 2 usage or surroundings, 3 our bug. */
export type ExitCode = 0 | 1 | 2 | 3

/** Standard output or standard error. */
export interface Stream {
  readonly terminal: boolean
  write(data: string | Uint8Array): void
}

export interface Shell {
  readonly cwd: string
  readonly home: Package
  readonly out: Stream
  readonly err: Stream
  /** Whether the environment refuses colour. */
  readonly plain: boolean
  readonly automation: Automation
  /** Calls back when the user interrupts. */
  onInterrupt(stop: () => void): void
}

/** What a command line asks for, ready to run. */
export type Run = (shell: Shell) => ExitCode | Promise<ExitCode>
