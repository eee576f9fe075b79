/** What a worker thread does: waits to be asked, and replies in plain data. */
import { worker } from 'workerpool'
import type { Shell } from './shell.ts'
import { tasksIn } from './tasks.ts'

/** Waits for tasks. */
export function serve(shell: Shell): void {
  worker({ ...tasksIn(shell) })
}
