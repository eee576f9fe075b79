/** How the fields of a request for a protest contradict each other or the register. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { duplicateFindings } from '../../records/checks/lists.ts'
import { partsAt, textAt, valueAt } from '../../records/checks/parts.ts'
import { quoted } from '../../records/checks/quoted.ts'
import { type Reference, referenceFindings, submission } from '../../records/checks/references.ts'
import { type Json, type Loaded, placeOf } from '../../value.ts'

/** The ids in its fields. */
const REFERENCES: readonly Reference[] = [
  { at: '/occasion/*', to: 'incidents' },
  { at: '/recall/incidents/*', to: 'incidents' },
  { at: '/recall/except/*/incident', to: 'incidents' },
  { at: '/submission', to: 'communications', demand: submission }
]

const SETS = ['/occasion', '/recall/incidents', '/demands', '/annexes']

export function protestRelations(loaded: Loaded, records: Json): Diagnostic[] {
  return [
    ...referenceFindings(loaded, records, REFERENCES),
    ...duplicateFindings(loaded, SETS),
    ...recallFindings(loaded),
    ...condemnFindings(loaded)
  ]
}

function recallFindings(loaded: Loaded): Diagnostic[] {
  const occasion = partsAt(loaded.value, '/occasion/*').map(each => each.value)
  return partsAt(loaded.value, '/recall/incidents/*').flatMap(({ pointer, value }) => {
    if (!occasion.includes(value)) return []
    const message = `${quoted(value)} is the occasion, and cannot be recalled as a prior incident`
    return [error({ rule: 'record/occasion-recalled', message, span: placeOf(loaded, pointer), pointer })]
  })
}

/** Words of condemnation do not go with an act that only draws attention or voices concern. */
const mild = ['attention', 'concern']

function condemnFindings(loaded: Loaded): Diagnostic[] {
  const strength = textAt(loaded.value, 'strength')
  if (strength === null || !mild.includes(strength) || valueAt(loaded.value, 'condemn') !== true) return []
  const pointer = '/condemn'
  const message = `\`condemn: true\` does not go with \`strength: ${strength}\``
  const hints = ['raise the strength, to `regret` or above, or say `condemn: false`']
  return [error({ rule: 'record/condemn', message, span: placeOf(loaded, pointer), pointer, hints })]
}
