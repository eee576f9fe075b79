/** The files of the law in, the lowest first; one law out, in which a file's entries lie over those of the file beneath it. */
import { type Diagnostic, didYouMean, error } from '../diagnostic.ts'
import { around, child, isWithin, type Json, type Loaded, type Pointer, placeOf, steps } from '../value.ts'
import type { World } from '../world.ts'
import { fieldsOf, isMapping, valueAt } from './checks/parts.ts'
import { quoted } from './checks/quoted.ts'
import { FORMAT_VERSION } from './fields.ts'
import { type Law, type LawLayer, lawSchema } from './law.ts'
import { type CheckedFile, validateShape } from './validate.ts'

/** The files that the law can stand in, the lowest first: what comes with the package, and what a house lays over it. */
export const LAW_FILES: readonly string[] = ['templates/law/package.yaml', 'templates/law.yaml']

/** The table of parties that comes with the package: read only where a note cites a treaty between States that exist. */
export const STATUS_FILE = 'templates/law/status.json'

/** Those of a world; where there is none, the one that is missing. */
export function lawFilesIn(world: World): readonly string[] {
  const there = LAW_FILES.filter(name => world.read(name) !== null)
  return there.length > 0 ? there : LAW_FILES.slice(0, 1)
}

/** The law of a world, and what each of its files gives to it. */
export interface LayeredLaw extends CheckedFile<Law> {
  readonly layers: readonly LawLayer[]
}

/** Where an instrument lists entries of their own. Each key of all else that it says of itself is one entry more. */
const LISTS: readonly string[] = ['parties', 'articles']

type Entries = ReadonlyMap<Pointer, Json>

/** A layer by itself: only the law as a whole has to be complete. */
export function checkedLayer(loaded: Loaded): CheckedFile<Json> {
  return isLayer(loaded) ? { loaded, value: loaded.value, findings: [] } : validateShape(lawSchema, loaded)
}

/** Layers of the law, the lowest first, as one. */
export function laid(layers: readonly (CheckedFile<Json> & { readonly name: string })[]): LayeredLaw {
  const [lowest, ...others] = layers
  if (!lowest) throw new Error('there is no layer of the law')
  const unfit = layers.flatMap(each => each.findings)
  const none = layers.map(({ name }) => ({ name, entries: new Set<Pointer>() }))
  if (unfit.length > 0) return { loaded: lowest.loaded, value: null, findings: unfit, layers: none }
  const start: Laid = { loaded: lowest.loaded, findings: [] }
  const whole = others.reduce((below, above) => over(below, above.loaded), start)
  const law = validateShape(lawSchema, whole.loaded)
  return { ...law, findings: [...whole.findings, ...law.findings], layers: layersOf(law.loaded, layers) }
}

/** Whether entries can be told in a file: those of another shape are for the schema to refuse. */
function isLayer({ value }: Loaded): boolean {
  return valueAt(value, 'verbale') === FORMAT_VERSION && isMapping(valueAt(value, 'instruments'))
}

/** Layers as one, and what is wrong with how one lies over another. */
interface Laid {
  readonly loaded: Loaded
  readonly findings: readonly Diagnostic[]
}

/**
 * One layer over others. A party or an article is replaced whole, and what an instrument says of itself key by key, where
 * what attests it falls away unless it is said anew: so nobody is held to have confirmed what another file says. `null` takes
 * away an instrument, a party or an article. Every place stays that of the file which gives the entry.
 */
function over({ loaded: below, findings }: Laid, above: Loaded): Laid {
  const [beneath, given] = [entriesOf(below.value), entriesOf(above.value)]
  const removed = [...given].flatMap(([pointer, value]) => (value === null && !isKey(pointer) ? [pointer] : []))
  const left = [...beneath, ...unconfirmed(beneath, given), ...given].filter(
    ([pointer]) => !removed.some(each => isWithin(pointer, each))
  )
  const fields = Object.fromEntries([...fieldsOf(below.value), ...fieldsOf(above.value)])
  const loaded = {
    value: { ...fields, instruments: instrumentsOf(new Map(left)) },
    whole: above.whole,
    places: byEntry(below.places, above.places, given),
    scalars: byEntry(below.scalars, above.scalars, given)
  }
  const needless = removed.filter(pointer => ![...beneath.keys()].some(each => isWithin(each, pointer)))
  return { loaded, findings: [...findings, ...needless.map(each => nothingThere(each, above, beneath))] }
}

