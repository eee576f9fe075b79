/** Templates as texts in; what the check of types finds in them, as lines, out. Only for the tests of this folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { positionOf } from '../../src/source.ts'
import { createTemplateStore } from '../../src/template/template.ts'
import { checkTypes } from '../../src/typecheck/check-types.ts'
import { worldOf } from '../template/merging.ts'

export type Files = Readonly<Record<string, string>>

const folder = join(import.meta.dirname, '../../templates')

/** The shipped templates of a language and the formulas of all, by name. */
export function shippedIn(language: string): Files {
  return Object.fromEntries(
    [language, 'formulas']
      .flatMap(part => readdirSync(join(folder, part), { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile() && entry.name !== 'REVIEW.md')
      .map(entry => join(entry.parentPath, entry.name))
      .map(name => [`templates/${name.slice(folder.length + 1)}`, readFileSync(name, 'utf8')])
  )
}

/** The shipped templates and formulas of English, by name. */
export const shipped: Files = shippedIn('en')

/** Every finding as `file:line:column rule message`. */
export function told(findings: readonly Diagnostic[]): string[] {
  return findings.map(({ rule, message, span }) => {
    if (!span) return `${rule} ${message}`
    const { line, column } = positionOf(span.source, span.start)
    return `${span.source.name.replace('templates/en/', '')}:${line}:${column} ${rule} ${message}`
  })
}

export function checked(files: Files, language = 'en'): readonly Diagnostic[] {
  return checkTypes(createTemplateStore(worldOf(files)), language, () => [PROTEST])
}

/** The findings of a note, `note.hbs`, with other files by their whole names. */
export function find(text: string, files: Files = {}): string[] {
  return told(checked({ 'templates/en/note.hbs': text, ...files }))
}

/** The hints of the first finding. */
export function hintsOf(text: string, files: Files = {}): readonly string[] {
  return checked({ 'templates/en/note.hbs': text, ...files })[0]?.hints ?? []
}

/** A file of formulas: groups of texts. */
export function formulas(groups: Readonly<Record<string, Readonly<Record<string, string>>>>): Files {
  const entries = Object.entries(groups).map(([group, texts]) => {
    const lines = Object.entries(texts).map(([key, text]) => `    ${key}: { text: '${text}', confirmed: null }`)
    return [`  ${group}:`, ...lines].join('\n')
  })
  return { 'templates/formulas/en.yaml': ['verbale: 1', 'language: en', 'formulas:', ...entries, ''].join('\n') }
}
