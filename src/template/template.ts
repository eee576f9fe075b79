/** The name of a template in, the template with every partial and formula that it can reach out, checked. */
import { attempt, type Diagnostic, didYouMean, error, Rejected, refuse } from '../diagnostic.ts'
import { codeName, forbiddenIn, LAYOUT_CHARACTERS } from '../languages/characters.ts'
import { LANGUAGES } from '../languages/index.ts'
import { type Language, type Languages, languageOf } from '../languages/language.ts'
import { load } from '../load/load.ts'
import { once } from '../once.ts'
import { NOTHING_PREPARSED, type Preparsed } from '../preparsed.ts'
import type { Span } from '../source.ts'
import { LARGEST_FILE, readSource, type World } from '../world.ts'
import { checkCalls, type TemplateReference } from './check-calls.ts'
import { checkFields } from './check-fields.ts'
import { formOf, type PhraseForms, slotFindings } from './formula-shapes.ts'
import { type Formulas, readFormulas } from './formulas.ts'
import { type KeptTemplate, restoreTree } from './kept.ts'
import { parseTemplate } from './parse.ts'
import type { TemplateText } from './parse-error.ts'
import { filesOf, type Template, type TemplateFile } from './template-file.ts'

/** A file that was looked at: what it holds, what is wrong with it, and what it asks for. */
export interface OpenedTemplate {
  readonly file: TemplateFile | null
  readonly findings: readonly Diagnostic[]
  readonly references: readonly TemplateReference[]
}

/** A file of formulas that was read, or what is wrong with it. */
export interface OpenedFormulas {
  readonly formulas: Formulas
  readonly findings: readonly Diagnostic[]
}

/** Templates of one world, parsed and checked once and kept from note to note. */
export interface TemplateStore {
  readonly world: World
  readonly preparsed: Preparsed
  readonly languages: Languages
  readonly templates: Map<string, Template>
  readonly opened: Map<string, OpenedTemplate | null>
  readonly formulas: Map<string, OpenedFormulas | null>
}

/** What a store can be given besides its world. */
interface Reading {
  readonly preparsed?: Preparsed | undefined
  readonly languages?: Languages
}

export function createTemplateStore(
  world: World,
  { preparsed = NOTHING_PREPARSED, languages = LANGUAGES }: Reading = {}
): TemplateStore {
  return { world, preparsed, languages, templates: new Map(), opened: new Map(), formulas: new Map() }
}

/**
 * Opens `templates/LANGUAGE/NAME.hbs`. Throws `Rejected` with every error of syntax, helper, partial and formula in it and
 * in all that it can reach.
 */
export function openTemplate(store: TemplateStore, language: string, name: string): Template {
  const path = `templates/${language}/${name}.hbs`
  return once(store.templates, path, () => {
    const { main, partials, formulas, findings, read, language: spoken } = reachAll(store, language, name)
    refuse(findings)
    if (!main) throw new Error(`${path} has no errors and was not read`)
    return { language: spoken, main, partials, formulas, read: [...read].sort() }
  })
}

/** A template as far as it could be opened, with all that it can reach, and what is wrong with any of it. */
export interface Reached extends Pick<Template, 'language' | 'partials' | 'formulas'> {
  readonly main: TemplateFile | null
  readonly findings: readonly Diagnostic[]
  readonly read: ReadonlySet<string>
}

/** Opens a template as far as it goes; throws `Rejected` where there is none of that name. */
export function reachAll(store: TemplateStore, language: string, name: string): Reached {
  const path = `templates/${language}/${name}.hbs`
  const spoken = languageOf(store.languages, language)
  const main = spoken && openFile(store, path)
  if (!spoken || !main) throw new Rejected([unknownTemplate(store, language, name)])
  const gathered = { partials: new Map(), formulas: new Map(), read: new Set<string>(), findings: [] }
  const opening: Opening = { store, language: spoken, ...gathered }
  opening.read.add(path)
  reach(opening, main)
  opening.findings.push(...checkFields(filesOf({ ...opening, main: main.file }), opening))
  return { ...opening, main: main.file }
}

/** The text of every formula of a language; none where there is no file of them, or one that cannot be read. */
export function formulaTexts(store: TemplateStore, language: string): Formulas {
  return openFormulas(store, language)?.formulas ?? new Map()
}

function unknownTemplate(store: TemplateStore, language: string, name: string): Diagnostic {
  const message = `there is no template \`templates/${language}/${name}.hbs\``
  const hints = didYouMean(name, templateNames(store, language))
  return error({ rule: 'template/unknown', message, span: null, hints })
}

/** The names of the templates of a language: partials stand in a folder of their own. */
export function templateNames(store: TemplateStore, language: string): readonly string[] {
  return namesIn(store, `templates/${language}`).filter(each => !each.includes('/'))
}

/** The names of the template texts below a folder, without `.hbs`. */
export function namesIn({ world }: TemplateStore, folder: string): readonly string[] {
  const paths = world.list(folder).filter(each => each.endsWith('.hbs'))
  return paths.map(each => each.slice(folder.length + 1, -'.hbs'.length))
}

/** A file of the world, opened once; null where there is none. */
export function openFile({ world, preparsed, opened }: TemplateStore, path: string): OpenedTemplate | null {
  return once(opened, path, () => {
    const source = readSource(world, path)
    return source && openText(path, { source, base: 0, text: source.text }, preparsed)
  })
}

/** Parses and checks one text, unless the build did. */
function openText(title: string, text: TemplateText, preparsed: Preparsed): OpenedTemplate {
  const kept = preparsed(text.source.name).trees.get(text.text)
  if (kept !== undefined) {
    const { statements, references } = restoreTree(kept, text)
    return { file: { title, statements }, findings: [], references }
  }
  const { value, findings } = attempt(() => readTemplate(text))
  if (!value) return { file: null, findings, references: [] }
  const { statements, references } = value
  return { file: value.findings.length > 0 ? null : { title, statements }, findings: value.findings, references }
}

