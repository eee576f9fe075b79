/** One note and its place in; the file there, and what came of it, out. */
import { attempt, type Diagnostic, distinct, error, Rejected, refuse } from '../../diagnostic.ts'
import { once } from '../../once.ts'
import {
  createEngine,
  type Engine,
  type Prepared,
  type PrepareOptions,
  prepare,
  type Rendered,
  render
} from '../../render.ts'
import type { World } from '../../world.ts'
import { FORMATS } from '../../write/formats.ts'
import { createWorld, type Disk, realPath } from '../disk/disk.ts'
import type { Job, NoteFile } from '../disk/targets.ts'
import { registersOf } from '../disk/workspace.ts'
import { done, failed, findingsOf, type NoteOutcome, type ReportedFinding } from '../report/finding.ts'
import { count, shortPath } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import { MADE_FORMS, reasonAgainst, type Wanted } from './forms.ts'
import { publish } from './publish.ts'

/** A note that was made, and how. */
interface MadeHere {
  readonly engine: Engine
  readonly options: PrepareOptions
  readonly paged: boolean
  /** The note as the user typed it. */
  readonly typed: string
  /** Whether it is the first of its languages to be made here, with which the others are compared. */
  readonly first: boolean
  /** Whether none of its translations is made with it. */
  readonly alone: boolean
}

/** What looks at notes, for those commands that hold them against the form rules and their translations. */
export interface NoteReview {
  /** Throws `Rejected` for settings that say something wrong. */
  readonly settings: (world: World) => void
  /** What is found in a note once it is made. Throws `Rejected` where its translations do not say the same. */
  readonly note: (prepared: Prepared, made: MadeHere) => readonly Diagnostic[]
}

/** Makes what was asked for of a note that is prepared. */
export type Finish = (prepared: Prepared, engine: Engine, options: PrepareOptions) => Rendered

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
  readonly finish: Finish
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
 * Makes one note to each of its addressees, and its translations where no language is asked for; looks at them and writes
 * them. What is to leave the house is not written where an error is found, and goes out whole, to all and in all languages,
 * or not at all. Whatever goes wrong is told in the outcome; nothing is thrown.
 */
export function make(job: Job, wanted: Wanted, context: MakingContext): NoteOutcome {
  const { note, target } = job
  const { open, review, shell } = context
  const about = note.standardInput ? '<stdin>' : note.typed
  let locate = (name: string): string => name
  let findings: readonly ReportedFinding[] = []
  try {
    const { disk, engine } = open(note.root)
    locate = pathsFor(note, disk, shell)
    review?.settings(disk)
    const options = optionsOf(note, wanted, disk, shell)
    const original = prepare(engine, options)
    refuseForm(original)
    refuse([...aloneFindings(original, job, wanted), ...severalFindings(original, job, wanted)])
    const editions = addresseesIn(original, wanted).flatMap(addressee =>
      [undefined, ...translationsOf(original, job, wanted)].map(language => ({ addressee, language }))
    )
    const all = editions.map(({ addressee, language }, index) =>
      attempt(() => {
        const own = { ...options, addressee, language: language ?? wanted.language }
        const ready = index === 0 ? original : prepare(engine, own)
        const alone = !editions.some(each => each.language !== undefined)
        const made = { engine, options: own, typed: note.typed, first: language === undefined, alone }
        const copy = { ...own, format: 'pdf', form: 'file-copy' } as const
        const named = original.records.addressees.length > 1 ? addressee : undefined
        return {
          ...finished(ready, wanted, context, made),
          ...{ addressee: named, language, fileCopy: () => render(engine, copy).output }
        }
      })
    )
    const made = all.flatMap(each => each.value ?? [])
    const refused = distinct(all.flatMap(each => each.findings))
    findings = findingsOf(
      made.flatMap(each => each.found),
      about,
      locate
    )
    // a translation says what its original does, and is nothing without it
    if (!all[0]?.value || (original.form !== 'draft' && made.length < all.length)) throw new Rejected(refused)
    const written = publish(target, wanted, made, { disk, shell })
    const told = [written, unconfirmedIn(findings, note)].filter(each => each !== null)
    const outcome = done(told.length === 0 ? null : told.join('\n'), findings)
    if (made.length === all.length) return outcome
    return { ...outcome, code: 1, findings: [...findings, ...findingsOf(refused, about, locate)] }
  } catch (thrown) {
    return failed(thrown, about, findings, locate)
  }
}

