/** One note and its place in; the file there, and what came of it, out. */
import { type Diagnostic, error, Rejected, refuse } from '../../diagnostic.ts'
import { once } from '../../once.ts'
import {
  createEngine,
  type Engine,
  finish,
  type Prepared,
  prepare,
  type Rendered,
  type RenderOptions,
  render
} from '../../render.ts'
import type { World } from '../../world.ts'
import { FORMATS } from '../../write/formats.ts'
import { createWorld, type Disk, realPath } from '../disk/disk.ts'
import type { Job, NoteFile } from '../disk/targets.ts'
import { registersOf } from '../disk/workspace.ts'
import { done, failed, findingsOf, type NoteOutcome, type ReportedFinding } from '../report/finding.ts'
import { shortPath } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import { MADE_FORMS, reasonAgainst, type Wanted } from './forms.ts'
import { publish } from './publish.ts'

/** A note that was made, and how. */
interface MadeHere {
  readonly engine: Engine
  readonly options: RenderOptions
  readonly paged: boolean
}

/** What looks at notes, for those commands that hold them against the form rules and their translations. */
export interface NoteReview {
  /** Throws `Rejected` for settings that say something wrong. */
  readonly settings: (world: World) => void
  /** What is found in a note once it is made. Throws `Rejected` where its translations do not say the same. */
  readonly note: (prepared: Prepared, made: MadeHere) => readonly Diagnostic[]
}

/** The world and the engine of a workspace, which its notes share. */
export interface OpenedWorkspace {
  readonly disk: Disk
  readonly engine: Engine
}

/** What notes are made with. */
export interface MakingContext {
  readonly open: (root: string) => OpenedWorkspace
  /** Null where nothing looks at the notes: what is made is no note, but a view of one. */
  readonly review: NoteReview | null
  readonly shell: Shell
}

/** Opens each workspace once. */
export function openSession(shell: Shell): (root: string) => OpenedWorkspace {
  const opened = new Map<string, OpenedWorkspace>()
  return root =>
    once(opened, root, () => {
      const disk = createWorld(root, shell.home)
      return { disk, engine: createEngine(disk, shell.home) }
    })
}

/** The files that notes were made from and written to, behind their links: no report takes their place. */
export function filesOf(
  jobs: readonly Job[],
  { format }: Wanted,
  open: (root: string) => OpenedWorkspace
): readonly string[] {
  const made = jobs.flatMap(({ target }) => {
    if (target.type === 'standard-output') return []
    return [target.type === 'file' ? target.path : target.base + FORMATS[format].extension]
  })
  const read = jobs.flatMap(({ note }) => [...open(note.root).disk.touched])
  return [...new Set([...made, ...read])].map(path => realPath(path) ?? path)
}

/**
 * Makes one note, looks at it and writes it; what is to leave the house is not written where an error is found. Whatever goes wrong is told in the outcome;
 * nothing is thrown.
 */
export function make(job: Job, wanted: Wanted, { open, review, shell }: MakingContext): NoteOutcome {
  const { note } = job
  const about = note.standardInput ? '<stdin>' : note.typed
  let locate = (name: string): string => name
  let findings: readonly ReportedFinding[] = []
  try {
    const { disk, engine } = open(note.root)
    locate = pathsFor(note, disk, shell)
    review?.settings(disk)
    const options = optionsOf(note, wanted, disk, shell)
    const prepared = prepare(engine, options)
    const rendered = finish(prepared, wanted.format)
    refuseForm(rendered)
    const found = review ? review.note(prepared, { engine, options, paged: FORMATS[wanted.format].paged }) : rendered.notes
    if (rendered.form !== 'draft') refuse(found)
    findings = findingsOf(found, about, locate)
    const made = { rendered, fileCopy: () => render(engine, { ...options, form: 'file-copy' }).output }
    return done(publish(job.target, wanted, made, { disk, shell }), findings)
  } catch (thrown) {
    return failed(thrown, about, findings, locate)
  }
}

/** By which path the user knows a file of a note's workspace. */
export function pathsFor(note: NoteFile, disk: Disk, { cwd }: Shell): (name: string) => string {
  return name => (note.standardInput && name === note.name ? '<stdin>' : shortPath(cwd, disk.locate(name)))
}

/** A request can state a form that no option could ask for. */
function refuseForm({ form }: Rendered): void {
  const message = reasonAgainst(form)
  if (message === null) return
  const hints = [`forms that can be made: ${MADE_FORMS.join(', ')}`]
  throw new Rejected([error({ rule: 'form/unmade', message, span: null, pointer: '/form', hints })])
}

function optionsOf(note: NoteFile, wanted: Wanted, disk: Disk, shell: Shell): RenderOptions {
  const asked = { ...wanted, note: note.name, registers: registersOf(disk, note.name) }
  if (!note.standardInput) return asked
  const text = new TextDecoder('utf-8').decode(shell.input())
  return { ...asked, noteSource: { name: note.name, text } }
}
