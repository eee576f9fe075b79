/** An entry of the register and what a file says of itself in; where the two contradict each other out. */

import type { Edition } from '../records/editions.ts'
import type { Form } from '../records/forms.ts'
import { plainNumber } from '../records/registered.ts'
import type { CommunicationRecord } from '../records/schema.ts'
import type { Identity } from './identity.ts'

/** What the register says, and what the file says; null where it says nothing. */
export interface Contradiction {
  readonly what: (typeof PARTICULARS)[number]
  readonly register: string | null
  readonly file: string | null
}

/** In the order in which people read them. */
const PARTICULARS = [
  'type',
  'form',
  'number',
  'series',
  'date',
  'from',
  'to',
  'language',
  'incidents',
  'in-reply-to',
  'supersedes',
  'epoch'
] as const

type Particulars = { readonly [what in Contradiction['what']]?: string | null | undefined }

/** What is known of a file: null where its records, or its form, are not. */
interface Known {
  readonly identity: Identity | null
  readonly form: Form | null
}

/** As what an entry holds a file, and of which of its editions. */
interface Held {
  readonly as: string
  readonly edition: Edition
}

/** What the entry does not say, and what is not known of the file, contradicts nothing. */
export function contradictions(record: CommunicationRecord, held: Held, known: Known): Contradiction[] {
  const [register, file] = [ofEntry(record, held), ofFile(known)]
  return PARTICULARS.flatMap(what => {
    const [theirs, its] = [register[what], file[what]]
    if (theirs === undefined || its === undefined || isSame(what, theirs, its)) return []
    return [{ what, register: theirs, file: its }]
  })
}

function ofEntry(record: CommunicationRecord, { as, edition }: Held): Particulars {
  const { type, number, series = null, date, from, to, languages, incidents, supersedes } = record
  return {
    type,
    form: as,
    number: number ?? undefined,
    series,
    date,
    from,
    to,
    language: edition.language ?? languages?.join(', '),
    incidents: incidents && listed(incidents),
    'in-reply-to': record['in-reply-to'],
    supersedes,
    epoch: edition.epoch?.toString()
  }
}

function ofFile({ identity, form }: Known): Particulars {
  if (identity === null) return form === null ? {} : { form }
  const { incidents, epoch, ...plain } = identity
  return {
    type: 'note',
    ...(form === null ? {} : { form }),
    ...plain,
    incidents: listed(incidents),
    epoch: epoch.toString()
  }
}

/** The order of incidents is a matter of the note's style. */
function listed(ids: readonly string[]): string {
  return ids.toSorted().join(', ')
}

function isSame(what: Contradiction['what'], register: string | null, file: string | null): boolean {
  if (register === null || file === null) return register === file
  // An entry may stand for the note in several languages.
  if (what === 'language') return register.split(', ').includes(file)
  return what === 'number' ? plainNumber(register) === plainNumber(file) : register === file
}
