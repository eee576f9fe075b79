/** A checked request and the language that is asked for → a finding where the request does not list it. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { type Loaded, placeOf } from '../../value.ts'
import type { NoteRequest } from '../request.ts'

export function languageFindings(
  note: Loaded,
  { original, translations }: NoteRequest['languages'],
  asked: string | undefined
): Diagnostic[] {
  const known = [original, ...(translations ?? [])]
  if (asked === undefined || known.includes(asked)) return []
  const message = `the request has no language \`${asked}\``
  const hints = [`it has: ${known.map(each => `\`${each}\``).join(', ')}`]
  return [error({ rule: 'record/language', message, span: placeOf(note, '/languages'), pointer: '/languages', hints })]
}