/** What a text holds and asks for, and what is wrong with that. Throws `Rejected` for one that cannot be read. */
export function readTemplate(text: TemplateText): KeptTemplate & Pick<OpenedTemplate, 'findings'> {
  refuse(unreadable(text))
  const statements = parseTemplate(text)
  const { findings, references } = checkCalls(statements)
  return { statements, findings, references }
}

function unreadable({ source, base, text }: TemplateText): Diagnostic[] {
  const span = { source, start: base, end: base }
  if (text.length > LARGEST_FILE) {
    const message = `the template is larger than ${LARGEST_FILE / 1024 / 1024} MiB`
    return [error({ rule: 'template/too-large', message, span })]
  }
  const at = text.indexOf('\uFFFD')
  if (at >= 0) {
    const message = 'a character here is not valid UTF-8'
    return [error({ rule: 'template/encoding', message, span: { source, start: base + at, end: base + at + 1 } })]
  }
  return forbiddenIn(text, LAYOUT_CHARACTERS).map(({ at: index, length, code }) => {
    const message = `template text holds the character ${codeName(code)}, which is invisible or cannot be printed`
    const start = base + index
    const hints = ['remove it; it is often left by pasting']
    return error({ rule: 'markup/character', message, span: { source, start, end: start + length }, hints })
  })
}

type FormulaReference = Extract<TemplateReference, { type: 'formula' }>

/** What opening one template gathers on its way. */
interface Opening {
  readonly store: TemplateStore
  readonly language: Language
  readonly partials: Map<string, TemplateFile>
  readonly formulas: Map<string, Map<string, TemplateFile>>
  readonly read: Set<string>
  readonly findings: Diagnostic[]
}

/** Adds a text's findings, and goes on to all that it asks for and that was not reached before. */
function reach(opening: Opening, { findings, references }: OpenedTemplate): void {
  opening.findings.push(...findings)
  for (const each of references) {
    if (each.type === 'partial') reachPartial(opening, each.name, each.at)
    else reachFormula(opening, each)
  }
}

function reachPartial(opening: Opening, name: string, at: Span): void {
  const folder = `templates/${opening.language.tag}/partials`
  const path = `${folder}/${name}.hbs`
  const opened = openFile(opening.store, path)
  if (!opened) {
    const message = `there is no partial \`${name}\` (${path})`
    const hints = didYouMean(name, namesIn(opening.store, folder))
    opening.findings.push(error({ rule: 'template/unknown-partial', message, span: at, hints }))
    return
  }
  if (opened.file) opening.partials.set(name, opened.file)
  if (opening.read.has(path)) return
  opening.read.add(path)
  reach(opening, opened)
}

function reachFormula(opening: Opening, reference: FormulaReference): void {
  const { store, findings, read } = opening
  const language = opening.language.tag
  const path = formulasPath(language)
  const opened = openFormulas(store, language)
  if (!opened) {
    const message = `there are no formulas in \`${language}\` (${path})`
    findings.push(error({ rule: 'template/unknown-formula', message, span: reference.at }))
    return
  }
  if (!read.has(path)) findings.push(...opened.findings)
  read.add(path)
  if (opened.findings.length > 0) return
  const unknown = unknownFormula(opened.formulas, reference)
  if (unknown) findings.push(unknown)
  else reachGroup(opening, reference.group, opened.formulas.get(reference.group) ?? new Map())
}

function unknownFormula(formulas: Formulas, { group, key, at }: FormulaReference): Diagnostic | null {
  const rule = 'template/unknown-formula'
  const texts = formulas.get(group)
  if (!texts) {
    const message = `there is no group of formulas \`${group}\``
    return error({ rule, message, span: at, hints: didYouMean(group, formulas.keys()) })
  }
  if (key === null || texts.has(key)) return null
  const message = `there is no formula \`${key}\` in the group \`${group}\``
  return error({ rule, message, span: at, hints: didYouMean(key, texts.keys()) })
}

function reachGroup(opening: Opening, group: string, texts: ReadonlyMap<string, TemplateText>): void {
  if (opening.formulas.has(group)) return
  const files = new Map<string, TemplateFile>()
  opening.formulas.set(group, files)
  for (const [key, text] of texts) {
    const opened = openFormula(opening.store, `formula ${group}/${key}`, text)
    const form = formOf(opening.language.wording.phrases ?? {}, group, key)
    if (opened.file) files.set(key, opened.file)
    if (opened.file && form) opening.findings.push(...slotFindings(opened.file, form))
    reach(opening, opened)
  }
}

/** The text of a formula, opened once. */
export function openFormula({ opened, preparsed }: TemplateStore, title: string, text: TemplateText): OpenedTemplate {
  const path = `${text.source.name} ${title}`
  const result = opened.get(path) ?? openText(title, text, preparsed)
  opened.set(path, result)
  return result
}

/** The formulas of a language, read once; null where it has none. */
export function openFormulas(store: TemplateStore, language: string): OpenedFormulas | null {
  const path = formulasPath(language)
  return once(store.formulas, path, () => {
    const source = readSource(store.world, path)
    const read =
      source && attempt(() => readFormulas(load(source, store.preparsed), language, formsOf(store, language)))
    return read && { formulas: read.value ?? new Map(), findings: read.findings }
  })
}

function formsOf({ languages }: TemplateStore, language: string): PhraseForms {
  return languageOf(languages, language)?.wording.phrases ?? {}
}

function formulasPath(language: string): string {
  return `templates/formulas/${language}.yaml`
}
