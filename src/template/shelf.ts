/** A language in; every text of its templates, whether or not anything asks for it, with what is wrong with it, out. */
import { attempt, type Diagnostic, distinct } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { readSource } from '../world.ts'
import { openFile, openFormula, openFormulas, type TemplateStore } from './template.ts'
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
export function openShelf(store: TemplateStore, language: string): TemplateTexts {
  const folder = `templates/${language}`
  const names = store.world.list(folder).filter(name => name.endsWith('.hbs'))
  const files = names.map(name => {
    // a link that leads out of the workspace cannot be read
    const read = attempt(() => fileText(store, name, name.slice(folder.length + 1, -'.hbs'.length)))
    return read.value ?? { texts: [], findings: read.findings }
  })
  const formulas = formulaTexts(store, language)
  const texts = [...files.flatMap(each => each.texts), ...formulas.texts]
  return { texts, findings: distinct([...files, formulas].flatMap(each => each.findings)) }
}

const PARTIALS = 'partials/'

function fileText(store: TemplateStore, path: string, name: string): TemplateTexts {
  const opened = openFile(store, path)
  const source = readSource(store.world, path)
  if (!opened || !source) return { texts: [], findings: [] }
  const isPartial = name.startsWith(PARTIALS)
  const at = { source, start: 0, end: source.text.length }
  const kind = isPartial ? 'partial' : 'template'
  return {
    texts: [{ kind, name: isPartial ? name.slice(PARTIALS.length) : name, at, file: opened.file }],
    findings: opened.findings
  }
}

function formulaTexts(store: TemplateStore, language: string): TemplateTexts {
  const all = openFormulas(store, language, `templates/formulas/${language}.yaml`)
  if (!all) return { texts: [], findings: [] }
  const opened = [...all.formulas].flatMap(([group, texts]) =>
    [...texts].map(([key, text]) => {
      const { file, findings } = openFormula(store, `formula ${group}/${key}`, text)
      const at = { source: text.source, start: text.base, end: text.base + text.text.length }
      return { text: { kind: 'formula' as const, name: `${group}/${key}`, at, file }, findings }
    })
  )
  return {
    texts: opened.map(each => each.text),
    findings: [...all.findings, ...opened.flatMap(each => each.findings)]
  }
}
