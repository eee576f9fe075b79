/** A dossier with something in every place, between States that do not exist. Only for the tests of this folder. */

import type { DossierDate, DossierIncident, DossierName, DossierParty } from '../../src/dossier/schema.ts'
import type { ProtestDossier } from '../../src/kinds/protest/dossier.ts'

export function day(year: number, month: number | null = null, dayOfMonth: number | null = null): DossierDate {
  return {
    kind: 'date',
    edtf: [year, month, dayOfMonth].filter(part => part !== null).join('-'),
    dates: [{ year, month, day: dayOfMonth, approximate: false }],
    relation: 'date'
  }
}

export function named(subject: string, full: string, short?: string): DossierName {
  return { kind: 'name', subject, plural: false, forms: short === undefined ? { full } : { full, short } }
}

const vesmar = { name: named('vesmar', 'the Republic of Vesmar', 'Vesmar') }
const ostrelle = { name: named('ostrelle', 'the Kingdom of Ostrelle', 'Ostrelle') }

function party(id: string, full: string, short: string, state: DossierParty['state']): DossierParty {
  return { name: named(id, full, short), state, city: null, address: [] }
}

const ministry = party(
  'vesmar-mfa',
  'the Ministry of Foreign Affairs of the Republic of Vesmar',
  'the Ministry',
  vesmar
)
const embassy = party('ostrelle-embassy', 'the Embassy of the Kingdom of Ostrelle', 'the Embassy', ostrelle)

function incident(id: string, date: DossierDate, more: Partial<DossierIncident> = {}): DossierIncident {
  return {
    id,
    date,
    time: { kind: 'time', until: null, local: '01:00', qualifier: 'approx' },
    clock: null,
    duration: null,
    place: 'Kalden',
    territory: null,
    facilities: [
      {
        id: 'embassy-kalden',
        name: named('embassy-kalden', 'the Embassy of the Republic of Vesmar in Kalden', 'the Embassy in Kalden'),
        sharedWith: []
      }
    ],
    besides: [],
    means: { type: 'missile', designation: 'Harrier', certainty: 'type', count: null },
    event: null,
    called: null,
    attribution: { to: ostrelle, strength: 'named', basis: 'physical' },
    circumstances: ['windows were broken'],
    measures: [
      {
        before: 'a crater was found',
        measure: {
          kind: 'measure',
          value: 35,
          to: null,
          decimals: 0,
          unit: 'step',
          words: { one: ['step'], few: null, many: ['steps'] },
          qualifier: 'about'
        },
        after: 'from the gate'
      }
    ],
    damage: [{ facility: null, items: ['the destruction of a wall', 'damage to the roof'] }],
    casualties: { status: 'none', killed: [], injured: [], nil: 'none' },
    people: [],
    reports: [],
    coverage: 'despite',
    ...more
  }
}

const earlier = [incident('kalden-2024-01-02', day(2024, 1, 2)), incident('kalden-2025-08-18', day(2025, 8, 18))]
const occasion = [incident('kalden-2025-11-14', day(2025, 11, 14))]

export const SAMPLE: ProtestDossier = {
  language: 'en',
  original: true,
  form: 'draft',
  copyOf: null,
  internal: false,
  number: null,
  date: null,
  place: 'Vesmar City',
  sender: ministry,
  recipient: embassy,
  concerned: embassy.state,
  toAnother: false,
  occasion,
  recall: {
    incidents: earlier,
    groups: [{ class: 'diplomatic-and-consular', incidents: earlier }],
    summarised: false,
    first: day(2024, 1, 2),
    last: day(2025, 8, 18),
    reported: earlier,
    numbered: [
      {
        id: 'note-12',
        type: 'note',
        number: '12/2024',
        date: day(2024, 1, 5),
        when: null,
        several: false,
        summoned: null,
        subject: null,
        from: ministry,
        outcome: 'accepted',
        ours: true
      }
    ],
    unnumbered: [],
    sentBack: []
  },
  intent: 'questioned',
  acts: [],
  assurances: [],
  submission: {
    type: 'submission',
    date: day(2022, 4),
    when: null,
    from: ministry,
    to: embassy,
    number: null,
    scope: 'its diplomatic facilities in Ostrelle',
    thing: null,
    offices: false,
    assurance: { as: 'assurance', by: embassy, date: null, wording: 'they would be taken into account' },
    despite: occasion
  },
  legal: {
    characterisation: 'general',
    bases: [
      {
        instrument: 'vcdr',
        title: 'the Vienna Convention on Diplomatic Relations',
        article: '22',
        says: 'the inviolability of the premises of the mission',
        force: 'direct',
        incidents: occasion,
        sameIncidents: false,
        sameInstrument: false
      }
    ]
  },
  strength: 'strong-protest',
  condemn: true,
  courtesy: 'full',
  opening: 'full',
  closing: true,
  requests: [],
  demands: [
    { code: 'investigate', qualifier: 'appropriate', object: null, words: null, by: null },
    { code: 'explain', qualifier: null, object: null, words: null, by: null }
  ],
  reserveRights: false,
  refersTo: [],
  unanswered: [],
  inReplyTo: null,
  supersedes: null,
  annexes: [{ number: 1, type: 'chronology', reportedBy: true }],
  positions: null,
  inserts: [{ after: 'damage', text: 'An inserted sentence.' }],
  specimen: null,
  profile: { title: 'NOTE VERBALE', numberSign: 'No.', blank: 12 }
}
