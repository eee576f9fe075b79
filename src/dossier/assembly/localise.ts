/** Localised texts and names in; those in the language of the note out, and every one that is missing. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { originOf } from '../../fact.ts'
import type { NameForms, NameParts } from '../../languages/language.ts'
import type { InflectedRecord } from '../../records/fields.ts'
import type { FacilityRecord, PartyRecord } from '../../records/schema.ts'
import { byCodeUnit } from '../../records/sequence.ts'
import type { DataFile, Pointer } from '../../value.ts'
import { type Case, named, partyOf } from '../decisions/case.ts'
import type { DossierFacility, DossierName, DossierParty, DossierState } from '../schema.ts'
import { from, type Traced, type Traces, traced } from './trace.ts'

/** A case while its dossier is made: what was traced, what is missing, and the parties and facilities that are made already. */
export interface Drafting extends Case {
  readonly traces: Traces
  /** By file and pointer, so that a text that is needed twice is missed once. */
  readonly missing: Map<string, Diagnostic>
  readonly states: Map<string, DossierState>
  readonly parties: Map<string, DossierParty>
  readonly facilities: Map<string, DossierFacility>
}

/** An empty drafting for a case. */
export function openDrafting(facts: Case): Drafting {
  const made = { states: new Map(), parties: new Map(), facilities: new Map() }
  return { ...facts, traces: new Map(), missing: new Map(), ...made }
}

/** What is missing, in order of file and pointer. */
export function missingAt({ missing }: Drafting): Diagnostic[] {
  return [...missing].sort(([a], [b]) => byCodeUnit(a, b)).map(([, finding]) => finding)
}

/** Where words stand in each language, and what they are called where they are missing. */
interface Wanted {
  readonly file: DataFile
  readonly pointer: Pointer
  readonly what: string
  /** What to write, where it is not the language itself. */
  readonly mend?: string
}

/** What a record says in the language of the note. Where it is missing that is noted, and the run refused at the end. */
export function inLanguage<T>(drafting: Drafting, words: Readonly<Record<string, T>>, wanted: Wanted): T | undefined {
  const own = Object.hasOwn(words, drafting.language) ? words[drafting.language] : undefined
  if (own === undefined) miss(drafting, wanted, Object.keys(words))
  return own
}

/** What stands for words that are missing, so that the rest of the note can be looked at: something is said there. */
export const MISSING = '…'

/** A text in the language of the note. */
export function localise(
  drafting: Drafting,
  texts: Readonly<Record<string, string>>,
  file: DataFile,
  pointer: Pointer
): Traced<string> {
  const text = inLanguage(drafting, texts, { file, pointer, what: 'no text' })
  return traced(text ?? MISSING, () => from(file, `${pointer}/${drafting.language}`))
}

/** The same for a text that a record need not have. */
export function localiseOrNull(
  drafting: Drafting,
  texts: Readonly<Record<string, string>> | null | undefined,
  file: DataFile,
  pointer: Pointer
): Traced<string | null> {
  return texts ? localise(drafting, texts, file, pointer) : traced(null, () => from(file, pointer))
}

/** Words in the language of the note, in the form that the sentence governs, where the language tells forms apart. */
export function inflect(
  drafting: Drafting,
  words: InflectedRecord,
  { file, pointer, form }: { readonly file: DataFile; readonly pointer: Pointer; readonly form: string | undefined }
): Traced<string> {
  const own = inLanguage(drafting, words, { file, pointer, what: 'no text' })
  const at = `${pointer}/${drafting.language}`
  if (own === undefined || typeof own === 'string') return traced(own ?? '', () => from(file, at))
  const text = Object.entries(own).find(([key]) => key === form)?.[1]
  const place = `${at}/${form ?? ''}`
  if (text === undefined) miss(drafting, { file, pointer: place, what: `no form \`${form ?? 'nom'}\`` }, [])
  return traced(text ?? '', () => from(file, place))
}

/** Notes that the language of the note is missing at a place of a record. */
export function miss(drafting: Drafting, { file, pointer, what, mend }: Wanted, there: readonly string[]): void {
  const known = there.length > 0 ? `, only in ${named([...there].sort())}` : ''
  const message = `${what} in \`${drafting.language}\` at ${pointer}${known}`
  const span = drafting.spanOf(originOf(file, pointer))
  const hints = [mend ?? `add \`${drafting.language}\` there; no other language is printed instead`]
  drafting.missing.set(`${file} ${pointer}`, error({ rule: 'resolve/missing-language', message, span, pointer, hints }))
}

