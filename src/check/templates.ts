/** The templates of a world in; what is wrong with each, whether or not a note asks for it, out. */
import { attempt, type Diagnostic, distinct, error } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import { languageOf } from '../languages/language.ts'
import { load } from '../load/load.ts'
import { textAt, valueAt } from '../records/checks/parts.ts'
import { sourceOf } from '../records/record-text.ts'
import { kindOf } from '../records/request.ts'
import { startOf } from '../source.ts'
import { openTemplateTexts, type TemplateTexts } from '../template/texts.ts'
import { checkTypes, type KindsOf } from '../typecheck/check-types.ts'
import type { WorkspaceCheck } from './task.ts'

/** Every text of every language that can be written. */
export function templateTextsOf(engine: Engine): readonly TemplateTexts[] {
  return Object.keys(engine.languages).map(language => openTemplateTexts(engine.templates, language))
}

/** What is wrong with the texts that are to be checked, and with all that a template of them can reach. */
export function templateFindings(workspace: WorkspaceCheck): readonly Diagnostic[] {
  const { engine, inventory } = workspace
  const wanted = new Set([...inventory.files.template, ...inventory.files.formulas])
  if (wanted.size === 0) return []
  const kindsOf = kindsFor(workspace)
  const languages = Object.keys(engine.languages).flatMap(language => {
    const opened = openTemplateTexts(engine.templates, language)
    const found = [...opened.findings, ...checkTypes(engine.templates, language, kindsOf)]
    // what a template reaches is a part of it
    const isMain = opened.texts.some(each => each.kind === 'template' && wanted.has(each.at.source.name))
    return found.filter(each => (isMain && each.severity === 'error') || wanted.has(each.span?.source.name ?? ''))
  })
  return distinct([...languages, ...foreign(engine, [...wanted])])
}

/**
 * A template is for the kind whose name it bears or begins with (`protest`, `protest-subject`), and for those of the notes
 * that ask for it. The title and the labels, and what no kind can be told of, are for all.
 */
function kindsFor({ engine: { kinds, world }, inventory }: WorkspaceCheck): KindsOf {
  const all = [...kinds.values()]
  const asked = inventory.files.note.map(note => {
    // whatever else is wrong with it
    const request = attempt(() => load(sourceOf(world, note)).value).value ?? undefined
    return `${textAt(request, 'template')} ${kindOf(kinds, { kind: valueAt(request, 'kind') })?.name}`
  })
  const pairs = new Set(asked)
  return name => {
    const isFor = (kind: string) => name === kind || name.startsWith(`${kind}-`) || pairs.has(`${name} ${kind}`)
    const own = all.filter(each => isFor(each.name))
    return own.length > 0 ? own : all
  }
}

/** Templates of a language that notes cannot be written in: nothing would ever read them. */
function foreign({ languages }: Engine, names: readonly string[]): Diagnostic[] {
  return names.flatMap(name => {
    const [, ofFormulas, folder] = /^templates\/(?:formulas\/([^/]+)\.yaml$|([^/]+)\/)/.exec(name) ?? []
    const language = ofFormulas ?? folder
    if (language === undefined || languageOf(languages, language)) return []
    const message = `notes in \`${language}\` cannot be written yet; this file is not used`
    const hints = [`languages: ${Object.keys(languages).join(', ')}`]
    return [error({ rule: 'template/language', message, span: startOf(name), hints })]
  })
}
