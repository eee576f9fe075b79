/** What a copy of an issued note carries and its files in; its entry in the register out, and the id to keep it under. */
import { type Description, describe } from '../../describe.ts'
import { attempt, type Diagnostic, error, information, Rejected } from '../../diagnostic.ts'
import type { UsedRecords } from '../../dossier/kind.ts'
import { languageOf } from '../../languages/language.ts'
import { type Excepted, type Keeping, keptIn, type SetAside } from '../../records/keeping.ts'
import { LAW_FILES } from '../../records/law-layers.ts'
import type { NoteRequest } from '../../records/request.ts'
import type { NoteRecord } from '../../records/schema.ts'
import { createEngine, type ReadyMade } from '../../render.ts'
import { BUNDLED, type World, worldOf } from '../../world.ts'
import type { Carried } from '../carried.ts'

/** What is known of a note that was issued. */
interface Issued extends Pick<Description, 'request' | 'dossier' | 'used'> {
  /** The language of the file. */
  readonly language: string
  readonly pages: number
  readonly epoch: number
  readonly sha256: { readonly issue: string; readonly 'file-copy'?: string }
  /** By language. */
  readonly subject: Readonly<Record<string, string>>
  readonly title: Readonly<Record<string, string>>
  /** What only the house knows of it. */
  readonly keeping: Keeping
}

/** The entry of a note that was issued, which is always dated. */
type IssuedRecord = NoteRecord & { readonly date: string }

/**
 * The entry, with its keys in the order in which people read them. The incidents are those that it is about: what a note
 * only recalls was reported by others, which are among those that it refers to. It has no evidence but itself.
 */
export function noteEntry(issued: Issued): IssuedRecord {
  const { request, dossier, used, language, pages, epoch, sha256, subject, title, keeping } = issued
  const { from, to, number, date, series, 'in-reply-to': reply, supersedes } = request
  if (number === null || date === null) throw new Error('an issue without number or date')
  const referred = citedBy(request, used)
  return {
    type: 'note',
    number,
    ...(series === undefined ? {} : { series }),
    date,
    from,
    to,
    title,
    subject,
    languages: [language],
    pages,
    annexes: dossier.annexes.length,
    incidents: [...used.subjects],
    ...(referred.length > 0 ? { 'refers-to': referred } : {}),
    ...(reply === undefined ? {} : { 'in-reply-to': reply }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...keptIn(keeping),
    epoch,
    sha256,
    evidence: []
  }
}

/** The entry with what the request of its note set aside and its workspace excepted, which no file of the note says. */
export function keepingSetAside(entry: NoteRecord, setAside: SetAside, excepted: Excepted): NoteRecord {
  const { epoch, sha256, evidence, ...rest } = entry
  const kept = {
    ...(setAside.length === 0 ? {} : { 'set-aside': setAside }),
    ...(excepted.length === 0 ? {} : { excepted })
  }
  return { ...rest, ...kept, epoch, sha256, evidence }
}

/** The communications that a note cites, besides the one that it answers and the one that it replaces. */
function citedBy(request: NoteRequest, { communications }: UsedRecords): string[] {
  const { 'refers-to': named = [], 'in-reply-to': reply, supersedes } = request
  return [...new Set([...named, ...communications])].filter(id => id !== reply && id !== supersedes)
}

/**
 * `note-12-2026` for the number 12/2026, and for the number 12 of that year; with its series where it has one. Null where
 * the number holds no Latin letter and no digit, or the year is not known.
 */
export function idOf({ number, series, date }: Pick<NoteRecord, 'number' | 'series' | 'date'>): string | null {
  const plain: readonly string[] = (number ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? []
  const year = date?.slice(0, 4) ?? ''
  if (plain.length === 0 || year === '') return null
  const parts = ['note', ...(series === undefined ? [] : [series]), ...plain, ...(plain.includes(year) ? [] : [year])]
  const id = parts.join('-')
  return id.length > 80 ? null : id
}

/** The files of a note, by hash, and how long it is. */
export type Files = Pick<Issued, 'pages' | 'sha256'>

/**
 * The entry of a note that was issued, described in each of its languages that can be written here. What it says is what
 * the copy carries, with the request in it; only the words of the description, which no copy carries, are those of the templates at hand.
 */
export function entryOf(
  { manifest, bundle }: Carried,
  known: Files & Pick<Issued, 'keeping'>,
  house: World,
  ready: ReadyMade = {}
): { readonly entry: IssuedRecord; readonly request: NoteRequest; readonly notes: readonly Diagnostic[] } {
  const closed = worldOf(bundle, house)
  // What decides is the law of the copy: a house that laid another over it since changes nothing of what was issued.
  const isOfHouse = (name: string) => name.startsWith('templates/') && !LAW_FILES.includes(name)
  const read = (name: string) => closed.read(name) ?? (isOfHouse(name) ? house.read(name) : null)
  const engine = createEngine({ ...closed, read }, ready)
  const asked = { note: BUNDLED.note, registers: [BUNDLED.register] }
  const inLanguage = (each: string) => describe(engine, { ...asked, language: each })
  const { language, epoch } = manifest
  const own = inLanguage(language)
  refuseDraft(own)
  const { original, translations = [] } = own.request.languages
  const others = [original, ...translations].filter(each => each !== language)
  const told = others.map(
    each => [each, attempt(() => languageOf(engine.languages, each) && inLanguage(each))] as const
  )
  const said = (part: 'subject' | 'title') =>
    Object.fromEntries([
      [language, own[part]],
      ...told.flatMap(([each, { value }]) => (value ? [[each, value[part]]] : []))
    ])
  const { request, dossier, used } = own
  const description = { request, dossier, used, subject: said('subject'), title: said('title') }
  const entry = noteEntry({ ...description, language, epoch, ...known })
  return { entry, request, notes: told.flatMap(([each, { value }]) => (value ? [] : [unsaid(each)])) }
}

function unsaid(language: string): Diagnostic {
  const message = `the entry lacks the subject of the note in \`${language}\`, which cannot be written from its records here`
  const hints = ['write `subject` and `title` in that language into the entry']
  return information({ rule: 'record/unsaid', message, span: null, hints })
}

function refuseDraft({ request: { form } }: Description): void {
  if (form === 'issue') return
  const message = `it is the copy of a ${form}; only issued notes can be recorded`
  throw new Rejected([error({ rule: 'record/not-issued', message, span: null })])
}
