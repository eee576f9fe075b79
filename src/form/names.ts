/** The names of a note in; their forms out: those that say a name in full, those that call it, in whatever case. */
import type { DossierName, DossierState } from '../dossier/schema.ts'
import { once } from '../once.ts'

/** The forms of a name by what they are called; what a language does not have is not there. */
type Forms = Readonly<Record<string, string | undefined>>

/** Short forms in their cases, and the adjective. */
const ABRIDGED = /^short|^adjective$/

/** The forms of a name that say it in full, in whatever case; the one that cites it first. */
export function fullForms(forms: Forms): string[] {
  return formsWhere(forms, form => !ABRIDGED.test(form))
}

/** The short forms of a name. */
export function shortForms(forms: Forms): string[] {
  return formsWhere(forms, form => form.startsWith('short'))
}

/** Forms that describe what belongs to the name rather than call it. */
const DESCRIBING = /^adjective$|loc-adj$/

/** All forms by which the name of a State calls it, short or full. */
export function formsOfState(state: DossierState | null): string[] {
  return formsWhere(state?.name.forms ?? {}, form => !DESCRIBING.test(form))
}

function formsWhere(forms: Forms, isWanted: (form: string) => boolean): string[] {
  return Object.entries(forms).flatMap(([form, text]) => (text !== undefined && isWanted(form) ? [text] : []))
}

const namesOfDossiers = new WeakMap<object, readonly DossierName[]>()

/** Every name in a dossier, each record's once. */
export function namesIn(dossier: object): readonly DossierName[] {
  return once(namesOfDossiers, dossier, () => {
    const bySubject = new Map(allNames(dossier).map(each => [each.subject, each]))
    return [...bySubject.values()]
  })
}

function allNames(value: unknown): readonly DossierName[] {
  if (value === null || typeof value !== 'object') return []
  if (isName(value)) return [value]
  return Object.values(value).flatMap(allNames)
}

function isName(value: object): value is DossierName {
  return 'kind' in value && value.kind === 'name' && 'forms' in value
}
