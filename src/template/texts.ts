/** A language in; every text of its templates, whether or not anything asks for it, with what is wrong with it, out. */
import { attempt, type Diagnostic, distinct } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { readSource } from '../world.ts'
import { namesIn, openFile, openFormula, openFormulas, type TemplateStore } from './template.ts'
import type { TemplateFile } from './template-file.ts'

/** A template, a partial or a formula, as far as it could be read. */
export interface TemplateTextAt {
  readonly kind: 'template' | 'partial' | 'formula'
  /** `protest`, `occasion`, `protest/strong-protest`. */
  readonly name: string
  /** Where its text stands. */
  readonly at: Span
  readonly file: TemplateFile | null
}

export interface TemplateTexts {
  readonly texts: readonly TemplateTextAt[]
  readonly findings: readonly Diagnostic[]
}

/** Opens everything that a language's templates could be made of, each text by itself. */
export function openTemplateTexts(store: TemplateStore, language: string): TemplateTexts {
  const folder = `templates/${language}`
  const files = namesIn(store, folder).map(name => {
    // a link that leads out of the workspace cannot be read
    const read = attempt(() => fileText(store, `${folder}/${name}.hbs`, name))
    return read.value ?? { texts: [], findings: read.findings }
  })
  const all = [...files, formulaTexts(store, language)]
  return { texts: all.flatMap(each => each.texts), findings: distinct(all.flatMap(each => each.findings)) }
}

const PARTIALS = 'partials/'

function fileText(store: TemplateStore, path: string, name: string): TemplateTexts {
  const opened = openFile(store, path)
  const source = readSource(store.world, path)
  if (!opened || !source) return { texts: [], findings: [] }
  const at = { source, start: 0, end: source.text.length }
  const called = name.startsWith(PARTIALS)
    ? { kind: 'partial' as const, name: name.slice(PARTIALS.length) }
    : { kind: 'template' as const, name }
  return { texts: [{ ...called, at, file: opened.file }], findings: opened.findings }
}

function formulaTexts(store: TemplateStore, language: string): TemplateTexts {
  const all = openFormulas(store, language)
  const texts: TemplateTextAt[] = []
  const findings = [...(all?.findings ?? [])]
  for (const [group, formulas] of all?.formulas ?? []) {
    for (const [key, { source, base, text }] of formulas) {
      const opened = openFormula(store, `formula ${group}/${key}`, { source, base, text })
      const at = { source, start: base, end: base + text.length }
      texts.push({ kind: 'formula', name: `${group}/${key}`, at, file: opened.file })
      findings.push(...opened.findings)
    }
  }
  return { texts, findings }
}
