/** The templates of a workspace and what excused its notes in; what its languages do not say alike out. */
import type { Diagnostic } from '../diagnostic.ts'
import { purposeFindings, purposesOf } from '../parity/differs.ts'
import { templateParity } from '../parity/workspace.ts'
import type { WorkspaceCheck } from './task.ts'

/**
 * Compares the languages whose templates are to be checked, where these are several: a house that has its own words in one
 * language does not answer for the others. `excused` are the entries of `differs.yaml` that were of use in notes.
 */
export function languageFindings({ engine, inventory }: WorkspaceCheck, excused: readonly string[]): Diagnostic[] {
  const { template, formulas, differs } = inventory.files
  const named = [...template, ...formulas].map(each => /^templates\/(?:formulas\/)?([^/.]+)/.exec(each)?.[1] ?? '')
  const languages = Object.keys(engine.languages).filter(each => named.includes(each))
  const judged = languages.length > 1 ? templateParity(engine, languages) : { findings: [], excused: [] }
  const wanted = new Set(differs)
  const used = new Set([...excused, ...judged.excused])
  const all = purposeFindings(purposesOf(engine, Object.keys(engine.languages)), used)
  const own = all.filter(each => wanted.has(each.span?.source.name ?? ''))
  // what a language says otherwise is seen where it is compared
  const isCompared = languages.length > 1
  return [...judged.findings, ...own.filter(each => isCompared || each.severity === 'error')]
}
