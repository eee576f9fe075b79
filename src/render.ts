/** A note request and its world in, the note in one format out: the whole pipeline, and the only file that knows every stage. */
import { type Diagnostic, didYouMean, error, Rejected } from './diagnostic.ts'
import { arrange } from './document/arrange.ts'
import type { Document, Text } from './document/document.ts'
import { parse } from './document/parse.ts'
import { settle } from './document/settle.ts'
import { leaves } from './document/walk.ts'
import { LANGUAGES } from './language/index.ts'
import { layOut } from './layout/lay-out.ts'
import { createTypesetter, type Typesetter } from './layout/shape.ts'
import { NOTHING_PREPARSED, type Preparsed } from './preparsed.ts'
import { type Asked, createRecordStore, namesIn, type RecordStore, readRecords } from './record/read.ts'
import type { Form } from './record/request.ts'
import { type Records, type Resolved, resolve } from './record/resolve.ts'
import { select } from './record/select.ts'
import { positionOf, type Span } from './source.ts'
import { merge } from './template/merge.ts'
import { createTemplateStore, filesRead, openTemplate, type Template, type TemplateStore } from './template/template.ts'
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

/** Reads, checks and resolves the records of a note, and stands its later stages ready. */
export function prepare(engine: Engine, asked: Asked): Prepared {
  const { records, notes, files } = readRecords(engine.records, asked)
  const template = templateOf(engine, records)
  const raw = resolve(records)
  // A note is made from the selection alone, so that what an archive keeps is all that it was made from.
  const selected = { ...records, ...select(records, raw) }
  const stages = stagesOf(engine, selected, resolve(selected), template)
  const read = [...new Set([...files, ...filesRead(template)])].sort()
  return { stages, notes: [...notes, ...raw.notes], read, form: records.request.form }
}

/** The intermediate results of one note, each made when it is first asked for. */
function stagesOf(engine: Engine, records: Records, resolved: Resolved, template: Template): Stages {
  const document = lazily(() => documentOf(engine, records, resolved, template))
  const layout = lazily(() => located(records, () => layOut(document(), records.profile, engine.typesetter)))
  const pdf = lazily(() =>
    located(records, () => writePdf(layout(), factsOf(records, document()), engine.fonts, engine.world))
  )
  return { resolved: () => resolved, document, layout, pdf }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Merge, read as markup, put the parts in the house's order, and settle which form each name takes there. */
function documentOf(engine: Engine, records: Records, resolved: Resolved, template: Template): Document {
  const language = records.language
  const title = linesOf(engine, resolved, language, 'title')
    .map(text => text.text)
    .join('')
  const labels = linesOf(engine, resolved, language, 'labels')
  const { pieces } = located(records, () => merge(template, resolved))
  return settle(arrange(parse(pieces, { language, title, labels }), records.profile))
}

/** The lines of a small template that is no part of the note's body (its title, its labels), one text a paragraph. */
function linesOf(engine: Engine, resolved: Resolved, language: string, name: string): Text[] {
  const { pieces } = merge(openTemplate(engine.templates, language, name), resolved)
  const document = settle(parse(pieces, { language, title: '', labels: [] }))
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
    conformance: 'none'
  }
}

/** The template that a request names, in the language of the note. */
function templateOf(engine: Engine, records: Records): Template {
  const { language, request, spanOf } = records
  if (!(language in LANGUAGES)) {
    const message = `notes in \`${language}\` cannot be written yet`
    const span = spanOf({ file: 'note', pointer: '/languages' })
    const hints = [`languages: ${Object.keys(LANGUAGES).join(', ')}`]
    throw new Rejected([error({ rule: 'template/language', message, span, pointer: '/languages', hints })])
  }
  const folder = `templates/${language}`
  const path = `${folder}/${request.template}.hbs`
  if (!engine.templates.templates.has(path) && engine.world.read(path) === null) {
    const message = `there is no template \`${request.template}\` (${path})`
    const span = spanOf({ file: 'note', pointer: '/template' })
    const hints = didYouMean(request.template, namesIn(engine.world, folder, '.hbs'))
    throw new Rejected([error({ rule: 'template/unknown', message, span, pointer: '/template', hints })])
  }
  return openTemplate(engine.templates, language, request.template)
}

/**
 * Runs a stage that knows templates and record pointers but no record files, and puts findings about a record's value at
 * the place where the record says it; the template line becomes a hint.
 */
function located<T>(records: Records, stage: () => T): T {
  try {
    return stage()
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    throw new Rejected(caught.diagnostics.map(each => relocated(records, each)))
  }
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
