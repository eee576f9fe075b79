/** What a command may ask of a worker thread, by name. */
import { worker } from 'workerpool'
import { LARGEST_PDF } from '../archive/open.ts'
import { openRebuildContext, type RebuildContext } from '../archive/rebuild.ts'
import { unopened, type Verdict, verify } from '../archive/verify.ts'
import { checkSome, type NotesTask } from './commands/check-workspace.ts'
import { type EntryTask, makeEntry } from './commands/entry.ts'
import { explainPdf, type PdfTask } from './commands/explain-pdf.ts'
import { openSession } from './commands/make.ts'
import { createWorld, digestOf, readFile, sizeOf } from './disk/disk.ts'
import type { Shell } from './shell.ts'
import { replyTo } from './workers.ts'

/** What a worker thread does: waits to be asked, and replies in plain data. */
export function serve(shell: Shell): void {
  worker({ ...tasksIn(shell) })
}

/** One worker's: workspaces and the package are opened once for all of its tasks. */
export function tasksIn(shell: Shell) {
  const session = openSession(shell)
  const rebuildContext = openRebuildContext(createWorld(shell.home.folder, shell.home), shell.home)
  return {
    judge: (task: Task) => replyTo(() => judge(task, rebuildContext)),
    entry: (task: EntryTask) => replyTo(() => makeEntry(task, rebuildContext, shell.home)),
    explain: (task: PdfTask) => replyTo(() => explainPdf(task, rebuildContext, shell.cwd)),
    check: (task: NotesTask) => replyTo(() => checkSome(task, session))
  }
}

/** A file to judge, as it goes to a worker. */
export interface Task {
  readonly path: string
  /** Its file copy, where it has one beside it or the user named one. */
  readonly copy: string | null
}

/** Reads and judges one file. Throws what the system says where it cannot be read. */
function judge({ path, copy }: Task, rebuildContext: RebuildContext): Verdict {
  const tooLarge = refusedBySize(path)
  if (tooLarge) return tooLarge
  return verify({ bytes: readFile(path), copy: copy === null ? null : copyAt(copy) }, rebuildContext)
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
