/** A note request's name in; the request, its register, its house's profile and the law out, all checked in one report. */

import type { ZodType } from 'zod'
import { attempt, type Diagnostic, didYouMean, error, refuse } from '../diagnostic.ts'
import { referenceOf } from '../fact.ts'
import { LANGUAGES } from '../languages/index.ts'
import { type Languages, languageOf } from '../languages/language.ts'
import { load } from '../load/load.ts'
import { once } from '../once.ts'
import { NOTHING_PREPARSED, type Preparsed } from '../preparsed.ts'
import { type Source, type Span, startOf } from '../source.ts'
import { type DataFile, keySpan, type Loaded, placeOf } from '../value.ts'
import type { World } from '../world.ts'
import { addresseeFindings, languageFindings, partyFindings, signFindings, treatyFindings } from './checks/across.ts'
import { isMapping } from './checks/parts.ts'
import { NO_EMBLEM, type ReadEmblem, readEmblem } from './emblem.ts'
import { language as languageTag } from './fields.ts'
import { type FixtureSettings, fixtureSchema } from './fixture.ts'
import type { Form } from './forms.ts'
import { type Law, statusSchema, type TreatyStatus } from './law.ts'
import { checkedLayer, type LayeredLaw, laid, lawFilesIn, STATUS_FILE } from './law-layers.ts'
import { type Profile, profileSchema } from './profile.ts'
import { sourceOf } from './record-text.ts'
import type { Records } from './records.ts'
import { addresseesOf, type Kinds, kindOf, requestTo, type WrittenRequest } from './request.ts'
import type { Register } from './schema.ts'
import { type ReadUnits, unitFilesIn, unitFindings, unitsOf, unitsSchema } from './units.ts'
import { type CheckedFile, validateRegister, validateRequest, validateShape } from './validate.ts'

/** What is kept from note to note: files that many notes share, checked once. Requests are not kept. */
export interface RecordStore {
  readonly world: World
  readonly kinds: Kinds
  readonly preparsed: Preparsed
  readonly languages: Languages
  readonly registers: Map<string, CheckedFile<Register>>
  readonly profiles: Map<string, CheckedFile<Profile>>
  readonly emblems: Map<string, ReadEmblem>
  readonly laws: Map<'law', LayeredLaw>
  readonly statuses: Map<'status', CheckedFile<TreatyStatus>>
  readonly units: Map<'units', ReadUnits>
}

/** What a store can be given besides its world. */
interface Reading {
  readonly preparsed?: Preparsed | undefined
  readonly languages?: Languages
}

/** A store with nothing in it yet. */
export function createRecordStore(
  world: World,
  kinds: Kinds,
  { preparsed = NOTHING_PREPARSED, languages = LANGUAGES }: Reading = {}
): RecordStore {
  const kept = {
    registers: new Map(),
    profiles: new Map(),
    emblems: new Map(),
    laws: new Map(),
    statuses: new Map(),
    units: new Map()
  }
  return { world, kinds, preparsed, languages, ...kept }
}

/** Which note, and what the command line says over it. */
export interface ReadOptions {
  /** The name of the request in the world; for standard input, the name to call it by. */
  readonly note: string
  /** The request itself, when it does not stand in the world. */
  readonly noteSource?: Source | undefined
  /** The names under which a register is looked for, first found first taken. */
  readonly registers: readonly string[]
  readonly form?: Form | undefined
  readonly language?: string | undefined
  /** To whom, where the request names several; the first where nothing is said. */
  readonly addressee?: string | undefined
  /** The SHA-256 of the file that a regenerated copy is a copy of. */
  readonly copyOf?: string | undefined
  /** Whether an issue is to carry what it was made from. */
  readonly internal?: boolean | undefined
}

/** The records of a note, and all that was found on the way. */
export interface ReadNote {
  /** `null` where an error stands among the findings. */
  readonly records: Records | null
  readonly findings: readonly Diagnostic[]
  /** What the request says of its template, as far as it can be read whatever else is wrong. */
  readonly wanted: WantedTemplate
  /** The names that were read. */
  readonly files: readonly string[]
}

/** The template of a note, by its name, and the language that it is to speak; `null` where the request does not say. */
export interface WantedTemplate {
  readonly template: string | null
  readonly language: string | null
  readonly spanOf: Records['spanOf']
}

