/** A note request and its world in, the note in one format out: the whole pipeline, and the only file that knows every stage. */
import { bundleOf, CARRIES, carry, facesIn, type Making, makerHere, type Producer } from './bundle/bundle.ts'
import { attempt, type Diagnostic, distinct, error, Rejected, refuse } from './diagnostic.ts'
import { arrange } from './document/arrange.ts'
import type { Block, Document } from './document/document.ts'
import { parse } from './document/parse.ts'
import { settle } from './document/settle.ts'
import { kindOfRequest, type NoteKind } from './dossier/kind.ts'
import { type Resolved, resolveSoFar } from './dossier/resolve.ts'
import { inSelection, select } from './dossier/select.ts'
import type { Engine } from './engine.ts'
import { originOf, referenceOf } from './fact.ts'
import { layOut } from './layout/lay-out.ts'
import type { Layout } from './layout/page.ts'
import { linesOf } from './lines.ts'
import { lazily } from './once.ts'
import { openTemplates } from './open-templates.ts'
import type { Form } from './records/forms.ts'
import { type ReadOptions, readRecords } from './records/read.ts'
import type { Records } from './records/records.ts'
import { type RegisteredNote, registeredNotes } from './records/registered.ts'
import type { Register } from './records/schema.ts'
import { readTranslations, staleFindings } from './records/translations.ts'
import { templatesCarried } from './records/units.ts'
import { nameOf } from './source.ts'
import { type Fill, fill, fillingFrom } from './template/merge.ts'
import type { Template } from './template/template-file.ts'
import { unprinted } from './template/unprinted.ts'
import { isWithin, type Json, type Pointer } from './value.ts'
import type { Bundle, World } from './world.ts'
import { type Conformance, FORMATS, type NoteFormat } from './write/formats.ts'
import { type Stages, WRITERS } from './write/index.ts'
import { type PdfFacts, writePdf } from './write/pdf/write.ts'

export { createEngine, createLettering, type Engine, type FacesAndShaper, type ReadyMade } from './engine.ts'
export type { Conformance } from './write/formats.ts'

/** Which note, and what it is to claim and to carry. */
export interface PrepareOptions extends ReadOptions {
  /** The level of PDF/A, `2a` where nothing is said. Of a copy of an issue: what the issue claims. */
  readonly conformance?: Conformance | undefined
  /** Whether it is to carry what it was made from; its form decides where nothing is said. */
  readonly embed?: boolean | undefined
  /** Of a file that is made again: what its manifest says made it the first time. */
  readonly maker?: Producer | undefined
}

/** Which note, and what to make of it. */
export interface RenderOptions extends PrepareOptions {
  readonly format: NoteFormat
}

/** A note that was made. */
export interface Rendered extends Pick<Prepared, 'notes' | 'read' | 'form' | 'registered'> {
  readonly output: Uint8Array
  /** With the dot: `.pdf`. */
  readonly extension: string
  /** Pages, where the format has them. */
  readonly pages: number | null
}

/** A note whose records are resolved, ready to be made in any format. */
export interface Prepared {
  readonly stages: Stages
  readonly kind: NoteKind
  /** Warnings and information; an error is thrown. */
  readonly notes: readonly Diagnostic[]
  /** The names of the world that were read, sorted: what to watch, and what a bundle holds. */
  readonly read: readonly string[]
  /** What it is made as: an issue is never written over another file. */
  readonly form: Form
  /** What the register holds of notes of this sender with this number. */
  readonly registered: readonly RegisteredNote[]
  /** Everything that it is made from. */
  readonly bundle: () => Bundle
  /** The whole records, as they were read: for what looks at a note from outside. */
  readonly records: Records
  readonly templates: NoteTemplates
  /** What it uses of its register. */
  readonly selected: Register
  /** Fills templates with its dossier, each once. */
  readonly fill: Fill
  /** What was decided on the whole records, with where it stands in them. */
  readonly decided: Resolved
}

/** The templates of a note: its body, its title and its labels, each with all that it can reach. */
export interface NoteTemplates {
  readonly main: Template
  readonly title: Template
  readonly labels: Template
}

/** Makes one note. Throws `Rejected` with everything that stands against it, located. */
export function render(engine: Engine, options: RenderOptions): Rendered {
  return finish(prepare(engine, options), options.format)
}

