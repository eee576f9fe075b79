/** A note request and its world in, the note in one format out: the whole pipeline, and the only file that knows every stage. */
import { type Diagnostic, didYouMean, distinct, error, Rejected, refuse } from './diagnostic.ts'
import { arrange } from './document/arrange.ts'
import type { Document, Text } from './document/document.ts'
import { parse } from './document/parse.ts'
import { settle } from './document/settle.ts'
import { leaves } from './document/walk.ts'
import { LANGUAGES } from './language/index.ts'
import { layOut } from './layout/lay-out.ts'
import { createTypesetter, type Typesetter } from './layout/shape.ts'
import { NOTHING_PREPARSED, type Preparsed } from './preparsed.ts'
import { type Asked, createRecordStore, namesIn, type RecordStore, readRecords, type Wanted } from './record/read.ts'
import type { Form } from './record/request.ts'
import { type Records, type Resolved, resolve } from './record/resolve.ts'
import { select } from './record/select.ts'
import { positionOf, type Span } from './source.ts'
import { fill, merge } from './template/merge.ts'
import { createTemplateStore, filesRead, openTemplate, type Template, type TemplateStore } from './template/template.ts'
import { unprinted } from './template/unprinted.ts'
import type { World } from './world.ts'
import { FORMATS, type Format, type Stages } from './write/index.ts'
import { createFontStore, type FontStore, type PdfFacts, writePdf } from './write/pdf/write.ts'

/** What is kept from note to note: checked records, compiled templates, shaped words, parsed faces. Nothing by note. */
export interface Engine {
  readonly world: World
  readonly records: RecordStore
  readonly templates: TemplateStore
  readonly typesetter: Typesetter
  readonly fonts: FontStore
}

/** An engine for one world; what was parsed of its files beforehand saves time and changes nothing. */
export function createEngine(world: World, preparsed: Preparsed = NOTHING_PREPARSED): Engine {
  return {
    world,
    records: createRecordStore(world, preparsed),
    templates: createTemplateStore(world, preparsed),
    typesetter: createTypesetter(world),
    fonts: createFontStore(world)
  }
}

/** Which note, and what to make of it. */
export interface RenderOptions extends Asked {
  readonly format: Format
}

/** A note that was made. */
export interface Rendered {
  readonly output: Uint8Array
  /** With the dot: `.pdf`. */
  readonly extension: string
  /** Warnings and information; an error is thrown. */
  readonly notes: readonly Diagnostic[]
  /** The names of the world that were read, sorted: what to watch, and what a bundle holds. */
  readonly read: readonly string[]
  /** Pages, where the format has them. */
  readonly pages: number | null
  /** What it is made as: an issue is never written over another file. */
  readonly form: Form
}

/** A note whose records are resolved, ready to be made in any format. */
export interface Prepared {
  readonly stages: Stages
  readonly notes: readonly Diagnostic[]
  readonly read: readonly string[]
  readonly form: Form
}

/** Makes one note. Throws `Rejected` with everything that stands against it, located. */
export function render(engine: Engine, options: RenderOptions): Rendered {
  const { stages, notes, read, form } = prepare(engine, options)
  const format = FORMATS[options.format]
  const output = format.write(stages)
  const pages = format.paged ? stages.layout().pages.length : null
  return { output, extension: format.extension, notes, read, pages, form }
}

/**
 * Reads, checks and resolves the records of a note, opens its templates, and stands its later stages ready. What is wrong
 * with records and what is wrong with templates is told together.
 */
export function prepare(engine: Engine, asked: Asked): Prepared {
  const { records, findings, wanted, files } = readRecords(engine.records, asked)
  const opened = openTemplates(engine, wanted)
  const raw = attempt(() => records && resolve(records))
  const notes = refuse(distinct([...findings, ...opened.findings, ...(raw.value?.notes ?? raw.findings)]))
  const { main, title, labels } = opened
  if (!records || !raw.value || !main || !title || !labels) throw new Error('a finding is missing')
  // A note is made from the selection alone, so that what an archive keeps is all that it was made from.
  const selected = { ...records, ...select(records, raw.value) }
  const stages = stagesOf(engine, { records: selected, resolved: resolve(selected), main, title, labels, notes })
  const read = [...new Set([...files, ...[main, title, labels].flatMap(filesRead)])].sort()
  return { stages, notes, read, form: records.request.form }
}

/** What the later stages of one note are made from. */
interface Material {
  readonly records: Records
  readonly resolved: Resolved
  readonly main: Template
  readonly title: Template
  readonly labels: Template
  /** What the earlier stages noticed: told also when a later one refuses. */
  readonly notes: readonly Diagnostic[]
}

