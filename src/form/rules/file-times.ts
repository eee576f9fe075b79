/** NV050: the times that the file of a note will bear in; one that is earlier than what the note knows out. */
import { inRequest } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV050: Rule = {
  id: 'NV050',
  kind: 'any',
  title: 'a file bears the date of its note and no clock’s, and is the same for the same records',
  reason: 'a file that can be made again is evidence; a creation time that was put back is forgery',
  severity: 'error',
  on: 'register',
  decides: { inPart: 'that the same inputs give the same bytes, which `verify` and the tests of this package show' },
  stages: ['issue/bare-copy'],
  judges: 'facts',
  check: note => {
    const { 'issued-at': issuedAt, 'as-of': asOf } = note.records.request
    if (issuedAt === undefined || issuedAt.slice(0, 10) >= asOf) return []
    const message = `the file would say that it was made on ${issuedAt.slice(0, 10)}, and the note knows what was known on ${asOf}`
    return [{ message, at: inRequest(note, '/issued-at') }]
  }
}
