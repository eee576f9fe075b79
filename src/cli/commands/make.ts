/** One note and its place in; the file there, and what came of it, out. */
import { type Diagnostic, error, Rejected, refuse } from '../../diagnostic.ts'
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
import type { NoteFile, Target } from '../disk/targets.ts'
import { registersOf } from '../disk/workspace.ts'
import { Obstacle } from '../obstacle.ts'
import type { ReportedFinding } from '../report/finding.ts'
import { shortPath } from '../report/print.ts'
import { findingsOf, obstacleFinding } from '../report/report.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { MADE_FORMS, reasonAgainst, type Wanted } from './forms.ts'
import { publish } from './publish.ts'

/** A note and where it goes. */
export interface Job {
  readonly note: NoteFile
  readonly target: Target
}

/** What came of one note. */
export interface NoteOutcome {
  readonly code: ExitCode
  readonly findings: readonly ReportedFinding[]
  /** The line that says what was made. */
  readonly said: string | null
  /** What was thrown that should not have been. */
  readonly bug: { readonly thrown: unknown } | null
}

/** What looks at notes, for those commands that hold them against the form rules. */
export interface Look {
  /** Throws `Rejected` for settings that say something wrong. */
  readonly settings: (world: World) => void
  /** What is found in a note once it is made. */
  readonly note: (prepared: Prepared, world: World, paged: boolean) => readonly Diagnostic[]
}

/** The world and the engine of a workspace, which its notes share. */
export interface OpenedWorkspace {
  readonly disk: Disk
  readonly engine: Engine
}

/** What notes are made with. */
export interface Workshop {
  readonly open: (root: string) => OpenedWorkspace
  /** Null where nothing looks at the notes: what is made is no note, but a view of one. */
  readonly look: Look | null
  readonly shell: Shell
}

/** Opens each workspace once. */
export function openSession(shell: Shell): (root: string) => OpenedWorkspace {
  const opened = new Map<string, OpenedWorkspace>()
  return root => {
    const known = opened.get(root)
    if (known) return known
    const disk = createWorld(root, shell.home)
    const fresh = { disk, engine: createEngine(disk, { preparsed: shell.home.preparsed }) }
    opened.set(root, fresh)
    return fresh
  }
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
export function make(job: Job, wanted: Wanted, { open, look, shell }: Workshop): NoteOutcome {
  const { note } = job
  const about = note.standardInput ? '<stdin>' : note.typed
  let locate = (name: string): string => name
  try {
    const { disk, engine } = open(note.root)
    locate = name => (note.standardInput && name === note.name ? about : shortPath(shell.cwd, disk.locate(name)))
    look?.settings(disk)
    const options = optionsOf(note, wanted, disk, shell)
    const prepared = prepare(engine, options)
    const rendered = finish(prepared, wanted.format)
    refuseForm(rendered)
    const found = look ? look.note(prepared, disk, FORMATS[wanted.format].paged) : rendered.notes
    if (rendered.form !== 'draft') refuse(found)
    const findings = findingsOf(found, about, locate)
    const made = { rendered, fileCopy: () => render(engine, { ...options, form: 'file-copy' }).output }
    return written(() => publish(job.target, wanted, made, { disk, shell }), findings, about, locate)
  } catch (thrown) {
    return failed(thrown, [], about, locate)
  }
}

/** A request can state a form that no option could ask for. */
function refuseForm({ form }: Rendered): void {
  const message = reasonAgainst(form)
  if (message === null) return
  const hints = [`forms that can be made: ${MADE_FORMS.join(', ')}`]
  throw new Rejected([error({ rule: 'form/unmade', message, span: null, pointer: '/form', hints })])
}

function written(
  step: () => string | null,
  findings: readonly ReportedFinding[],
  about: string,
  locate: (name: string) => string
): NoteOutcome {
  try {
    return { code: 0, findings, said: step(), bug: null }
  } catch (thrown) {
    return failed(thrown, findings, about, locate)
  }
}

/** What a thrown thing means for the user. */
export function failed(
  thrown: unknown,
  found: readonly ReportedFinding[],
  about: string,
  pathOf: (name: string) => string
): NoteOutcome {
  if (thrown instanceof Rejected) {
    return { code: 1, findings: [...found, ...findingsOf(thrown.diagnostics, about, pathOf)], said: null, bug: null }
  }
  if (thrown instanceof Obstacle) return hindered(thrown, found)
  return { code: 3, findings: found, said: null, bug: { thrown } }
}

/** The outcome of a note that something outside it prevents. */
export function hindered(obstacle: Obstacle, found: readonly ReportedFinding[] = []): NoteOutcome {
  return { code: 2, findings: [...found, obstacleFinding(obstacle.message, obstacle.hints)], said: null, bug: null }
}

function optionsOf(note: NoteFile, wanted: Wanted, disk: Disk, shell: Shell): RenderOptions {
  const asked = { ...wanted, note: note.name, registers: registersOf(disk, note.name) }
  if (!note.standardInput) return asked
  const text = new TextDecoder('utf-8').decode(shell.input())
  return { ...asked, noteSource: { name: note.name, text } }
}