/** The intermediate results of one note, each made when it is first asked for. */
function stagesOf(engine: Engine, material: Material): Stages {
  const { records, resolved } = material
  const document = lazily(() => located(material, () => documentOf(material)))
  const layout = lazily(() => {
    const settled = document()
    return located(material, () => layOut(settled, records.profile, engine.typesetter))
  })
  const pdf = lazily(() => {
    const [settled, laidOut] = [document(), layout()]
    return located(material, () => writePdf(laidOut, factsOf(records, settled), engine.fonts, engine.world))
  })
  return { profile: records.profile, resolved: () => resolved, document, layout, pdf }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Merge, read as markup, put the parts in the house's order, and settle which form each name takes there. */
function documentOf({ records, resolved, main, title, labels }: Material): Document {
  const { language, profile } = records
  const words = attempt(() => linesOf(title, resolved))
  const marks = attempt(() => linesOf(labels, resolved))
  const merged = attempt(() => fill(main, resolved))
  const body = attempt(() => {
    if (!merged.value?.whole) return null
    const facts = { language, title: (words.value ?? []).map(text => text.text).join(''), labels: marks.value ?? [] }
    return arrange(parse(merged.value.pieces, facts), profile)
  })
  const unsaid = merged.value?.whole ? unprinted(merged.value, resolved) : []
  const filled = merged.value?.findings ?? merged.findings
  refuse(distinct([...words.findings, ...marks.findings, ...filled, ...unsaid, ...body.findings]))
  if (!body.value) throw new Error('a finding is missing')
  return settle(body.value)
}

/** The lines of a small template that is no part of the note's body (its title, its labels), one text a paragraph. */
function linesOf(template: Template, resolved: Resolved): Text[] {
  const { pieces } = merge(template, resolved)
  const document = settle(parse(pieces, { language: template.language, title: '', labels: [] }))
  return document.blocks.flatMap(block => {
    const parts = [...leaves({ ...document, blocks: [block] })].flatMap(leaf => (leaf.type === 'text' ? [leaf] : []))
    const first = parts[0]
    if (!first) return []
    return [{ ...first, text: parts.map(each => each.text).join(''), origins: parts.flatMap(each => each.origins) }]
  })
}

function factsOf(records: Records, document: Document): PdfFacts {
  return {
    title: document.title,
    language: document.language,
    author: null,
    subject: null,
    date: records.request.date,
    issuedAt: records.request['issued-at'] ?? null,
    conformance: '2a',
    attachments: []
  }
}

/** The templates of a note, each as far as it could be opened, and what is wrong with any of them. */
interface OpenedTemplates {
  readonly main: Template | null
  readonly title: Template | null
  readonly labels: Template | null
  readonly findings: readonly Diagnostic[]
}

/** The template that a request names, in the language of the note, and those of the title and the labels beside it. */
function openTemplates(engine: Engine, { template, language, spanOf }: Wanted): OpenedTemplates {
  if (language === null) return { main: null, title: null, labels: null, findings: [] }
  if (!(language in LANGUAGES)) {
    const finding = unknownLanguage(language, spanOf({ file: 'note', pointer: '/languages' }))
    return { main: null, title: null, labels: null, findings: [finding] }
  }
  const open = (name: string) => attempt(() => openTemplate(engine.templates, language, name))
  const [title, labels] = [open('title'), open('labels')]
  const main = attempt(() => template && mainTemplate(engine, language, template, spanOf))
  const findings = [main, title, labels].flatMap(each => each.findings)
  return { main: main.value || null, title: title.value, labels: labels.value, findings }
}

function unknownLanguage(language: string, span: Span | null): Diagnostic {
  const message = `notes in \`${language}\` cannot be written yet`
  const hints = [`languages: ${Object.keys(LANGUAGES).join(', ')}`]
  return error({ rule: 'template/language', message, span, pointer: '/languages', hints })
}

function mainTemplate(engine: Engine, language: string, name: string, spanOf: Wanted['spanOf']): Template {
  const folder = `templates/${language}`
  if (engine.world.read(`${folder}/${name}.hbs`) !== null) return openTemplate(engine.templates, language, name)
  const message = `there is no template \`${name}\` (${folder}/${name}.hbs)`
  const span = spanOf({ file: 'note', pointer: '/template' })
  const hints = didYouMean(name, namesIn(engine.world, folder, '.hbs'))
  throw new Rejected([error({ rule: 'template/unknown', message, span, pointer: '/template', hints })])
}

/** What a stage gives, or what it refuses for; so that what stands against another is told with it. */
function attempt<T>(stage: () => T): { readonly value: T | null; readonly findings: readonly Diagnostic[] } {
  try {
    return { value: stage(), findings: [] }
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    return { value: null, findings: caught.diagnostics }
  }
}

/**
 * Runs a stage that knows templates and record pointers but no record files, and puts findings about a record's value at
 * the place where the record says it; the template line becomes a hint.
 */
function located<T>({ records, notes }: Material, stage: () => T): T {
  const { value, findings } = attempt(() => ({ made: stage() }))
  if (value) return value.made
  throw new Rejected([...notes, ...findings.map(each => relocated(records, each))])
}

function relocated(records: Records, diagnostic: Diagnostic): Diagnostic {
  const { origin, span: printed } = diagnostic
  const span = origin ? records.spanOf(origin) : null
  if (!span) return diagnostic
  const hints =
    printed && printed.source !== span.source
      ? [...diagnostic.hints, `printed by ${nameOf(printed)}`]
      : diagnostic.hints
  return { ...diagnostic, span, hints }
}

/** `file:line:column`, for a sentence. */
function nameOf({ source, start }: Span): string {
  const { line, column } = positionOf(source, start)
  return `${source.name}:${line}:${column}`
}
