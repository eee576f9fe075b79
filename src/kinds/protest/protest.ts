/** The kind `protest`: holds an incident against a State, recalls earlier ones, and asks for redress. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import type { NoteKind, Obligation, UsedRecords } from '../../dossier/kind.ts'
import type { Dossier, DossierIncident } from '../../dossier/schema.ts'
import { partsAt, textAt, valueAt } from '../../records/checks/parts.ts'
import { quoted } from '../../records/checks/quoted.ts'
import { assurance, type RecordReference, referenceFindings, submission } from '../../records/checks/references.ts'
import { duplicateFindings } from '../../records/checks/shared.ts'
import type { NoteRequest } from '../../records/request.ts'
import { type Json, type Loaded, type Pointer, placeOf } from '../../value.ts'
import { actsMustSay, answersIn, saidAt } from './acts.ts'
import { decide } from './decide.ts'
import { type DossierDemand, type DossierRequest, type ProtestDossier, promised, protestDossier } from './dossier.ts'
import { protestDossierOf, protestIn, protestRequest } from './protest-case.ts'
import { INSERT_PLACES, type ProtestRequest, protestFields } from './request.ts'
import { sayProtest } from './say.ts'
import { statedTraces } from './submission.ts'

/** The ids in its fields. */
const REFERENCES: readonly RecordReference[] = [
  { at: '/occasion/*', to: 'incidents' },
  { at: '/recall/incidents/*', to: 'incidents' },
  { at: '/recall/except/*/incident', to: 'incidents' },
  { at: '/demands/*/source', to: 'sources' },
  { at: '/requests/*/source', to: 'sources' },
  { at: '/submission', to: 'communications', demand: submission },
  { at: '/assurances/*', to: 'communications', demand: assurance }
]

const SETS = ['/occasion', '/recall/incidents', '/cite/*', '/annexes', '/assurances']

