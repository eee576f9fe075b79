/** What was checked in; its goldens written as they would have to be, each told by its name, out. */
import { dirname, join } from 'node:path'
import { makeFolder, writeWhole } from '../disk/atomic.ts'
import { Obstacle } from '../obstacle.ts'
import { shortPath } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import type { CheckedWorkspace } from './check-workspace.ts'
import { hindered, type Outcome } from './make.ts'

/** Writes every golden that is missing or differs, each whole; one that cannot be written does not hold up the others. */
export function updateGoldens(checked: readonly CheckedWorkspace[], shell: Shell): Outcome[] {
  return checked.flatMap(({ root, wanted }) =>
    wanted.map(({ name, text }): Outcome => {
      const path = join(root, name)
      try {
        makeFolder(dirname(path))
        writeWhole(path, new TextEncoder().encode(text))
        return { code: 0, findings: [], said: `wrote ${shortPath(shell.cwd, path)}`, bug: null }
      } catch (thrown) {
        if (thrown instanceof Obstacle) return hindered(thrown)
        throw thrown
      }
    })
  )
}
