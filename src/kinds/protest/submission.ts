/** The submission that a note appeals to, and the note's incidents, in; the dossier's entry out. */
import { dateEntry, partyEntry } from '../../dossier/assembly/parties.ts'
import { compose, fieldsOf, from, type Origins, type Traces, traced } from '../../dossier/assembly/trace.ts'
import { worded, wordedOrNull } from '../../dossier/assembly/words.ts'
import type { Dossier, DossierIncident } from '../../dossier/schema.ts'
import type { NoteRequest } from '../../records/request.ts'
import { givenParts } from './assurances.ts'
import { type Submission, submissionOf } from './coverage.ts'
import type { DossierSubmission } from './dossier.ts'
import { type ProtestDrafting, protestDossierOf, protestRequest } from './protest-case.ts'
import { datedListOf } from './recalled.ts'

/** The submission, with the incidents that happened despite it, or null when the note appeals to none. */
export function submissionEntry(
  drafting: ProtestDrafting,
  occasion: readonly DossierIncident[],
  recalled: readonly DossierIncident[]
): DossierSubmission | null {
  const found = submissionOf(drafting)
  if (!found) return null
  const { record } = found
  const pointer = `/communications/${found.id}`
  const all = [...occasion, ...recalled]
  const despite = all.filter(each => each.coverage === 'despite')
  return compose<DossierSubmission>(drafting, fieldsOf('register', pointer), {
    type: traced(record.form ?? 'submission', () =>
      from('register', `${pointer}/${record.form === undefined ? 'type' : 'form'}`)
    ),
    date: record.date === null ? null : dateEntry(record.date),
    when: wordedOrNull(drafting, record.when, { name: 'when', pointer: `${pointer}/when` }),
    from: partyEntry(drafting, record.from),
    to: partyEntry(drafting, record.to),
    number: record.number,
    ...scopeEntries(drafting, record, `${pointer}/scope`),
    assurance: assuranceEntry(drafting, record, `${pointer}/assurance`),
    despite: traced(datedListOf(drafting, despite), () => coverageOrigins(drafting, all))
  })
}

/** What decided the coverage of several incidents: what decided that of each. */
function coverageOrigins(drafting: ProtestDrafting, incidents: readonly DossierIncident[]): Origins {
  return incidents.flatMap(each => drafting.traces.get(each)?.()['coverage'] ?? [])
}

/** The traces of a dossier in its selection, which states the coverage of each incident in place of what decided it. */
export function statedTraces(traces: Traces, request: NoteRequest, dossier: Dossier): Traces {
  const { occasion, recall, submission } = protestDossierOf(dossier)
  if (!submission) return traces
  const { submission: id } = protestRequest(request)
  const incidents = [...occasion, ...(recall?.incidents ?? [])]
  const stated = (each: DossierIncident) => from('register', `/communications/${id}/stated/coverage/${each.id}`)
  const own: Traces = new Map()
  for (const each of incidents) own.set(each, () => ({ ...traces.get(each)?.(), coverage: stated(each) }))
  own.set(submission, () => ({ ...traces.get(submission)?.(), despite: incidents.flatMap(stated) }))
  return { get: value => own.get(value) ?? traces.get(value), set: (value, say) => own.set(value, say) }
}

/** What was given. */
function scopeEntries(drafting: ProtestDrafting, { scope }: Submission, pointer: string) {
  const at = fieldsOf('register', pointer)
  const place = (key: string) => `${pointer}/${key}`
  return {
    scope: wordedOrNull(drafting, scope.described, { name: 'scope', pointer: place('described') }),
    thing: wordedOrNull(drafting, scope.thing, { name: 'thing', pointer: place('thing') }),
    offices: traced(scope.offices ?? false, () => (scope.offices ? at('offices') : from('register', pointer)))
  }
}

function assuranceEntry(
  drafting: ProtestDrafting,
  { assurance }: Submission,
  pointer: string
): DossierSubmission['assurance'] {
  if (assurance === undefined) return null
  return compose<NonNullable<DossierSubmission['assurance']>>(drafting, fieldsOf('register', pointer), {
    ...givenParts(drafting, assurance, pointer),
    wording: worded(drafting, assurance.wording, { name: 'assurance', pointer: `${pointer}/wording` })
  })
}
