/** The forms of a name in; those that say it in full, in whatever case, out: the one that cites it first. */

/** Short forms in their cases, and the adjective. */
const ABRIDGED = /^short|^adjective$/

export function fullForms(forms: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(forms).flatMap(([form, text]) => (text === undefined || ABRIDGED.test(form) ? [] : [text]))
}
