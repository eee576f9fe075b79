/** People whom a record counts, hurt or not, in; their entries in the dossier out. */
import type { Hedge } from '../../languages/quantities.ts'
import { nilWord } from '../../records/hedges.ts'
import { type PeopleRecord, STATUSES } from '../../records/people.ts'
import type { IncidentRecord } from '../../records/schema.ts'
import type { DossierIncident, DossierQuantity } from '../schema.ts'
import { type Drafting, inLanguage, localise, missForms } from './localise.ts'
import { stateEntry } from './parties.ts'
import { compose, fieldsOf, from, type Origins, type Traced, traced, traceEach } from './trace.ts'

type Casualties = DossierIncident['casualties']
type People = Casualties['killed']
type Named = People[number]['named']
type Others = DossierIncident['people']

/** People whom the record counts together, and its place. */
interface Placed<G extends PeopleRecord> {
  readonly group: G
  readonly at: string
}

interface Counted {
  readonly to?: number | undefined
  readonly qualifier?: Hedge | undefined
}

/** A number of people or of means; of what is several the number is not known. */
export function quantityOf(count: number | 'several' | null, { to, qualifier }: Counted): DossierQuantity {
  const value = count === 'several' ? null : count
  return { kind: 'quantity', value, to: to ?? null, qualifier: qualifier ?? 'exact' }
}

/** What a record says of a number, and of what there was none of. */
export const COUNTING = ['count', 'qualifier', 'to'] as const
const NIL = ['status', 'of', 'qualifier'] as const

/** The origins of those of some fields that a record has. */
export function givenIn(record: object, fields: readonly string[], pointer: string): Origins {
  return fields.filter(each => each in record).flatMap(each => from('register', `${pointer}/${each}`))
}

/** The gravest injuries first; what is not known stands last. */
const DEGREES = ['serious', 'slight', null] as const

export function casualtiesOf(drafting: Drafting, { casualties }: IncidentRecord, pointer: string): Casualties {
  const { killed = [], injured = [], nil } = casualties.status === 'known' ? casualties : { nil: undefined }
  const none = casualties.status === 'none' ? casualties : nil
  const hurt = placed(injured, `${pointer}/injured`)
  return compose<Casualties>(drafting, fieldsOf('register', pointer), {
    status: casualties.status,
    killed: peopleOf(drafting, placed(killed, `${pointer}/killed`)),
    injured: alike(drafting, hurt, { keys: DEGREES, field: 'degree' }, (at, degree, people) =>
      compose<Casualties['injured'][number]>(drafting, at, { degree, people })
    ),
    nil: traced(none ? nilWord(none) : null, () =>
      nil ? from('register', `${pointer}/nil`) : givenIn(casualties, NIL, pointer)
    )
  })
}

/** Those who were there, and whom it befell without hurting them. */
export function othersOf(drafting: Drafting, { people = [] }: IncidentRecord, pointer: string): Others {
  return alike(drafting, placed(people, pointer), { keys: STATUSES, field: 'status' }, (at, status, alike) =>
    compose<Others[number]>(drafting, at, { status, people: alike })
  )
}

function placed<G extends PeopleRecord>(groups: readonly G[], list: string): Placed<G>[] {
  return groups.map((group, index) => ({ group, at: `${list}/${index}` }))
}

/** Groups of one degree or status together, in the order of the keys, and in that of the record within each. */
function alike<
  F extends string,
  K extends string | null,
  G extends PeopleRecord & { readonly [f in F]?: K | undefined },
  T
>(
  drafting: Drafting,
  groups: readonly Placed<G>[],
  { keys, field }: { readonly keys: readonly K[]; readonly field: F },
  make: (at: () => Origins, key: Traced<K>, people: People) => T
): T[] {
  const byKey = keys
    .map(key => ({ key, those: groups.filter(({ group }) => (group[field] ?? null) === key) }))
    .filter(({ those }) => those.length > 0)
  const origins = ({ those }: (typeof byKey)[number]) => those.flatMap(({ at }) => from('register', at))
  const entryOf = (each: (typeof byKey)[number]) => {
    const { key, those } = each
    const said = () => those.flatMap(({ at }) => from('register', key === null ? at : `${at}/${field}`))
    return make(() => origins(each), traced(key, said), peopleOf(drafting, those))
  }
  return traceEach(drafting, byKey, entryOf, origins)
}

function peopleOf(drafting: Drafting, groups: readonly Placed<PeopleRecord>[]): People {
  return traceEach(
    drafting,
    groups,
    each => groupOf(drafting, each),
    ({ at }) => from('register', at)
  )
}

function groupOf(drafting: Drafting, { group, at }: Placed<PeopleRecord>): People[number] {
  const words = inLanguage(drafting, group.who, { file: 'register', pointer: `${at}/who`, what: 'no words' })
  if (words) missForms(drafting, words, drafting.wording?.plurals ?? [], `${at}/who/${drafting.language}`)
  const count = quantityOf(group.count, group)
  const { named = [] } = group
  return compose<People[number]>(drafting, fieldsOf('register', `${at}/who/${drafting.language}`), {
    count: traced(count, () => givenIn(group, COUNTING, at)),
    one: words?.one ?? '',
    few: words?.few ?? null,
    many: words?.many ?? '',
    named: traced(namedOf(drafting, named, `${at}/named`), () =>
      from('register', named.length > 0 ? `${at}/named` : at)
    ),
    others: traced(count.qualifier !== 'exact' || count.value !== named.length, () => givenIn(group, COUNTING, at))
  })
}

function namedOf(drafting: Drafting, named: NonNullable<PeopleRecord['named']>, list: string): Named {
  const entryOf = ({ name, office, nationality }: (typeof named)[number], index: number) => {
    const at = `${list}/${index}`
    return compose<Named[number]>(drafting, fieldsOf('register', at), {
      name: localise(drafting, name, 'register', `${at}/name`),
      office: localise(drafting, office, 'register', `${at}/office`),
      state: traced(nationality === undefined ? null : stateEntry(drafting, nationality), () =>
        from('register', nationality === undefined ? at : `${at}/nationality`)
      )
    })
  }
  return traceEach(drafting, named, entryOf, (_, index) => from('register', `${list}/${index}`))
}