/** Makes the rest of a note that is prepared. Throws `Rejected` as `render` does. */
export function finish({ stages, notes, read, form, registered }: Prepared, name: NoteFormat): Rendered {
  const { paged, extension } = FORMATS[name]
  const output = WRITERS[name](stages)
  const pages = paged ? stages.layout().pages.length : null
  return { notes, read, form, registered, output, extension, pages }
}

/**
 * Reads, checks and resolves the records of a note, opens its templates, and stands its later stages ready. What is wrong
 * with records and what is wrong with templates is told together.
 */
export function prepare(engine: Engine, asked: PrepareOptions): Prepared {
  const { records, findings, wanted, files } = readRecords(engine.records, asked)
  const opened = openTemplates(engine, wanted)
  const kind = records && kindOfRequest(engine.kinds, records.request)
  // in a language that is not known, all of the records would be missing
  const raw = attempt(() => (records?.wording && kind ? resolveSoFar(records, kind) : null))
  const claims = records ? claimFindings(records.request.form, asked) : []
  const missing = records && raw.value ? missingWords(records, raw.value, opened) : raw.findings
  const found = refuse(
    distinct([...findings, ...claims, ...opened.findings, ...(raw.value?.resolved.notes ?? []), ...missing])
  )
  const { main, title, labels } = opened
  if (!records || !kind || !raw.value || !main || !title || !labels) throw new Error('a finding is missing')
  const { resolved: whole } = raw.value
  // A note is made from the selection alone, so that what an archive keeps is all that it was made from.
  const selection = select(records, whole, kind)
  const stale = refuse(staleIn(records, selection.register, engine.world))
  const notes = [...found, ...stale]
  const selected = { ...records, ...selection }
  const resolved = inSelection(whole)
  const read = [...new Set([...files, ...[main, title, labels].flatMap(each => each.read)])].sort()
  const bundle = () => bundleOf(selection, templatesCarried(read, selected), engine.world)
  const fill = fillingFrom(resolved)
  const material = { records: selected, kind, resolved, fill, main, title, labels, notes, wish: asked, bundle }
  return {
    stages: stagesOf(engine, material),
    kind,
    notes,
    read,
    form: records.request.form,
    registered: registeredNotes(records),
    bundle,
    records,
    templates: { main, title, labels },
    fill,
    decided: whole,
    selected: selection.register
  }
}

/** Where a merge finds that words are missing. */
const MISSING_WORDS = ['template/unknown-formula', 'template/missing-form']

/** Every text that the records lack, and with them the set phrases and the forms of names that the templates would miss next. */
function missingWords(
  records: Records,
  { resolved, missing }: ReturnType<typeof resolveSoFar>,
  { main, title, labels }: ReturnType<typeof openTemplates>
): readonly Diagnostic[] {
  if (missing.length === 0) return []
  const all = [title, labels, main].flatMap(each => (each ? fill(each, resolved).findings : []))
  // a form of a name is missing with its noun
  const isOf = (at: Pointer, told: Pointer) => isWithin(at, told) || isWithin(told, at)
  const isKnown = ({ origin: at }: Diagnostic) =>
    at !== undefined && missing.some(each => isOf(referenceOf(at).pointer, each.pointer ?? ''))
  const more = all.filter(each => MISSING_WORDS.includes(each.rule) && !isKnown(each))
  return [...missing, ...more.map(each => relocated(records, each))]
}

/** Translations that this note would print and that no longer follow their text; no issue says them. */
function staleIn({ request, language, spanOf }: Records, register: Register, world: World): readonly Diagnostic[] {
  const beside = spanOf(originOf('register', ''))?.source.name
  const value = beside === undefined ? null : (readTranslations(world, beside)?.value ?? null)
  if (value === null) return []
  const severity = request.form === 'draft' ? 'warning' : 'error'
  const words = { register, note: request }
  return (['register', 'note'] as const).flatMap(file => {
    const placeOf = (pointer: Pointer) => spanOf(originOf(file, pointer))
    return staleFindings(words[file] as Json, value, world, { severity, language, spanOf: placeOf })
  })
}

