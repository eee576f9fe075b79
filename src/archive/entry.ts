/** What a copy carries and the files that were rebuilt from it in; the register's entry of that note out. */
import { type Description, describe } from '../describe.ts'
import { attempt, type Diagnostic, error, information, Rejected } from '../diagnostic.ts'
import { languageOf } from '../languages/language.ts'
import { LAW_FILES } from '../records/law-layers.ts'
import type { NoteRequest } from '../records/request.ts'
import type { NoteRecord } from '../records/schema.ts'
import { createEngine } from '../render.ts'
import { BUNDLED, type World, worldOf } from '../world.ts'
import type { Carried } from './carried.ts'
import { type Issued, noteEntry } from './journal/entry.ts'

/** The files of a note, by hash, and how long it is. */
export type Files = Pick<Issued, 'pages' | 'sha256'>

/**
 * The entry of a note that was issued, described in each of its languages that can be written here. What it says is what
 * the copy carries, with the request in it; only the words of the description, which no copy carries, are those of the templates at hand.
 */
export function entryOf(
  { manifest, bundle }: Carried,
  known: Files & Pick<Issued, 'keeping'>,
  house: World
): { readonly entry: NoteRecord; readonly request: NoteRequest; readonly notes: readonly Diagnostic[] } {
  const closed = worldOf(bundle, house)
  // What decides is the law of the copy: a house that laid another over it since changes nothing of what was issued.
  const isOfHouse = (name: string) => name.startsWith('templates/') && !LAW_FILES.includes(name)
  const read = (name: string) => closed.read(name) ?? (isOfHouse(name) ? house.read(name) : null)
  const engine = createEngine({ ...closed, read })
  const inLanguage = (language: string) =>
    describe(engine, { note: BUNDLED.note, registers: [BUNDLED.register], language })
  const own = inLanguage(manifest.language)
  refuseDraft(own)
  const { original, translations = [] } = own.request.languages
  const others = [original, ...translations].filter(each => each !== manifest.language)
  const told = others.map(language => ({
    language,
    ...attempt(() => languageOf(engine.languages, language) && inLanguage(language))
  }))
  const described = told.flatMap(({ language, value }) => (value ? [[language, value] as const] : []))
  const all = [[manifest.language, own] as const, ...described]
  const said = (part: 'subject' | 'title') => Object.fromEntries(all.map(([language, each]) => [language, each[part]]))
  const { language, epoch } = manifest
  const { request, dossier, used } = own
  const entry = noteEntry({
    request,
    dossier,
    used,
    language,
    epoch,
    ...known,
    subject: said('subject'),
    title: said('title')
  })
  return { entry, request, notes: told.flatMap(({ language: each, value }) => (value ? [] : [unsaid(each)])) }
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
