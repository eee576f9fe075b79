/** A note that was issued in; what an archive says of it in one of its languages, in the words of the house, out. */
import { attempt, type Diagnostic, refuse } from './diagnostic.ts'
import { type Resolved, resolve } from './dossier/resolve.ts'
import type { Dossier } from './dossier/schema.ts'
import type { Engine } from './engine.ts'
import { linesOf } from './lines.ts'
import { type Asked, readRecords } from './records/read.ts'
import type { NoteRequest } from './records/request.ts'
import { openTemplate } from './template/template.ts'

/** What is said of a note in one language. */
export interface Description {
  readonly request: NoteRequest
  readonly dossier: Dossier
  /** What it is about, in words that follow "concerning". */
  readonly subject: string
  /** Its title as archives form it (ISAD(G), 3.1.2). */
  readonly title: string
}

/**
 * Says what a note is about. Its records are those of the engine's world, and its words those of the templates `subject`
 * and `archival-title` there. Throws `Rejected` where either cannot be read or merged.
 */
export function describe(engine: Engine, asked: Asked): Description {
  const { records, findings } = readRecords(engine.records, asked)
  refuse(findings)
  if (!records) throw new Error('a finding is missing')
  const resolved = resolve(records)
  return { request: records.request, dossier: resolved.dossier, ...wordsFor(engine, records.language, resolved) }
}

/** What is said of a note that is resolved. Throws `Rejected` as `describe` does. */
export function wordsFor(engine: Engine, language: string, resolved: Resolved): Pick<Description, 'subject' | 'title'> {
  const said = (name: string) =>
    attempt(() => {
      const lines = linesOf(openTemplate(engine.templates, language, name), resolved)
      // Where a line may break is no matter for a register.
      return lines.map(line => line.text.replaceAll('\u00A0', ' ')).join(' ')
    })
  const [subject, title] = [said('subject'), said('archival-title')]
  const wrong: readonly Diagnostic[] = [...subject.findings, ...title.findings]
  refuse(wrong)
  if (subject.value === null || title.value === null) throw new Error('a finding is missing')
  return { subject: subject.value, title: title.value }
}
