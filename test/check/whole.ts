/** What to check in; all that the steps of a check find, one after the other in one thread, out. */
import { closeCheck, ofWorkspace, openCheck, tallyFor, type WorkspaceChecked } from '../../src/check/check.ts'
import { checkNote } from '../../src/check/check-note.ts'
import type { CheckOptions } from '../../src/check/task.ts'

export function check(options: CheckOptions): WorkspaceChecked {
  const open = openCheck(options)
  const results = open.tasks.map(task => checkNote(open.workspace, task, tallyFor(open, task)))
  return closeCheck(open, ofWorkspace(open.workspace), results)
}
