/** A note that was issued in; what an archive says of it in one of its languages, in the words of the house, out. */
import { attempt, refuse } from './diagnostic.ts'
import { kindOfRequest, type NoteKind, type UsedRecords } from './dossier/kind.ts'
import { resolve } from './dossier/resolve.ts'
import type { Dossier } from './dossier/schema.ts'
import type { Engine } from './engine.ts'
import { linesOf } from './lines.ts'
import { type ReadOptions, readRecords } from './records/read.ts'
import type { NoteRequest } from './records/request.ts'
import { type Fill, fillingFrom } from './template/merge.ts'
import { openTemplate } from './template/template.ts'

/** What is said of a note in one language. */
export interface Description {
  readonly request: NoteRequest
  readonly dossier: Dossier
  /** What of the register it used. */
  readonly used: UsedRecords
  /** What it is about, in words that follow "concerning"; its no-break spaces are for the notes that cite it. */
  readonly subject: string
  /** Its title as archives form it (ISAD(G), 3.1.2). */
  readonly title: string
}

/** The templates that say what a note of a kind is about: its subject, and its title. */
export function describingTemplates({ name }: NoteKind): readonly [subject: string, title: string] {
  return [`${name}-subject`, `${name}-archival-title`]
}

/**
 * Says what a note is about. Its records are those of the engine's world, and its words those of the templates
 * `KIND-subject` and `KIND-archival-title` there. Throws `Rejected` where either cannot be read or merged.
 */
export function describe(engine: Engine, asked: ReadOptions): Description {
  const { records, findings } = readRecords(engine.records, asked)
  refuse(findings)
  if (!records) throw new Error('a finding is missing')
  const { request, language } = records
  const kind = kindOfRequest(engine.kinds, request)
  const resolved = resolve(records, kind)
  const { dossier } = resolved
  const { subject, title } = wordsFor(engine, { language, kind }, fillingFrom(resolved))
  return { request, dossier, used: kind.used(request, dossier), subject, title: breakable(title) }
}

/** A text of which no note prints a word, so that it is no matter where a line may break. */
export function breakable(text: string): string {
  return text.replaceAll('\u00A0', ' ')
}

/** What is said of a note that is resolved. Throws `Rejected` as `describe` does. */
export function wordsFor(
  engine: Engine,
  { language, kind }: { readonly language: string; readonly kind: NoteKind },
  fill: Fill
): Pick<Description, 'subject' | 'title'> {
  const said = (name: string) =>
    attempt(() => {
      const lines = linesOf(openTemplate(engine.templates, language, name), fill)
      return lines.map(line => line.text).join(' ')
    })
  const [subject, title] = describingTemplates(kind).map(said)
  refuse([subject, title].flatMap(each => each?.findings ?? []))
  if (!subject?.value || !title?.value) throw new Error('a finding is missing')
  return { subject: subject.value, title: title.value }
}
