/** Localised texts and names in; those in the language of the note out, and every one that is missing. */

import { type Diagnostic, error } from '../../diagnostic.ts'
import { originOf } from '../../fact.ts'
import type { PartyRecord } from '../../records/schema.ts'
import { byCodeUnit } from '../../records/sequence.ts'
import type { DataFile, Pointer } from '../../value.ts'
import type { Case } from '../decisions/case.ts'
import type { DossierFacility, DossierName, DossierParty, DossierState } from '../schema.ts'
import { from, type Traced, type Traces, traced } from './trace.ts'

/** A case while its dossier is made: what was traced, what is missing, and the parties and facilities that are made already. */
export interface Desk extends Case {
  readonly traces: Traces
  /** By file and pointer, so that a text that is needed twice is missed once. */
  readonly missing: Map<string, Diagnostic>
  readonly states: Map<string, DossierState>
  readonly parties: Map<string, DossierParty>
  readonly facilities: Map<string, DossierFacility>
}

/** An empty desk for a case. */
export function openDesk(facts: Case): Desk {
  return {
    ...facts,
    traces: new Map(),
    missing: new Map(),
    states: new Map(),
    parties: new Map(),
    facilities: new Map()
  }
}

/** What is missing, in order of file and pointer. */
export function missingAt({ missing }: Desk): Diagnostic[] {
  return [...missing].sort(([a], [b]) => byCodeUnit(a, b)).map(([, finding]) => finding)
}

/** A text in the language of the note. One that is missing is noted, and the run refused at the end. */
export function localise(
  desk: Desk,
  texts: Readonly<Record<string, string>>,
  file: DataFile,
  pointer: Pointer
): Traced<string> {
  const text = Object.hasOwn(texts, desk.language) ? texts[desk.language] : undefined
  if (text === undefined) miss(desk, file, pointer, 'no text', Object.keys(texts))
  return traced(text ?? '', () => from(file, `${pointer}/${desk.language}`))
}

/** The same for a text that a record need not have. */
export function localiseOrNull(
  desk: Desk,
  texts: Readonly<Record<string, string>> | null | undefined,
  file: DataFile,
  pointer: Pointer
): Traced<string | null> {
  return texts ? localise(desk, texts, file, pointer) : traced(null, () => from(file, pointer))
}

/** Notes that the language of the note is missing at a place of a record. */
export function miss(desk: Desk, file: DataFile, pointer: Pointer, what: string, there: readonly string[]): void {
  const known =
    there.length > 0
      ? `, only in ${[...there]
          .sort()
          .map(each => `\`${each}\``)
          .join(', ')}`
      : ''
  desk.missing.set(
    `${file} ${pointer}`,
    error({
      rule: 'resolve/missing-language',
      message: `${what} in \`${desk.language}\` at ${pointer}${known}`,
      span: desk.spanOf(originOf(file, pointer)),
      pointer,
      hints: [`add \`${desk.language}\` there; nothing is printed in another language instead`]
    })
  )
}

/** The forms of a name. English needs `full`; a language with cases needs `full` or `nom` to call it by. */
export function nameOf(
  desk: Desk,
  record: { readonly names: PartyRecord['names']; readonly number?: PartyRecord['number'] },
  pointer: Pointer
): Traced<DossierName> {
  const { language } = desk
  const at = `${pointer}/names/${language}`
  const forms = Object.hasOwn(record.names, language) ? record.names[language] : undefined
  if (forms === undefined) miss(desk, 'register', `${pointer}/names`, 'no name', Object.keys(record.names))
  else if (forms.full === undefined && (language === 'en' || forms.nom === undefined)) {
    miss(desk, 'register', at, language === 'en' ? 'no form `full`' : 'neither form `full` nor `nom`', [])
  }
  const entries = Object.entries(forms ?? {}).filter((each): each is [string, string] => each[1] !== undefined)
  const plural = record.number === 'plural'
  const value: DossierName = { kind: 'name', subject: pointer, plural, forms: Object.fromEntries(entries) }
  return traced(value, () => from('register', at))
}
