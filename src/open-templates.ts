/** The names of a note's language and template in; its templates, parsed and checked, and what is wrong with them out. */
import { attempt, type Diagnostic, didYouMean, error, Rejected } from './diagnostic.ts'
import type { Engine } from './engine.ts'
import { originOf } from './fact.ts'
import { type Languages, languageOf } from './languages/language.ts'
import { namesIn, type WantedTemplate } from './records/read.ts'
import type { Span } from './source.ts'
import { openTemplate } from './template/template.ts'
import type { Template } from './template/template-file.ts'

/** The templates of a note, each as far as it could be opened, and what is wrong with any of them. */
export interface OpenedTemplates extends Readonly<Record<'main' | 'title' | 'labels', Template | null>> {
  readonly findings: readonly Diagnostic[]
}

/** The template that a request names, in the language of the note, and those of the title and the labels beside it. */
export function openTemplates(engine: Engine, { template, language, spanOf }: WantedTemplate): OpenedTemplates {
  const none = { main: null, title: null, labels: null, findings: [] }
  if (language === null) return none
  if (!languageOf(engine.languages, language))
    return { ...none, findings: [unknownLanguage(engine.languages, language, spanOf(originOf('note', '/languages')))] }
  const open = (name: string) => attempt(() => openTemplate(engine.templates, language, name))
  const [title, labels] = [open('title'), open('labels')]
  const main = attempt(() => template && mainTemplate(engine, language, template, spanOf))
  const findings = [main, title, labels].flatMap(each => each.findings)
  return { main: main.value || null, title: title.value, labels: labels.value, findings }
}

function unknownLanguage(languages: Languages, language: string, span: Span | null): Diagnostic {
  const message = `notes in \`${language}\` cannot be written yet`
  const hints = [`languages: ${Object.keys(languages).join(', ')}`]
  return error({ rule: 'template/language', message, span, pointer: '/languages', hints })
}

function mainTemplate(engine: Engine, language: string, name: string, spanOf: WantedTemplate['spanOf']): Template {
  const folder = `templates/${language}`
  if (engine.world.read(`${folder}/${name}.hbs`) !== null) return openTemplate(engine.templates, language, name)
  const message = `there is no template \`${name}\` (${folder}/${name}.hbs)`
  const span = spanOf(originOf('note', '/template'))
  const hints = didYouMean(name, namesIn(engine.world, folder, '.hbs'))
  throw new Rejected([error({ rule: 'template/unknown', message, span, pointer: '/template', hints })])
}
