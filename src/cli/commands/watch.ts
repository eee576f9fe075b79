/** Notes in; each made again whenever a file that it was made from changes, until the user interrupts. */
import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { dirname, join } from 'node:path'
import { kindOf } from '../disk/disk.ts'
import type { Job } from '../disk/targets.ts'
import { obstacleOf } from '../obstacle.ts'
import type { CommonOptions } from '../options.ts'
import { count } from '../report/print.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode } from '../shell.ts'
import type { Wanted } from './forms.ts'
import { filesOf, type MakingContext, make, openSession } from './make.ts'

/** How long to wait for more changes, in milliseconds: an editor saves in several steps. */
const SETTLE = 50

/** Makes the notes, then each again when something of it changes. Ends with 0 when the user interrupts. */
export function watch(
  jobs: readonly Job[],
  wanted: Wanted,
  common: CommonOptions,
  { review, finish, shell }: Omit<MakingContext, 'open'>
): Promise<ExitCode> {
  const watched = jobs.map(job => ({ job, from: new Set<string>() }))
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  const folders = watchFolders(path => {
    changed.add(path)
    timer ??= setTimeout(again, SETTLE)
  })

  function again(): void {
    timer = null
    const paths = [...changed]
    changed.clear()
    makeAll(watched.filter(({ from }) => paths.some(path => from.has(path))))
  }

  function makeAll(due: typeof watched): void {
    if (due.length === 0) return
    const open = openSession(shell)
    const outcomes = due.map(each => {
      const outcome = make(each.job, wanted, { open, review, finish, shell })
      each.from = new Set(open(each.job.note.root).disk.touched)
      return outcome
    })
    folders.follow(watched.flatMap(({ from }) => [...from]))
    const made = due.map(each => each.job)
    tell(outcomes, common, shell, { used: filesOf(made, wanted, open) })
  }

  makeAll(watched)
  const files = new Set(watched.flatMap(({ from }) => [...from].filter(path => kindOf(path) === 'file')))
  if (!common.quiet) shell.err.write(`watching ${count(files.size, 'file')}; Ctrl-C ends\n`)
  return new Promise(done => {
    shell.onInterrupt(() => {
      if (timer) clearTimeout(timer)
      folders.close()
      done(0)
    })
  })
}

/**
 * Folders are watched, not files: an editor that saves by renaming leaves a watched file behind. Of a folder that is not
 * there yet the nearest one around it is watched, and its appearing counts as a change of everything below.
 */
function watchFolders(onChange: (path: string) => void) {
  const watchers = new Map<string, FSWatcher>()
  let followed: readonly string[] = []
  const seen = (path: string): void => {
    for (const each of followed) if (each === path || each.startsWith(`${path}/`)) onChange(each)
  }
  return {
    /** Watches the folders of these paths, and those only. */
    follow: (paths: readonly string[]): void => {
      followed = paths
      const wanted = new Set(paths.map(path => nearestFolder(dirname(path))))
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue
        watcher.close()
        watchers.delete(folder)
      }
      for (const folder of wanted) if (!watchers.has(folder)) watchers.set(folder, watcherOf(folder, seen))
    },
    close: (): void => {
      for (const watcher of watchers.values()) watcher.close()
    }
  }
}

function nearestFolder(folder: string): string {
  return kindOf(folder) === 'folder' || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}

function watcherOf(folder: string, seen: (path: string) => void): FSWatcher {
  try {
    const watcher = watchFolder(folder, (_event, name) => seen(name === null ? folder : join(folder, name)))
    // A folder that is removed ends its own watcher; the next run looks for what is left.
    watcher.on('error', () => seen(folder))
    return watcher
  } catch (thrown) {
    throw obstacleOf(thrown, `cannot watch ${folder}`)
  }
}