function protestRelations(loaded: Loaded, records: Json): Diagnostic[] {
  return [
    ...referenceFindings(loaded, records, REFERENCES),
    ...duplicateFindings(loaded, SETS),
    ...duplicateFindings(loaded, ['/demands'], 'demand'),
    ...duplicateFindings(loaded, ['/requests'], 'request'),
    ...recallFindings(loaded),
    ...condemnFindings(loaded),
    ...citeFindings(loaded)
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

/** A note that cites no article has none to choose. */
function citeFindings(loaded: Loaded): Diagnostic[] {
  const legal = textAt(loaded.value, 'legal')
  if (valueAt(loaded.value, 'cite') === undefined || (legal !== 'general' && legal !== 'none')) return []
  const pointer = '/cite'
  const message = `\`cite\` chooses articles, but \`legal: ${legal}\` cites none`
  const hints = ['write `legal: reflected` or `legal: assertive`, or remove `cite`']
  return [error({ rule: 'record/cite', message, span: placeOf(loaded, pointer), pointer, hints })]
}

export const PROTEST: NoteKind = {
  name: 'protest',
  request: protestFields,
  insertPlaces: INSERT_PLACES,
  relations: protestRelations,
  dossier: protestDossier,
  promised,
  decide: facts => {
    const decisions = decide(protestIn(facts))
    const { notes, positions, bases: articles } = decisions
    return { notes, positions, articles, say: (drafting, cite) => sayProtest(drafting, decisions, cite) }
  },
  incidents: incidentsOfProtest,
  used: usedByProtest,
  carried: carriedProtest,
  statedTraces,
  mustSay: protestMustSay
}

/** The incidents of a protest, the occasion first. */
function incidentsOfProtest(dossier: Dossier): DossierIncident[] {
  const { occasion, recall } = protestDossierOf(dossier)
  return [...occasion, ...(recall?.incidents ?? [])]
}

/** The records that a protest needs for its own fields. */
function usedByProtest(request: NoteRequest, dossier: Dossier): UsedRecords {
  const { occasion, recall, positions, acts } = protestDossierOf(dossier)
  const { submission, assurances = [], demands, requests = [] } = protestRequest(request)
  const recalled = recall?.incidents ?? []
  const reports = recalled.flatMap(each => each.reports.map(report => report.id))
  return {
    subjects: occasion.map(each => each.id),
    incidents: recalled.map(each => each.id),
    communications: [...reports, ...answersIn(acts), ...assurances, ...(submission === null ? [] : [submission])],
    sources: [...demands, ...requests].flatMap(each =>
      typeof each === 'object' && 'source' in each ? [each.source] : []
    ),
    coordinates: (positions ?? []).map(each => each.facility.id),
    coverage: submission === null ? {} : { [submission]: coverageIn(incidentsOfProtest(dossier)) }
  }
}

/** What the submission covers of the note's incidents, as it was concluded. */
function coverageIn(incidents: readonly DossierIncident[]): UsedRecords['coverage'][string] {
  return Object.fromEntries(
    incidents.flatMap(({ id, coverage }) => (coverage === 'none' ? [] : [[id, coverage] as const]))
  )
}

/** The recall becomes its explicit list. */
function carriedProtest(request: NoteRequest, dossier: Dossier): NoteRequest {
  const own = protestRequest(request)
  const recalled = idsIn(protestDossierOf(dossier))
  const recall = { incidents: recalled.length > 0 ? recalled : 'none', order: own.recall.order } as const
  const carried: ProtestRequest = { ...own, recall }
  return carried
}

function idsIn({ recall }: ProtestDossier): string[] {
  return (recall?.incidents ?? []).map(each => each.id)
}

/**
 * Every demand, occasion and recalled incident must be told. An incident that an annex or a count merely stands for is
 * not: some part of its record must be.
 */
function protestMustSay(dossier: Dossier): Obligation[] {
  const { demands, requests, occasion, recall, acts, assurances } = protestDossierOf(dossier)
  const recalled = recall && !recall.summarised ? recall.incidents : []
  return [
    ...demands.flatMap((each, index) => askedAt('demand', each, `/demands/${index}`)),
    ...requests.flatMap((each, index) => askedAt('request', each, `/requests/${index}`)),
    ...occasion.map(({ id }, index) => incidentAt(`/occasion/${index}`, id, 'occasion')),
    ...recalled.map(({ id }, index) => incidentAt(`/recall/incidents/${index}`, id, 'recall')),
    ...actsMustSay(acts),
    ...assurances.map(({ note }, index) =>
      saidAt(`/assurances/${index}/given/as`, `the assurance \`${note.id}\``, 'told')
    )
  ]
}

/** The demand itself, and what the request says of it: a formula that has no place for a qualifier would lose it. */
function askedAt(what: 'demand' | 'request', asked: DossierDemand | DossierRequest, pointer: Pointer): Obligation[] {
  const { code } = asked
  const hint = `the template needs \`{{> ${what} this}}\` for each of \`${what}s\`; or remove the ${what}`
  const rule = 'template/unprinted' as const
  const said: Partial<Omit<DossierDemand, 'code'>> = asked
  const parts = (['qualifier', 'object', 'by'] as const).filter(part => (said[part] ?? null) !== null)
  return [
    {
      pointer: `${pointer}/code`,
      by: 'told',
      rule,
      message: `the template does not print the ${what} \`${code}\``,
      hint
    },
    ...parts.map(part => ({
      pointer: `${pointer}/${part}`,
      by: 'printed' as const,
      rule,
      message: `the words of the ${what} \`${code}\` have no place for a \`${part}\``,
      hint: `leave it out, or ${what} it in words of your own: \`{ words: …, source: … }\``
    }))
  ]
}

function incidentAt(pointer: Pointer, id: string, list: 'occasion' | 'recall'): Obligation {
  const [what, path, out] =
    list === 'occasion'
      ? ['incident', 'occasion', 'take it out of the occasion']
      : ['prior incident', 'recall.incidents', 'leave it out with `recall: { except: … }`']
  return {
    pointer,
    by: { incident: id },
    rule: 'template/unprinted',
    message: `the template does not print the ${what} \`${id}\``,
    hint: `the template needs \`{{#each ${path}}}\`; or ${out}`
  }
}
