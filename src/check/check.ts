/** The files of a workspace in; everything that is wrong with them, goldens to write, and the coverage of its templates, out. */
import { coverageOf, createTally, type Tally, type TextCoverage } from '../coverage/coverage.ts'
import { attempt, type Diagnostic, distinct } from '../diagnostic.ts'
import { createMeanings } from '../dossier/meanings.ts'
import type { Engine } from '../engine.ts'
import { callersIn, putInBy } from '../fixtures/callers.ts'
import { type Inventory, takeInventory, type WantedGolden } from '../fixtures/inventory.ts'
import { lazily } from '../once.ts'
import type { ReadSettings } from '../records/settings.ts'
import { startOf } from '../source.ts'
import { openTemplate } from '../template/template.ts'
import type { Template } from '../template/template-file.ts'
import { openTemplateTexts } from '../template/texts.ts'
import type { NoteChecked } from './check-note.ts'
import { languageFindings } from './languages.ts'
import { fileFindings, wantedTranslations } from './records.ts'
import { type Counted, counted, type Gates, settingsOf } from './settings.ts'
import type { CheckOptions, NoteTask, WorkspaceCheck } from './task.ts'
import { templateFindings, templateTextsOf } from './templates.ts'
import { registersIn, unusedFindings } from './unused.ts'

/** What counts of all that was found; a finding without a place is put down to the file that it is about. */
export interface WorkspaceChecked extends Counted {
  /** Goldens that are missing or differ, and files of translations that lack some, as they would have to be. */
  readonly wanted: readonly WantedGolden[]
  /** Null where nobody asked for it. */
  readonly coverage: readonly TextCoverage[] | null
  readonly inventory: Inventory
  /** What `verbale.yaml` asks for besides. */
  readonly gates: Gates
}

/** A check whose notes are still to be looked at (`checkNote`), in this thread or in others. */
export interface OpenCheck {
  readonly workspace: WorkspaceCheck
  readonly tasks: readonly NoteTask[]
  readonly settings: ReadSettings
  /** Null where nobody asked for the coverage of templates, which only who opened the check can count. */
  readonly tally: Tally | null
}

export function openCheck(options: CheckOptions): OpenCheck {
  const inventory = takeInventory(options.engine.world, options.names, options.asked)
  const workspace: WorkspaceCheck = { ...options, inventory }
  const settings = settingsOf(options.engine.world)
  const measures = options.measure || settings.value?.gates?.coverage !== undefined
  const takesRecords = registersIn(workspace).length > 0
  const tasks = inventory.files.note.map(note => ({
    note,
    fixture: inventory.fixtures.get(note) ?? null,
    takesRecords
  }))
  return { workspace, tasks, settings, tally: measures ? createTally() : null }
}

/** Where there are fixtures, they alone are to reach every branch. */
export function tallyFor({ workspace, tally }: OpenCheck, { fixture }: NoteTask): Tally | null {
  return fixture !== null || workspace.inventory.fixtures.size === 0 ? tally : null
}

/** What is wrong with the files of the workspace that are no notes. */
export function ofWorkspace(workspace: WorkspaceCheck): readonly Diagnostic[] {
  const found = [fileFindings, templateFindings].flatMap(each => foundBy(() => each(workspace)))
  return [...workspace.inventory.findings, ...found]
}

/** What a step finds, or is refused for. */
function foundBy(step: () => readonly Diagnostic[]): readonly Diagnostic[] {
  const { value, findings } = attempt(step)
  return value ?? findings
}

/** Puts together what was found: `results` in the order of the tasks. */
export function closeCheck(
  { workspace, tasks, settings, tally }: OpenCheck,
  whole: readonly Diagnostic[],
  results: readonly NoteChecked[]
): WorkspaceChecked {
  const { inventory } = workspace
  const putIn = callersOf(workspace)
  const [excused, used] = [results.flatMap(each => each.excused), results.flatMap(each => each.used)]
  const all = distinct([
    ...whole,
    ...(inventory.files.settings.length > 0 ? settings.findings : []),
    ...results.flatMap(({ findings }, index) => findings.map(each => placed(tasks[index]?.note ?? '', each))),
    ...foundBy(() => languageFindings(workspace, excused)),
    ...foundBy(() => unusedFindings(workspace, used))
  ]).map(putIn)
  return {
    ...counted(all, settings, workspace.counting),
    gates: settings.value?.gates ?? {},
    // what these are refused for is among what was found
    wanted: [...results.flatMap(each => each.wanted), ...(attempt(() => wantedTranslations(workspace)).value ?? [])],
    coverage: tally && (attempt(() => measured(workspace, tally)).value ?? []),
    inventory
  }
}

function measured(workspace: WorkspaceCheck, tally: Tally): readonly TextCoverage[] {
  return coverageOf(ownTexts(workspace), tally, createMeanings(workspace.engine.kinds.values()))
}

/** The most includes that are named for one place. */
const MOST_CALLERS = 6

/** Names for what is found in a partial or a formula the includes that put that into notes. */
function callersOf({ engine }: WorkspaceCheck): (finding: Diagnostic) => Diagnostic {
  const callers = lazily(() => callersIn(attempt(() => templatesOf(engine)).value ?? []))
  return finding => {
    const { span, hints } = finding
    if (span === null || !span.source.name.startsWith('templates/')) return finding
    const said = putInBy(callers(), span, MOST_CALLERS)
    return said === null ? finding : { ...finding, hints: [...hints, said] }
  }
}

/** Every template that can be opened. */
function templatesOf(engine: Engine): Template[] {
  return Object.keys(engine.languages).flatMap(language => {
    const texts = openTemplateTexts(engine.templates, language).texts.filter(each => each.kind === 'template')
    return texts.flatMap(({ name }) => attempt(() => openTemplate(engine.templates, language, name)).value ?? [])
  })
}

/** A finding without a place is about the note as a whole. */
function placed(note: string, finding: Diagnostic): Diagnostic {
  return finding.span ? finding : { ...finding, span: startOf(note) }
}

/** The texts that stand in the workspace itself: those of the package are measured by its own fixtures. */
function ownTexts(workspace: WorkspaceCheck) {
  const own = new Set(workspace.own)
  return templateTextsOf(workspace.engine).flatMap(opened => opened.texts.filter(text => own.has(text.at.source.name)))
}