/** Notes which of the words that a language needs there a record lacks. */
export function missForms(
  drafting: Drafting,
  words: Readonly<Partial<Record<string, string>>>,
  needed: readonly string[],
  pointer: Pointer
): void {
  for (const form of needed) {
    if (words[form] !== undefined) continue
    miss(drafting, { file: 'register', pointer: `${pointer}/${form}`, ...lacking(form) }, [])
  }
}

function lacking(...forms: readonly string[]): Pick<Wanted, 'what' | 'mend'> {
  return { what: `no form \`${forms.join('` or `')}\``, mend: `add \`${forms[0]}: …\` there` }
}

type Named = PartyRecord | FacilityRecord

/** The forms of a name, as the record has them or as the language makes them of its parts; one by which it calls somebody is needed. */
export function nameOf(drafting: Drafting, record: Named, pointer: Pointer): Traced<DossierName> {
  const { language } = drafting
  const at = `${pointer}/names/${language}`
  const forms = formsOf(drafting, record, pointer)
  const isTold = drafting.missing.has(`register ${at}/noun`)
  if (forms && !isTold && drafting.wording?.called.every(form => forms[form] === undefined))
    miss(drafting, { file: 'register', pointer: at, ...lacking(...drafting.wording.called) }, [])
  const entries = Object.entries(forms ?? {}).filter((each): each is [string, string] => each[1] !== undefined)
  const plural = 'number' in record && record.number === 'plural'
  const value: DossierName = { kind: 'name', subject: pointer, plural, forms: Object.fromEntries(entries) }
  return traced(value, () => from('register', at))
}

/** What the record says of the name stands before what is made of its parts. */
function formsOf(drafting: Drafting, record: Named, pointer: Pointer): NameForms | undefined {
  const { names } = drafting.wording ?? {}
  const wanted = { file: 'register', pointer: `${pointer}/names`, what: 'no name' } as const
  if (!names) return inLanguage(drafting, record.names, wanted)
  const own = Object.hasOwn(record.names, drafting.language) ? record.names[drafting.language] : undefined
  const { noun, ...written } = own ?? {}
  const parts = partsOf(drafting, record, noun)
  const made = names.compose({ ...parts, place: written.in ?? null })
  if (noun !== undefined && !made) {
    const around =
      'type' in record ? [record.owner ?? record.of ?? undefined, record.in] : [record.of, record['accredited-to']]
    const told = names.nouns.includes(noun)
      ? {
          what: `no name can be made of \`${noun}\`: what it belongs to, or where it is, lacks a form`,
          mend: `add the missing forms in \`${drafting.language}\` to ${named(around.filter(each => each !== undefined))}`
        }
      : {
          what: `the lexicon makes no name of \`${noun}\``,
          mend: `write one of its nouns (${names.nouns.map(each => `\`${each}\``).join(', ')}), or each form of the name`
        }
    miss(drafting, { file: 'register', pointer: `${wanted.pointer}/${drafting.language}/noun`, ...told }, [])
  }
  return own || made ? { ...made, ...written } : inLanguage(drafting, record.names, wanted)
}

function partsOf(drafting: Drafting, record: Named, noun: string | undefined): Omit<NameParts, 'place'> {
  const { register, language } = drafting
  const formsOfParty = (id: string | undefined) =>
    id === undefined ? null : nameOf(drafting, partyOf(register, id), `/parties/${id}`).value.forms
  const city = record.city?.[language] ?? null
  if ('type' in record) {
    return {
      noun: noun ?? record.type,
      iso: null,
      of: formsOfParty(record.owner ?? record.of ?? undefined),
      in: formsOfParty(record.in),
      city,
      abroad: true
    }
  }
  const own = record.kind === 'state' ? null : record.kind
  const [of, at] = [formsOfParty(record.of), formsOfParty(record['accredited-to'])]
  return { noun: noun ?? own, iso: record.iso ?? null, of, in: at, city, abroad: false }
}
