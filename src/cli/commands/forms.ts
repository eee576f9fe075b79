/** A form in; whether a note can be made in it, or the reason why not, out. */
import { FORMS, type Form } from '../../records/forms.ts'

/** Every form, and why it cannot be made; null where it can. */
const REASONS: Readonly<Record<Form, string | null>> = {
  draft: null,
  issue: null,
  'courtesy-copy': null,
  'file-copy': null,
  'certified-copy':
    'a certified copy bears the words, the name and the seal of who certifies it, which nothing here can give',
  'regenerated-copy': 'a regenerated copy is made from a file copy: `verbale regenerate FILE --form regenerated-copy`'
}

/** The forms that can be made, in their order. */
export const MADE_FORMS: readonly Form[] = FORMS.filter(form => REASONS[form] === null)

/** Why a form cannot be made; null where it can, and for a word that is no form. */
export function reasonAgainst(word: string): string | null {
  const form = FORMS.find(each => each === word)
  return form === undefined ? null : REASONS[form]
}