/** Whether an entry is a key of what an instrument says of itself: `/instruments/vcdr/title`. */
function isKey(pointer: Pointer): boolean {
  return steps(pointer).length === 3
}

function unconfirmed(beneath: Entries, given: Entries): (readonly [Pointer, null])[] {
  const attesting = [...given.keys()].filter(isKey).map(pointer => child(around(pointer), 'confirmed'))
  return attesting.flatMap(pointer => (beneath.has(pointer) ? [[pointer, null]] : []))
}

/** What is known of each place: from above for the entries that are given there, and for what is only there. */
function byEntry<T>(below: ReadonlyMap<Pointer, T>, above: ReadonlyMap<Pointer, T>, given: Entries): Map<Pointer, T> {
  return new Map([
    ...[...below].filter(([pointer]) => !given.has(entryAt(pointer))),
    ...[...above].filter(([pointer]) => given.has(entryAt(pointer)) || !below.has(pointer))
  ])
}

/** Which file gives which entries of a law, as its places say; a file that gives none is named too. */
function layersOf(loaded: Loaded, files: readonly { readonly name: string }[]): LawLayer[] {
  const entries = [...entriesOf(loaded.value).keys()]
  const fileOf = (pointer: Pointer) => placeOf(loaded, pointer).source.name
  return files.map(({ name }) => ({ name, entries: new Set(entries.filter(each => fileOf(each) === name)) }))
}

/** Some entries of a law, as a file of them. */
export function lawOf(law: Json, wanted: ReadonlySet<Pointer>): Json {
  const entries = [...entriesOf(law)].filter(([pointer]) => wanted.has(pointer))
  return { verbale: FORMAT_VERSION, instruments: instrumentsOf(new Map(entries)) }
}

/** The entries of a law: of each instrument the keys of what it says of itself, its parties and its articles. */
function entriesOf(law: Json): Entries {
  const instruments = fieldsOf(valueAt(law, 'instruments'))
  return new Map(instruments.flatMap(([id, value]) => entriesIn(child('/instruments', id), value)))
}

function entriesIn(pointer: Pointer, instrument: Json): (readonly [Pointer, Json])[] {
  const fields = fieldsOf(instrument)
  if (fields.length === 0) return [[pointer, instrument]]
  return fields.flatMap(([key, value]) => {
    const at = child(pointer, key)
    if (!LISTS.includes(key) || !isMapping(value)) return [[at, value] as const]
    return fieldsOf(value).map(([name, listed]) => [child(at, name), listed] as const)
  })
}

function instrumentsOf(entries: Entries): Json {
  const ids = new Set([...entries.keys()].map(pointer => steps(pointer)[1] ?? ''))
  return Object.fromEntries([...ids].map(id => [id, instrumentOf(entries, child('/instruments', id))]))
}

function instrumentOf(entries: Entries, pointer: Pointer): Json {
  const whole = entries.get(pointer)
  if (whole !== undefined && !isMapping(whole)) return whole
  const lists = LISTS.map(list => [list, listedIn(entries, child(pointer, list))] as const)
  return { ...Object.fromEntries(lists), ...listedIn(entries, pointer) }
}

function listedIn(entries: Entries, pointer: Pointer): { readonly [key: string]: Json } {
  const listed = [...entries].filter(([each]) => around(each) === pointer)
  return Object.fromEntries(listed.map(([each, value]) => [steps(each).at(-1) ?? '', value]))
}

/** The entry that a place is part of: `/instruments/vcdr/articles/22`, or `/instruments/vcdr/title`. */
function entryAt(pointer: Pointer): Pointer {
  const path = steps(pointer)
  const isListed = path.length > 3 && LISTS.includes(path[2] ?? '')
  return path.slice(0, isListed ? 4 : 3).reduce<Pointer>(child, '')
}

function nothingThere(pointer: Pointer, above: Loaded, beneath: Entries): Diagnostic {
  const path = steps(pointer)
  const name = path.at(-1) ?? ''
  const whole = around(pointer)
  const known = [...beneath.keys()]
    .filter(each => isWithin(each, whole))
    .map(each => steps(each)[path.length - 1] ?? '')
  const message = `there is no ${quoted(name)} to take away`
  const hints = [...didYouMean(name, [...new Set(known)]), '`null` takes away what the law of the package says']
  return error({ rule: 'record/nothing-to-remove', message, span: placeOf(above, pointer), pointer, hints })
}