/** Reads and checks everything that a request names; finds what is wrong in all files together. */
export function readRecords(store: RecordStore, asked: ReadOptions): ReadNote {
  const source = asked.noteSource ?? sourceOf(store.world, asked.note)
  const register = registerOf(store, registerName(store, asked))
  const law = readLaw(store)
  const units = readUnits(store)
  const request = readable({ source, start: 0, end: 0 }, () =>
    validateRequest(effective(load(source), asked), register, store.kinds)
  )
  const profile = request.value && profileOf(store, request.value, request.loaded)
  const emblem = profile?.value
    ? once(store.emblems, nameOf(profile), () => readEmblem(profile, store.world))
    : NO_EMBLEM
  const all = [register, request, law, units, ...(profile ? [profile] : [])]
  const findings = [
    ...all.flatMap(each => each.findings),
    ...emblem.findings,
    ...together(register, law, units),
    ...(request.value && profile?.value ? signFindings(request.loaded, request.value, profile.value) : []),
    ...(request.value ? languageFindings(request.loaded, request.value, asked.language) : []),
    ...(request.value ? addresseeFindings(request.loaded, request.value, asked.addressee) : [])
  ]
  const loaded = { register: register.loaded, note: request.loaded, law: law.loaded }
  const spanOf = spanIn(profile ? { ...loaded, profile: profile.loaded } : loaded)
  const wanted = wantedIn(request.loaded, asked, store.kinds, spanOf)
  const files = [
    source.name,
    nameOf(register),
    ...law.layers.map(each => each.name),
    ...unitFilesIn(store.world),
    ...emblem.files
  ]
  if (findings.some(each => each.severity === 'error')) return { records: null, findings, wanted, files }
  if (!register.value || !request.value || !law.value || !profile?.value) throw new Error('a finding is missing')
  const language = asked.language ?? request.value.languages.original
  return {
    records: {
      register: register.value,
      request: requestTo(request.value, asked.addressee),
      addressees: addresseesOf(request.value),
      law: law.value,
      lawLayers: law.layers,
      treatyStatus: () => readStatus(store),
      units: units.value,
      profile: profile.value,
      emblem: emblem.image,
      language,
      wording: languageOf(store.languages, language)?.wording ?? null,
      copyOf: asked.copyOf,
      // A label of issues alone: other forms that carry what they were made from are known by their form.
      internal: (asked.form ?? request.value.form) === 'issue' && asked.internal,
      spanOf
    },
    findings,
    wanted,
    files: [...files, nameOf(profile)]
  }
}

/** A register by itself, with what shows where it and the law meet. */
export function readRegister(store: RecordStore, name: string): CheckedFile<Register> {
  const register = registerOf(store, name)
  const law = readLaw(store)
  return { ...register, findings: [...register.findings, ...together(register, law, readUnits(store))] }
}

function registerOf(store: RecordStore, name: string): CheckedFile<Register> {
  const validate = (loaded: Loaded) => validateRegister(loaded, store.languages)
  return once(store.registers, name, each => checked(store, each, validate))
}

/** The law of a world: what comes with the package, and over it what the house says. */
export function readLaw(store: RecordStore): LayeredLaw {
  const read = () => lawFilesIn(store.world).map(name => ({ name, ...checked(store, name, checkedLayer) }))
  return once(store.laws, 'law', () => {
    const law = laid(read())
    return law.value ? { ...law, findings: [...law.findings, ...partyFindings(law.loaded, law.value)] } : law
  })
}

/** The table of parties of a world, or null. Throws `Rejected` where it is not well-shaped. */
function readStatus(store: RecordStore): TreatyStatus | null {
  if (store.world.read(STATUS_FILE) === null) return null
  const { value, findings } = once(store.statuses, 'status', () => readShape(store, STATUS_FILE, statusSchema))
  refuse(findings)
  return value
}

/** The units of a world: what comes with the package, and over it what the house says. */
export function readUnits(store: RecordStore): ReadUnits {
  return once(store.units, 'units', () => {
    const read = unitFilesIn(store.world).map(name => [name, readShape(store, name, unitsSchema)] as const)
    const tables = read.flatMap(([name, { value }]) => (value ? [[name, value.units] as const] : []))
    return { value: unitsOf(tables), findings: read.flatMap(([, { findings }]) => findings) }
  })
}

