/** The templates of a world in; what is wrong with each, whether or not a note asks for it, out. */
import { attempt, type Diagnostic, distinct, error } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { languageOf } from '../languages/language.ts'
import { load } from '../load/load.ts'
import { textAt, valueAt } from '../records/checks/parts.ts'
import { sourceOf } from '../records/read.ts'
import { kindOf } from '../records/request.ts'
import { startOf } from '../source.ts'
import { openShelf, type TemplateTexts } from '../template/shelf.ts'
import { checkTypes, type KindsOf } from '../typecheck/check-types.ts'
import type { WorkspaceCheck } from './task.ts'

/** Every text of every language that can be written. */
export function shelvesOf(engine: Engine): readonly TemplateTexts[] {
  return Object.keys(engine.languages).map(language => openShelf(engine.templates, language))
}

/** What is wrong with the texts that are to be checked, and with all that a template of them can reach. */
export function templateFindings(bench: WorkspaceCheck): readonly Diagnostic[] {
  const { engine, inventory } = bench
  const wanted = new Set([...inventory.files.template, ...inventory.files.formulas])
  if (wanted.size === 0) return []
  const kindsOf = kindsFor(bench)
  const languages = Object.keys(engine.languages).flatMap(language => {
    const shelf = openShelf(engine.templates, language)
    const found = [...shelf.findings, ...checkTypes(engine.templates, language, kindsOf)]
    // what a template reaches is a part of it
    const isMain = shelf.texts.some(each => each.kind === 'template' && wanted.has(each.at.source.name))
    return found.filter(each => (isMain && each.severity === 'error') || isIn(wanted, each))
  })
  return distinct([...languages, ...foreign(engine, [...wanted])])
}

/**
 * A template is for the kind whose name it bears or begins with (`protest`, `protest-subject`), and for those of the notes
 * that ask for it. The title and the labels, and what no kind can be told of, are for all.
 */
function kindsFor({ engine, inventory }: WorkspaceCheck): KindsOf {
  const all = [...engine.kinds.values()]
  const asked = new Map<string, Set<string>>()
  for (const note of inventory.files.note) {
    const { template, kind } = attempt(() => requestIn(engine, note)).value ?? {}
    if (template !== undefined && kind !== undefined) asked.set(template, (asked.get(template) ?? new Set()).add(kind))
  }
  return name => {
    const own = all.filter(
      each => name === each.name || name.startsWith(`${each.name}-`) || asked.get(name)?.has(each.name)
    )
    return own.length > 0 ? own : all
  }
}

/** What a note says of its template and its kind, whatever else is wrong with it. */
function requestIn(engine: Engine, note: string): { readonly template?: string; readonly kind?: string } {
  const { value } = load(sourceOf(engine.world, note))
  const kind = kindOf(engine.kinds, { kind: valueAt(value, 'kind') })
  const template = textAt(value, 'template')
  return { ...(template === null ? {} : { template }), ...(kind === null ? {} : { kind: kind.name }) }
}

function isIn(names: ReadonlySet<string>, { span }: Diagnostic): boolean {
  return span !== null && names.has(span.source.name)
}

/** Templates of a language that notes cannot be written in: nothing would ever read them. */
function foreign({ languages }: Engine, names: readonly string[]): Diagnostic[] {
  return names.flatMap(name => {
    const language = languageIn(name)
    if (language === null || languageOf(languages, language)) return []
    const message = `notes in \`${language}\` cannot be written yet; this file is not used`
    const hints = [`languages: ${Object.keys(languages).join(', ')}`]
    return [error({ rule: 'template/language', message, span: startOf(name), hints })]
  })
}

function languageIn(name: string): string | null {
  const formulas = /^templates\/formulas\/([^/]+)\.yaml$/.exec(name)?.[1]
  return formulas ?? /^templates\/([^/]+)\//.exec(name)?.[1] ?? null
}
