/** A workspace and the files to check in it in; what was found there, its notes checked in threads side by side, out. */
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import {
  closeCheck,
  type OpenCheck,
  ofWorkspace,
  openCheck,
  tallyFor,
  type WorkspaceChecked
} from '../../check/check.ts'
import { checkNote, type NoteChecked } from '../../check/check-note.ts'
import type { Counting } from '../../check/settings.ts'
import type { NoteCheckContext, NoteTask } from '../../check/task.ts'
import type { TextCoverage } from '../../coverage/coverage.ts'
import { attempt, type Diagnostic } from '../../diagnostic.ts'
import { type Golden, misnamedFolder } from '../../fixtures/inventory.ts'
import { type Disk, kindOf } from '../disk/disk.ts'
import type { Survey } from '../disk/workspace.ts'
import { registersOf } from '../disk/workspace.ts'
import { Obstacle, tried } from '../obstacle.ts'
import { findingsOf, type ReportedFinding } from '../report/finding.ts'
import { shortPath } from '../report/print.ts'
import type { Shell, Worker } from '../shell.ts'
import type { OpenedWorkspace } from './make.ts'

export interface CheckedWorkspace
  extends Pick<WorkspaceChecked, 'inventory' | 'wanted' | 'gates' | 'excepted' | 'off' | 'known'> {
  /** The workspace's own templates, each with the path of its file; none where they were not measured. */
  readonly coverage: readonly TextCoverage[]
  readonly root: string
  readonly findings: readonly ReportedFinding[]
  /** The same as the stages gave them, for a baseline. */
  readonly diagnostics: readonly Diagnostic[]
  /** The files that were checked, as the user knows them. */
  readonly checked: readonly string[]
  /** Every file that was looked at. */
  readonly touched: ReadonlySet<string>
}

interface WorkspaceRun {
  /** Whether goldens are about to be written: what differs is then no finding. */
  readonly update: boolean
  /** Whether the coverage of templates is asked for, whatever `verbale.yaml` says. */
  readonly measure: boolean
  readonly counting: Counting
  /** How many threads check notes, this one among them. */
  readonly jobs: number
  readonly shell: Shell
  readonly open: (root: string) => OpenedWorkspace
  /** Called as each note is begun here or comes back, with how many are done or under way here. */
  readonly told: (note: string, done: number, all: number) => void
}

export async function checkWorkspace(
  { root, own, names, asked, folders }: Survey,
  run: WorkspaceRun
): Promise<CheckedWorkspace> {
  const { update, measure, counting, shell, open } = run
  const opened = open(root)
  const { disk } = opened
  const pathOf = (name: string): string => shortPath(shell.cwd, disk.locate(name))
  const check = openCheck({ ...checkContextOf(opened), names, asked, own, counting, measure })
  const { whole, results, touched } = await checkNotes(check, root, run)
  const checked = closeCheck(check, [...folders.map(misnamedFolder), ...whole], results)
  const findings = findingsOf(checked.findings, '', pathOf)
  return {
    ...checked,
    root,
    diagnostics: checked.findings,
    coverage: (checked.coverage ?? []).map(each => ({ ...each, path: pathOf(each.text.at.source.name) })),
    findings: update ? findings.filter(each => !WRITTEN.includes(each.rule)) : findings,
    checked: Object.values(checked.inventory.files).flat().map(pathOf).sort(),
    touched: new Set([...disk.touched, ...touched])
  }
}

/** What `--update` mends. */
const WRITTEN = ['golden/different', 'golden/missing']

/** Some notes of a workspace, as they go to a worker. */
export interface NotesTask {
  readonly root: string
  readonly tasks: readonly NoteTask[]
}

/** What came of them, and the paths of all files that were looked at. */
export interface CheckedNotes {
  readonly results: readonly NoteChecked[]
  readonly touched: readonly string[]
}

/** Notes for which it is worth to start one more thread: it takes a third of a second to be ready. */
const WORTH_A_THREAD = 12
/** The most notes that go to a worker at once; fewer towards the end, so that all are done at the same time. */
const MOST_AT_ONCE = 6
/** Nobody waits for notes longer here than in the main thread, which has no bound. */
const SECONDS = 86_400

/** Checks every note, and the workspace around them. What no worker answers is done here. */
async function checkNotes(open: OpenCheck, root: string, { jobs, shell, told }: WorkspaceRun) {
  const { workspace, tasks, tally } = open
  const left = [...tasks.entries()]
  const results: NoteChecked[] = []
  const touched: string[] = []
  let done = 0
  const tell = ({ note }: NoteTask): void => told(note, ++done, tasks.length)
  const doHere = ([index, task]: readonly [number, NoteTask]): void => {
    tell(task)
    results[index] = checkNote(workspace, task, tallyFor(open, task))
  }
  /** What was thrown here over a note that no worker answered for; nothing more is begun then. */
  const failures: unknown[] = []
  const sendAway = async (worker: Worker): Promise<void> => {
    while (left.length > 0 && failures.length === 0) {
      const some = left.splice(0, Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(left.length / 3))))
      const answer = await worker.ask<CheckedNotes>('check', { root, tasks: some.map(each => each[1]) })
      if (failures.length > 0) return
      if (answer.type !== 'done') for (const each of some) doHere(each)
      else {
        for (const [place, [index, task]] of some.entries()) {
          const result = answer.value.results[place]
          if (!result) throw new Error('a worker left out a note')
          results[index] = result
          tell(task)
        }
        touched.push(...answer.value.touched)
      }
    }
  }
  // a count of branches is kept by what stands in this thread's memory
  const helpers = tally === null ? Math.min(jobs, Math.floor(tasks.length / WORTH_A_THREAD) + 1) - 1 : 0
  const workers = await Promise.all(Array.from({ length: helpers }, () => shell.startWorker(SECONDS)))
  const away = workers.map(each => sendAway(each).catch(thrown => failures.push(thrown)))
  try {
    for (let next = left.shift(); next && failures.length === 0; next = left.shift()) {
      doHere(next)
      // what workers have sent is read in between
      if (helpers > 0) await turn()
    }
    const whole = ofWorkspace(workspace)
    await Promise.all(away)
    if (failures.length > 0) throw failures[0]
    return { results, touched, whole }
  } catch (thrown) {
    failures.push(thrown)
    throw thrown
  } finally {
    await Promise.all(workers.map(each => each.close()))
  }
}

/** What a worker does of it. */
export function checkSome({ root, tasks }: NotesTask, open: (root: string) => OpenedWorkspace): CheckedNotes {
  const opened = open(root)
  const context = checkContextOf(opened)
  return { results: tasks.map(each => checkNote(context, each, null)), touched: [...opened.disk.touched] }
}

/** What is at hand for the notes of a workspace. */
function checkContextOf({ disk, engine }: OpenedWorkspace): NoteCheckContext {
  return { engine, registersOf: note => registersOf(disk, note), readGolden: name => goldenIn(disk, name) }
}

function goldenIn(disk: Disk, name: string): Golden {
  const read = tried(() => attempt(() => disk.read(name)))
  if (read instanceof Obstacle)
    return { type: 'unreadable', why: kindOf(join(disk.root, name)) === 'folder' ? 'it is a folder' : read.message }
  if (read.findings.length > 0) return { type: 'unreadable', why: 'it is a link that leads out of the workspace' }
  return read.value === null ? { type: 'none' } : { type: 'text', text: new TextDecoder().decode(read.value) }
}