/** The profile in a file. */
export function readProfile(store: RecordStore, name: string): CheckedFile<Profile> {
  return once(store.profiles, name, each => readShape(store, each, profileSchema))
}

/** What a fixture says of itself. */
export function readFixture(store: RecordStore, name: string): CheckedFile<FixtureSettings> {
  return readShape(store, name, fixtureSchema)
}

/** A file that has a shape, and no relations to others. */
export function readShape<T>(store: RecordStore, name: string, schema: ZodType<T>): CheckedFile<T> {
  return checked(store, name, loaded => validateShape(schema, loaded))
}

/** What names the template is looked for in a request that may be wrong elsewhere. */
function wantedIn({ value }: Loaded, asked: ReadOptions, kinds: Kinds, spanOf: Records['spanOf']): WantedTemplate {
  const given = isMapping(value) ? value : {}
  const { template = kindOf(kinds, given)?.name ?? null, languages = null } = given
  const { original = null } = isMapping(languages) ? languages : {}
  const language = asked.language ?? original
  return {
    template: typeof template === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(template) ? template : null,
    language: languageTag.safeParse(language).data ?? null,
    spanOf
  }
}

/** What only shows where the register meets the law and the units; nothing of a file that is not well-shaped. */
function together(register: CheckedFile<Register>, law: CheckedFile<Law>, units: ReadUnits): Diagnostic[] {
  if (!register.value) return []
  const unknown = units.findings.length === 0 ? unitFindings(register.loaded, units.value) : []
  return [...(law.value ? treatyFindings(register.loaded, law.value) : []), ...unknown]
}

/** The first of the places where a register may stand; the first of all when there is none, to be named as missing. */
function registerName({ world, registers }: RecordStore, asked: ReadOptions): string {
  return (
    asked.registers.find(name => registers.has(name) || world.read(name) !== null) ??
    asked.registers[0] ??
    'register.yaml'
  )
}

function checked<T>(store: RecordStore, name: string, validate: (loaded: Loaded) => CheckedFile<T>): CheckedFile<T> {
  const { value: source, findings } = attempt(() => sourceOf(store.world, name))
  if (!source) return nothing(startOf(name), findings)
  return readable({ source, start: 0, end: 0 }, () => validate(load(source, store.preparsed)))
}

/** A file that cannot be read as data counts as one without a value, so that the other files are still checked. */
function readable<T>(whole: Span, check: () => CheckedFile<T>): CheckedFile<T> {
  const { value, findings } = attempt(check)
  return value ?? nothing(whole, findings)
}

function nameOf({ loaded }: CheckedFile<unknown>): string {
  return loaded.whole.source.name
}

function nothing(whole: Span, findings: readonly Diagnostic[]): CheckedFile<never> {
  return { loaded: { value: null, whole, places: new Map(), scalars: new Map() }, value: null, findings }
}

/** The request as the command line makes it: what counts, and what a file copy carries. */
function effective(loaded: Loaded, asked: ReadOptions): Loaded {
  const { value } = loaded
  return asked.form === undefined || !isMapping(value) ? loaded : { ...loaded, value: { ...value, form: asked.form } }
}

function profileOf(store: RecordStore, request: WrittenRequest, note: Loaded): CheckedFile<Profile> {
  const name = `templates/profiles/${request.profile}.yaml`
  if (store.profiles.has(name) || store.world.read(name) !== null) return readProfile(store, name)
  const span = placeOf(note, '/profile')
  const known = namesIn(store.world, 'templates/profiles', '.yaml')
  const message = `there is no profile \`${request.profile}\` (${name})`
  const hints = didYouMean(request.profile, known)
  return nothing(span, [error({ rule: 'record/unknown-profile', message, span, pointer: '/profile', hints })])
}

/** The bare names of the files of one kind in a folder. */
export function namesIn(world: World, folder: string, ending: string): string[] {
  return world
    .list(folder)
    .map(name => name.slice(folder.length + 1))
    .filter(name => name.endsWith(ending) && !name.includes('/'))
    .map(name => name.slice(0, -ending.length))
}

function spanIn(files: Partial<Record<DataFile, Loaded>>): Records['spanOf'] {
  return (origin, part = 'value') => {
    const { file, pointer } = referenceOf(origin)
    const loaded = files[file]
    if (!loaded) return null
    return part === 'key' ? keySpan(loaded, pointer) : placeOf(loaded, pointer)
  }
}
