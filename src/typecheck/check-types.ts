/** The templates of a language in; every way in which one of them could fail on some dossier, without a dossier, out. */

import { type Diagnostic, distinct } from '../diagnostic.ts'
import { dossierType } from '../dossier/dossier-type.ts'
import type { DossierKind } from '../dossier/schema.ts'
import { formulaTexts, type Reached, reachAll, type TemplateStore } from '../template/template.ts'
import type { TemplateFile } from '../template/template-file.ts'
import { filesOf } from '../template/within.ts'
import { findingsOf } from './blame.ts'
import { emptyBranches } from './empty.ts'
import { type Environment, ROOT } from './environment.ts'
import { fromData } from './from-data.ts'
import type { Check, Frame } from './site.ts'
import { createTypes } from './type.ts'
import { unusedParts } from './unused.ts'
import { walk } from './walk.ts'

/** The kinds of note that a template is for: it runs on the dossier of each. */
export type KindsOf = (template: string) => readonly DossierKind[]

/**
 * Checks every template of a language: the files of `templates/LANGUAGE`, each on the dossiers of its kinds, and all that they reach.
 * Errors first of what cannot be opened at all; what nothing reaches is a warning, once there is no error.
 */
export function checkTypes(store: TemplateStore, language: string, kindsOf: KindsOf): readonly Diagnostic[] {
  const opened = templateNames(store, language).map(name => ({ name, ...reachAll(store, language, name) }))
  const check = createCheck(store, language, opened)
  for (const { main, name } of opened) if (main) for (const kind of kindsOf(name)) checkMain(check, main, kind)
  const empty = distinct(emptyBranches(opened.flatMap(filesOf)))
  const findings = distinct([...opened.flatMap(each => each.findings), ...findingsOf(check.frames)])
  return [...(findings.length > 0 ? findings : unusedParts(check, store, language)), ...empty]
}

/** The names of the templates of a language: partials stand in a folder of their own. */
function templateNames({ world }: TemplateStore, language: string): readonly string[] {
  const folder = `templates/${language}/`
  const names = world.list(folder.slice(0, -1)).map(each => each.slice(folder.length))
  return names.filter(each => /^[^/]+\.hbs$/.test(each)).map(each => each.slice(0, -'.hbs'.length))
}

function createCheck(store: TemplateStore, language: string, opened: readonly Reached[]): Check {
  return {
    types: createTypes(),
    partials: new Map(opened.flatMap(each => [...each.partials])),
    formulas: new Map(opened.flatMap(each => [...each.formulas])),
    entries: formulaTexts(store, language),
    frames: [],
    outcomes: new Map(),
    reached: new Set(),
    steps: 0
  }
}

/** A template that a note or the program asks for runs on the whole dossier. */
function checkMain(check: Check, file: TemplateFile, kind: DossierKind): void {
  const root = { type: fromData(check.types, dossierType(kind)), restricted: false }
  const environment: Environment = { variables: [root], dead: false, granted: [] }
  const frame: Frame = { file, path: [], findings: [], inner: new Set() }
  check.frames.push(frame)
  const nowhere = { outer: null, names: null, loops: 0, fence: null, depth: 0 }
  walk({ check, frame, environment, context: ROOT, ...nowhere }, file.statements)
}