/** One line about all words of a draft that an issue would be refused for. */
function unconfirmedIn(findings: readonly ReportedFinding[], { typed }: NoteFile): string | null {
  const { length } = findings.filter(each => each.rule === 'issue/unconfirmed')
  return length === 0
    ? null
    : `an issue would be refused for ${count(length, 'wording')} that nobody has confirmed: \`verbale confirm ${typed}\` lists them`
}

/** A note in one language, and what is found in it. Throws `Rejected` where that stands against it. */
function finished(
  prepared: Prepared,
  { format }: Wanted,
  { review, finish }: MakingContext,
  made: Omit<MadeHere, 'paged'>
) {
  const rendered = finish(prepared, made.engine, made.options)
  const found = review ? review.note(prepared, { ...made, paged: FORMATS[format].paged }) : rendered.notes
  if (rendered.form !== 'draft') refuse(found)
  return { rendered, found }
}

/** The languages that are made beside the original: all where none is asked for, and there is room for more than one file. */
function translationsOf({ records }: Prepared, { target }: Job, { language, format }: Wanted): readonly string[] {
  const isOne = language !== undefined || target.type === 'standard-output' || !FORMATS[format].note
  return isOne ? [] : (records.request.languages.translations ?? [])
}

/** Those to whom it is made: all, where none is asked for. */
function addresseesIn({ records }: Prepared, { addressee }: Wanted): readonly string[] {
  return addressee === undefined ? records.addressees : [addressee]
}

/** A translation goes out beside the note that it translates, made in one run with it. */
function aloneFindings({ records, form }: Prepared, { target }: Job, { language, format }: Wanted): Diagnostic[] {
  const { original, translations = [] } = records.request.languages
  if (form !== 'issue' || format !== 'pdf' || language === original) return []
  const alone = (message: string, hints: readonly string[]) => [
    error({ rule: 'issue/translation-alone', message, span: null, pointer: '/languages', hints })
  ]
  if (language !== undefined)
    return alone(`a translation is never issued alone, and \`${language}\` is one`, [
      'leave out --language: the issue is made with all of its translations',
      'or make a draft of it: --form draft'
    ])
  if (target.type !== 'standard-output' || translations.length === 0) return []
  return alone('an issue with translations is several files, and standard output takes one', [
    'name a file or a folder: -o out/',
    `or make the original alone: --language ${original}`
  ])
}

/** Identical notes are a file each. */
function severalFindings({ records }: Prepared, { target }: Job, { addressee }: Wanted): Diagnostic[] {
  const { addressees } = records
  if (target.type !== 'standard-output' || addressee !== undefined || addressees.length < 2) return []
  const message = 'the note has several addressees, each with a file of its own, and standard output takes one'
  const hints = ['name a file or a folder: -o out/', `or make one of them: --addressee ${addressees[0]}`]
  return [error({ rule: 'render/several', message, span: null, pointer: '/to', hints })]
}

/** By which path the user knows a file of a note's workspace. */
export function pathsFor(note: NoteFile, disk: Disk, { cwd }: Shell): (name: string) => string {
  return name => (note.standardInput && name === note.name ? '<stdin>' : shortPath(cwd, disk.locate(name)))
}

/** A request can state a form that no option could ask for. */
function refuseForm({ form }: Pick<Prepared, 'form'>): void {
  const message = reasonAgainst(form)
  if (message === null) return
  const hints = [`forms that can be made: ${MADE_FORMS.join(', ')}`]
  throw new Rejected([error({ rule: 'form/unmade', message, span: null, pointer: '/form', hints })])
}

function optionsOf(note: NoteFile, wanted: Wanted, disk: Disk, shell: Shell): PrepareOptions {
  const asked = { ...wanted, note: note.name, registers: registersOf(disk, note.name) }
  if (!note.standardInput) return asked
  const text = new TextDecoder('utf-8').decode(shell.input())
  return { ...asked, noteSource: { name: note.name, text } }
}
