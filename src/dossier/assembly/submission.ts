/** The submission that a note appeals to, and the note's incidents, in; the dossier's entry out. */

import type { Submission } from '../decisions/coverage.ts'
import { submissionOf } from '../decisions/coverage.ts'
import type { Dossier, DossierIncident, DossierSubmission } from '../schema.ts'
import { type Desk, localise } from './localise.ts'
import { dateEntry, partyEntry } from './parties.ts'
import { datedListOf } from './recalled.ts'
import { from, type Origins, type Traces, trace } from './trace.ts'

/** The submission, with the incidents that happened despite it, or null when the note appeals to none. */
export function submissionEntry(
  desk: Desk,
  occasion: readonly DossierIncident[],
  recalled: readonly DossierIncident[]
): DossierSubmission | null {
  const found = submissionOf(desk)
  if (!found) return null
  const { record } = found
  const pointer = `/communications/${found.id}`
  const at = (part: string) => from('register', `${pointer}/${part}`)
  const scope = localise(desk, record.scope.described, 'register', `${pointer}/scope/described`)
  const all = [...occasion, ...recalled]
  return trace(
    desk.traces,
    {
      date: dateEntry(record.date),
      from: partyEntry(desk, record.from),
      to: partyEntry(desk, record.to),
      number: record.number,
      scope: scope.value,
      assurance: assuranceEntry(desk, record, `${pointer}/assurance`),
      despite: datedListOf(
        desk,
        all.filter(each => each.coverage === 'despite')
      )
    },
    () => ({
      date: at('date'),
      from: at('from'),
      to: at('to'),
      number: at('number'),
      scope: scope.origins,
      assurance: at('assurance'),
      despite: coverageOrigins(desk, all)
    })
  )
}

/** What decided the coverage of several incidents: what decided that of each. */
function coverageOrigins(desk: Desk, incidents: readonly DossierIncident[]): Origins {
  return incidents.flatMap(each => desk.traces.get(each)?.()['coverage'] ?? [])
}

/** The traces of a dossier in its selection, which states the coverage of each incident in place of what decided it. */
export function statedTraces({ traces, request }: Desk, { occasion, recall, submission }: Dossier): Traces {
  if (!submission) return traces
  const incidents = [...occasion, ...(recall?.incidents ?? [])]
  const stated = ({ id }: DossierIncident) =>
    from('register', `/communications/${request.submission}/stated/coverage/${id}`)
  const own: Traces = new Map()
  for (const each of incidents) own.set(each, () => ({ ...traces.get(each)?.(), coverage: stated(each) }))
  own.set(submission, () => ({ ...traces.get(submission)?.(), despite: incidents.flatMap(stated) }))
  return { get: value => own.get(value) ?? traces.get(value), set: (value, say) => own.set(value, say) }
}

function assuranceEntry(desk: Desk, { assurance }: Submission, pointer: string): DossierSubmission['assurance'] {
  if (assurance === undefined) return null
  const at = (part: string) => from('register', `${pointer}/${part}`)
  const wording = localise(desk, assurance.wording, 'register', `${pointer}/wording`)
  return trace(
    desk.traces,
    {
      by: partyEntry(desk, assurance.by),
      date: assurance.date === undefined ? null : dateEntry(assurance.date),
      wording: wording.value
    },
    () => ({ by: at('by'), date: at('date'), wording: wording.origins })
  )
}