/** What no file may claim or carry. */
function claimFindings(form: Form, { conformance, embed, internal, copyOf }: PrepareOptions): Diagnostic[] {
  const found: Diagnostic[] = []
  if (form === 'issue' && embed && !internal) {
    const message = 'an issue goes to the other side, and must not carry the records that it was made from'
    const hints = ['its file copy carries them; for an issue that stays in the house, use --internal']
    found.push(error({ rule: 'issue/embedded', message, span: null, hints }))
  }
  if (CARRIES[form] && embed === false) {
    const message = `a ${form.replace('-', ' ')} must carry what it was made from`
    found.push(error({ rule: 'issue/bare-copy', message, span: null, hints: ['leave out --sources none'] }))
  }
  if (form === 'regenerated-copy' && copyOf === undefined) {
    const message = 'a regenerated copy must name the file that it copies'
    const hints = ['`verbale regenerate FILE --form regenerated-copy` makes it from a file copy']
    found.push(error({ rule: 'issue/copy-of', message, span: null, hints }))
  }
  if (embed && !CARRIES[form] && conformance !== undefined && conformance !== '3a') {
    const message = `PDF/A-${conformance} may not carry the records that a note was made from`
    found.push(error({ rule: 'pdf/conformance', message, span: null, hints: ['ask for --conformance 3a'] }))
  }
  return found
}

/** What the later stages of one note are made from. */
interface Material extends NoteTemplates, Pick<Prepared, 'kind' | 'records' | 'bundle' | 'notes'> {
  readonly resolved: Resolved
  readonly fill: Fill
  readonly wish: PrepareOptions
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
    const facts = factsOf(material, settled, laidOut, engine.world)
    return located(material, () => writePdf(laidOut, facts, engine.fonts, engine.world))
  })
  return { profile: records.profile, resolved: () => resolved, document, layout, pdf }
}

/** Merge, read as markup, put the parts in the house's order, and settle which form each name takes there. */
function documentOf({ kind, records, resolved, fill, main, title, labels }: Material): Document {
  const { language, profile } = records
  const words = attempt(() => linesOf(title, fill))
  const marks = attempt(() => linesOf(labels, fill))
  const merged = attempt(() => fill(main))
  const body = attempt(() => {
    if (!merged.value?.whole) return null
    const facts = { language, title: (words.value ?? []).map(text => text.text).join(''), labels: marks.value ?? [] }
    const arranged = arrange(parse(merged.value.pieces, facts), profile, resolved.emblem)
    return resolved.dossier.original ? arranged : withoutRooms(arranged)
  })
  const unsaid = merged.value?.whole ? unprinted(merged.value, resolved, kind.mustSay(resolved.dossier)) : []
  const filled = merged.value?.findings ?? merged.findings
  refuse(distinct([...words.findings, ...marks.findings, ...filled, ...unsaid, ...body.findings]))
  if (!body.value) throw new Error('a finding is missing')
  return settle(body.value, main.language)
}

/** A translation is not sealed or initialled: its original alone is authentic. */
function withoutRooms(document: Document): Document {
  const isRoom = (block: Block) => block.type === 'container' && (block.part === 'seal' || block.part === 'initials')
  return { ...document, blocks: document.blocks.filter(block => !isRoom(block)) }
}

function factsOf(material: Material, document: Document, layout: Layout, world: World): PdfFacts {
  const { records, wish, bundle } = material
  const carries = CARRIES[records.request.form] || wish.embed === true
  return {
    title: document.title,
    language: document.language,
    date: records.request.date,
    issuedAt: records.request['issued-at'] ?? null,
    conformance: carries ? '3a' : (wish.conformance ?? '2a'),
    attachments: carries ? carry(bundle(), makingOf(material, layout, world), world) : []
  }
}

/** What the manifest of a note says besides its files. */
function makingOf({ records, wish }: Material, layout: Layout, world: World): Making {
  const { request, language, copyOf = null } = records
  const { form, number, date } = request
  const conformance = CARRIES[form] ? (wish.conformance ?? '2a') : '3a'
  const maker = wish.maker ?? makerHere(world)
  return { ...maker, form, conformance, copyOf, language, number, date, faces: facesIn(layout) }
}

/**
 * Runs a stage that knows templates and record pointers but no record files, and puts findings about a record's value at
 * the place where the record says it; the template line becomes a hint.
 */
function located<T>({ records, notes }: Material, stage: () => T): T {
  const { value, findings } = attempt(() => ({ made: stage() }))
  if (value) return value.made
  // What the earlier stages noticed is told also when a later one refuses.
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
