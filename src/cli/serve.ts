/** What a worker thread does: waits to be asked, and replies in plain data. */
import { worker } from 'workerpool'
import { LARGEST_PDF } from '../archive/open.ts'
import type { Workshop } from '../archive/rebuild.ts'
import { unopened, type Verdict, verify } from '../archive/verify.ts'
import { digestOf, inflate, readFile, sizeOf } from './disk/disk.ts'
import type { Shell } from './shell.ts'
import { tasksIn } from './tasks.ts'

/** Waits for tasks. */
export function serve(shell: Shell): void {
  worker({ ...tasksIn(shell) })
}

/** A file to judge, as it goes to a worker. */
export interface Task {
  readonly path: string
  /** Its file copy, where it has one beside it or the user named one. */
  readonly copy: string | null
}

/** Reads and judges one file. Throws what the system says where it cannot be read. */
export function judge({ path, copy }: Task, workshop: Workshop): Verdict {
  const tooLarge = refusedBySize(path)
  if (tooLarge) return tooLarge
  return verify({ bytes: readFile(path), copy: copy === null ? null : copyAt(copy) }, workshop, inflate)
}

function copyAt(path: string): Uint8Array | 'too-large' {
  return sizeOf(path) > LARGEST_PDF ? 'too-large' : readFile(path)
}

/** A file that is larger than any note is not read into memory; its digest still says whether it is registered. */
function refusedBySize(path: string): Verdict | null {
  if (sizeOf(path) <= LARGEST_PDF) return null
  const why = `not a PDF written by verbale: it is larger than ${LARGEST_PDF / 1024 / 1024} MiB`
  const rebuilds = { answer: 'no', why, difference: null } as const
  return { ...unopened(digestOf(path)), rebuilds }
}
