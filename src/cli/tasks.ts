/** What a command may ask of a worker thread, by name. */
import { openWorkshop } from '../archive/rebuild.ts'
import { checkSome, type NotesTask } from './commands/check-notes.ts'
import { type EntryTask, makeEntry } from './commands/entry.ts'
import { explainPdf, type PdfTask } from './commands/explain-pdf.ts'
import { judge, type Task } from './commands/judge.ts'
import { openSession } from './commands/make.ts'
import { createWorld } from './disk/disk.ts'
import type { Shell } from './shell.ts'
import { replyTo } from './workers.ts'

/** One worker's: workspaces and the package are opened once for all of its tasks. */
export function tasksIn(shell: Shell) {
  const session = openSession(shell)
  const workshop = openWorkshop(createWorld(shell.home.folder, shell.home), shell.home.preparsed)
  return {
    judge: (task: Task) => replyTo(() => judge(task, workshop)),
    entry: (task: EntryTask) => replyTo(() => makeEntry(task, shell.home)),
    explain: (task: PdfTask) => replyTo(() => explainPdf(task, workshop, shell)),
    check: (task: NotesTask) => replyTo(() => checkSome(task, session))
  }
}
