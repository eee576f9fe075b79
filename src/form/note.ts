/** A prepared note in; what form rules look at out: its paragraphs and sentences with their origins, its records, its words. */
import type { Document, Inline, Text } from '../document/document.ts'
import { inlinesOf, type LeafBlock, leafBlocks, type PlacedBlock } from '../document/walk.ts'
import type { NoteKind } from '../dossier/kind.ts'
import type { Resolved } from '../dossier/resolve.ts'
import type { Dossier, DossierIncident } from '../dossier/schema.ts'
import { originOf } from '../fact.ts'
import type { ProtestDossier } from '../kinds/protest/dossier.ts'
import type { ProtestRequest } from '../kinds/protest/request.ts'
import type { Language, Sentences } from '../languages/language.ts'
import type { Lexicon, Lexicons } from '../languages/lexicon.ts'
import { sentenceStarts } from '../languages/sentences.ts'
import type { Layout } from '../layout/page.ts'
import type { Part } from '../records/parts.ts'
import type { Profile } from '../records/profile.ts'
import type { Records } from '../records/records.ts'
import type { NoteTemplates, Prepared } from '../render.ts'
import { atLeaf, atRecord, type FindingPlace } from './place.ts'

/** A paragraph, heading or cell as it is read: one text, and which leaf each stretch of it comes from. */
export interface NoteParagraph {
  readonly part: Part | null
  readonly type: LeafBlock['type']
  readonly text: string
  readonly runs: readonly LeafRun[]
  readonly sentences: readonly Sentence[]
  /** Which annex it stands in, from 1; null outside. */
  readonly annex: number | null
  /** Which row of which table a cell is of; paragraphs of one row share it. */
  readonly row: string | null
}

export interface LeafRun {
  readonly leaf: Text
  readonly start: number
  readonly end: number
}

/** A sentence of a paragraph; offsets count in the paragraph. */
export interface Sentence {
  readonly paragraph: NoteParagraph
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A note as its rules see it. */
export interface Note {
  readonly kind: NoteKind
  readonly records: Records
  readonly resolved: Resolved
  readonly dossier: Dossier
  readonly profile: Profile
  readonly document: Document
  readonly layout: () => Layout
  readonly templates: NoteTemplates
  readonly paragraphs: readonly NoteParagraph[]
  readonly words: Lexicon
  readonly language: Language
}

/** A note that protests. */
export interface ProtestNote extends Note {
  readonly records: Records & { readonly request: ProtestRequest }
  readonly dossier: Dossier & ProtestDossier
}

export function isProtest(note: Note): note is ProtestNote {
  return note.kind.name === 'protest'
}

/** Opens a note for its rules. Throws `Rejected` where it cannot be merged. */
export function openNote({ stages, kind, records, templates }: Prepared, lexicons: Lexicons): Note {
  const document = stages.document()
  const resolved = stages.resolved()
  const { language } = templates.main
  const words = lexicons[language.tag]
  if (!words) throw new Error(`a note was made in ${language.tag}, whose lexicon is not in the table`)
  const paragraphs = paragraphsOf(document, language.sentences)
  const { profile, layout } = stages
  const { dossier } = resolved
  return { kind, records, resolved, dossier, profile, document, layout, templates, paragraphs, words, language }
}

function paragraphsOf(document: Document, rules: Sentences): NoteParagraph[] {
  let annexes = 0
  return document.blocks.flatMap((block, index) => {
    const annex = block.type === 'container' && block.part === 'annex' ? ++annexes : null
    return [...leafBlocks([block])].flatMap((placed, leaf) => paragraphsIn(placed, annex, `${index}/${leaf}`, rules))
  })
}

/** One paragraph, or one for each cell of a table. */
function paragraphsIn(
  { block, part }: PlacedBlock,
  annex: number | null,
  key: string,
  rules: Sentences
): NoteParagraph[] {
  const columns = block.type === 'table' ? block.header.length : null
  return inlinesOf(block).map((inlines, cell) => {
    const row = columns === null ? null : `${key}/${Math.floor(cell / columns)}`
    const runs: LeafRun[] = []
    const text = addTo(runs, inlines, '')
    const sentences: Sentence[] = []
    const paragraph = { part, type: block.type, annex, row, text, runs, sentences }
    const ends = [...sentenceStarts(text, rules), text.length]
    for (const [index, end] of ends.entries()) {
      const start = ends[index - 1] ?? 0
      const said = text.slice(start, end)
      if (said.trim() !== '') sentences.push({ paragraph, start, end, text: said })
    }
    return paragraph
  })
}

/** The text with that of the inlines behind it; a line break is a line feed, a footnote is read where its mark stands. */
function addTo(runs: LeafRun[], inlines: readonly Inline[], before: string): string {
  let text = before
  for (const inline of inlines) {
    if (inline.type === 'text') {
      runs.push({ leaf: inline, start: text.length, end: text.length + inline.text.length })
      text += inline.text
    } else if (inline.type === 'break') text += '\n'
    else if (inline.type === 'footnote') text = addTo(runs, inline.children, `${text} `)
    else if (inline.type !== 'mention') text = addTo(runs, inline.children, text)
  }
  return text
}

/** The runs of a stretch of a paragraph. */
export function runsIn({ runs }: NoteParagraph, start: number, end: number): LeafRun[] {
  return runs.filter(run => run.start < end && run.end > start && run.start < run.end)
}

export function runsOf({ paragraph, start, end }: Sentence): LeafRun[] {
  return runsIn(paragraph, start, end)
}

export function leavesOf(sentence: Sentence): Text[] {
  return runsOf(sentence).map(run => run.leaf)
}

/** The place of a stretch of a paragraph: that of the leaf in which it begins. */
export function placeIn(note: Note, paragraph: NoteParagraph, start: number, end: number): FindingPlace {
  const [run] = runsIn(paragraph, start, end)
  if (!run) return placeOfTemplate(note)
  const to = Math.min(end, run.end) - run.start
  return atLeaf(note.records, run.leaf, Math.max(0, start - run.start), to)
}

/** Where the template prints a sentence, whoever said its words: the place of what is wrong with its order. */
export function printedAt(sentence: Sentence): FindingPlace {
  const [run] = runsOf(sentence)
  return { span: run?.leaf.at ?? null }
}

/** The beginning of the note's template: the place of what nothing in it says. */
export function placeOfTemplate({ templates: { main } }: Note): FindingPlace {
  const [first] = main.main.statements
  const source = first?.at.source ?? { name: main.main.title, text: '' }
  return { span: { source, start: 0, end: 0 } }
}

/** The first words of a paragraph that the template says itself. */
export function placeOfWords(note: Note, paragraph: NoteParagraph): FindingPlace {
  const run = paragraph.runs.find(each => each.leaf.origins.length === 0) ?? paragraph.runs[0]
  return run ? placeIn(note, paragraph, run.start, run.end) : placeOfTemplate(note)
}

/** A place in the request. */
export function inRequest({ records }: Note, pointer: string): FindingPlace {
  return atRecord(records, originOf('note', pointer))
}

/** The incidents of a note, those that it is about first. */
export function incidentsOf({ kind, dossier }: Note): readonly DossierIncident[] {
  return kind.incidents(dossier)
}
