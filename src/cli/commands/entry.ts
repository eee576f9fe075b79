/** The path of a note that was issued, and of what keeps it, in; its entry for the register out: what `record` does in a worker. */
import { dirname, join, resolve } from 'node:path'
import { type Called, type Carried, carriedIn, carries, identityOf } from '../../archive/carried.ts'
import { entryOf, type Files, keepingSetAside } from '../../archive/journal/entry.ts'
import { type RebuildContext, rebuild, sameCompressor } from '../../archive/rebuild.ts'
import { canonicalJson } from '../../bundle/canonical.ts'
import { attempt, type Diagnostic, error, information, Rejected, refuse } from '../../diagnostic.ts'
import { kindOf as kindOfText } from '../../fixtures/kinds.ts'
import { KINDS } from '../../kinds/index.ts'
import { PROTEST } from '../../kinds/protest/protest.ts'
import { load } from '../../load/load.ts'
import { valueAt } from '../../records/checks/parts.ts'
import type { Excepted, Keeping, SetAside } from '../../records/keeping.ts'
import {
  addresseesOf,
  type NoteRequest,
  kindOf as noteKind,
  requestSchemaOf,
  requestTo
} from '../../records/request.ts'
import type { NoteRecord } from '../../records/schema.ts'
import { readSettings, SETTINGS_FILE } from '../../records/settings.ts'
import { validateShape } from '../../records/validate.ts'
import type { Source } from '../../source.ts'
import { type Loaded, placeOf } from '../../value.ts'
import { LARGEST_FILE, type World } from '../../world.ts'
import { createWorld, kindOf, namesIn, type Package, readFile, sizeOf } from '../disk/disk.ts'
import { survey } from '../disk/workspace.ts'
import { Obstacle } from '../obstacle.ts'
import { shortPath } from '../report/print.ts'
import { copyFor, openFile, refuseDifference, refuseMissing, withoutSeal } from './regenerate.ts'

/** Where the request may be. */
interface Whereabouts {
  /** The PDF, as the user named it, from the folder where he is. */
  readonly file: string
  readonly cwd: string
  /** The folder of the workspace that keeps the register, and whose templates describe the note. */
  readonly house: string
  /** The request, where the user names it. */
  readonly request: string | undefined
}

/** By what a request is known for that of a note, whatever else was changed in it. */
const PARTICULARS = ['number', 'date', 'series', 'from', 'to'] as const
type Particular = (typeof PARTICULARS)[number]

/** What a note carries in another way than its request says it, or not at all. */
const OWN = ['form', 'recall', 'override', 'stated', 'set-aside'] as const

/**
 * Reads it from the request that the user names, which must be that of the note; else from the one in the workspace, or
 * beside the PDF where there is none, that the note was made from (`carried` is what its file says of it); null where that
 * is not at hand. Throws `Rejected` where it cannot be told which it is.
 */
function setAsideOf(carried: NoteRequest, where: Whereabouts): SetAside | null {
  if (where.request !== undefined) return named(carried, resolve(where.cwd, where.request), where)
  const all = requestsNear(carried, where).flatMap(path => {
    const request = attempt(() => requestAt(path, carried, where).value).value
    return request && differsIn(request, carried) === null ? [{ name: shortPath(where.cwd, path), request }] : []
  })
  if (all.length === 0) return null
  const near = all.filter(each => setAsideIn(each.request).length > 0)
  const same = near.filter(each => restOf(each.request) === restOf(carried))
  const said = new Set(same.map(each => canonicalJson(setAsideIn(each.request))))
  const [first] = same
  if (said.size > 1 || (near.length > 0 && !first)) throw ambiguous((first ? same : near).map(each => each.name))
  return first ? setAsideIn(first.request) : []
}

function setAsideIn(request: NoteRequest): SetAside {
  return request['set-aside'] ?? []
}

/** The rest of a request, as a text that is the same for the same. */
function restOf(request: NoteRequest): string {
  return canonicalJson({ ...request, ...Object.fromEntries(OWN.map(key => [key, null])) })
}

function named(carried: NoteRequest, path: string, { cwd }: Whereabouts): SetAside {
  if (kindOf(path) !== 'file') throw new Obstacle(`there is no file ${shortPath(cwd, path)}`)
  const { value, loaded, findings } = requestAt(path, carried, { cwd })
  if (value === null) throw new Rejected(findings)
  const key = differsIn(value, carried)
  if (key !== null) throw otherNote(loaded, key, carried)
  return setAsideIn(value)
}

/** The request in a file, as that of the note to the addressee of this one. */
function requestAt(path: string, { to }: NoteRequest, { cwd }: Pick<Whereabouts, 'cwd'>) {
  const loaded = load(sourceAt(path, cwd))
  // one of a kind that is not known is then refused for what it says
  const kind = noteKind(KINDS, { kind: valueAt(loaded.value, 'kind') }) ?? PROTEST
  const checked = validateShape(requestSchemaOf(kind), loaded)
  const { value } = checked
  const isTo = value && addresseesOf(value).includes(to)
  return { ...checked, value: value && requestTo(value, isTo ? to : undefined) }
}

function sourceAt(path: string, cwd: string): Source {
  return { name: shortPath(cwd, path), text: new TextDecoder('utf-8').decode(readFile(path)) }
}

function differsIn(request: NoteRequest, carried: NoteRequest): Particular | null {
  return PARTICULARS.find(key => request[key] !== carried[key]) ?? null
}

/** Requests that may be of the note: they set something aside, or hold its number. */
function requestsNear({ number }: NoteRequest, { house, file, cwd }: Whereabouts): string[] {
  const beside = dirname(resolve(cwd, file))
  const isWorkspace = kindOf(join(house, SETTINGS_FILE)) === 'file'
  const [folder, names] = isWorkspace ? [house, survey([house], house)[0]?.own ?? []] : [beside, namesIn(beside)]
  return names.flatMap(name => {
    const path = join(folder, name)
    if (!/\.(ya?ml|json)$/.test(name) || kindOf(path) !== 'file' || sizeOf(path) > LARGEST_FILE) return []
    const { text } = sourceAt(path, cwd)
    const mayBe = text.includes('set-aside') || text.includes(number ?? '')
    return mayBe && kindOfText(name, () => text) === 'note' ? [path] : []
  })
}

function otherNote(loaded: Loaded, key: Particular, carried: NoteRequest): Rejected {
  const pointer = `/${key}`
  const message = `this is not the request of the note: its \`${key}\` is different`
  const hints = [`the note has \`${key}: ${carried[key] ?? 'null'}\``]
  const span = placeOf(loaded, pointer)
  return new Rejected([error({ rule: 'record/other-request', message, span, pointer, hints })])
}

function ambiguous(names: readonly string[]): Rejected {
  const message = `cannot tell which request the note was made from, and what it set aside: ${names.join(', ')}`
  const hints = ['the request was changed since, or two requests set aside different things; name one: --request FILE']
  return new Rejected([error({ rule: 'record/other-request', message, span: null, hints })])
}

/** A note to describe, as it goes to a worker. */
export interface EntryTask extends Whereabouts {
  readonly companion: string | undefined
  readonly keeping: Keeping
}

export interface MadeEntry {
  readonly entry: NoteRecord
  /** What the records are called that its file names. */
  readonly called: Called
  /** Whether the file is a translation of the note. */
  readonly translated: boolean
  /** To whom identical notes go under its number. */
  readonly identical: readonly string[]
  readonly notes: readonly Diagnostic[]
}

/** Throws `Rejected` where the files are not what they say, and `Obstacle` where that cannot be told here. */
export function makeEntry(
  { companion, keeping, ...where }: EntryTask,
  rebuildContext: RebuildContext,
  home: Package
): MadeEntry {
  const { file, cwd, house } = where
  const { carried, files } = openIssued(file, companion, { cwd, rebuildContext })
  const world = createWorld(house, home)
  const { entry, request, notes } = entryOf(carried, { ...files, keeping }, world, rebuildContext)
  const { called } = identityOf(carried)
  const setAside = setAsideOf(request, where)
  const told = setAside === null ? [...notes, withoutRequest()] : notes
  const translated = carried.manifest.language !== request.languages.original
  const kept = keepingSetAside(entry, setAside ?? [], exceptedOn(entry.date, world))
  return { entry: kept, called, translated, identical: request.stated?.identical ?? [], notes: told }
}

/** The rules of form that a workspace turned off, and its exceptions that had not ended on a day. */
function exceptedOn(day: string, world: World): Excepted {
  const { value, findings } = readSettings(world)
  refuse(findings)
  const off = Object.entries(value?.rules ?? {}).flatMap(([rule, severity]) => (severity === 'off' ? [{ rule }] : []))
  const standing = (value?.exceptions ?? []).filter(each => each.until >= day)
  return [...off, ...standing].filter(each => each.rule.startsWith('NV'))
}

function withoutRequest(): Diagnostic {
  const message = 'the entry does not say what the note set aside, if it did: its request is not here'
  return information({ rule: 'record/unsaid', message, span: null, hints: ['name the request: --request FILE'] })
}

/** Where the user is, and what notes are made again with. */
interface Place {
  readonly cwd: string
  readonly rebuildContext: RebuildContext
}

/** A note that was issued: what its copy carries, and its files by hash. */
interface IssuedNote {
  readonly carried: Carried
  readonly files: Files
}

/**
 * Opens an issue with its file copy, or a file copy with the issue beside it if that is there. Both must be what the copy
 * makes here. Throws `Rejected` where they are not, and `Obstacle` where that cannot be told here.
 */
export function openIssued(file: string, companion: string | undefined, place: Place): IssuedNote {
  const path = resolve(place.cwd, file)
  const opened = openFile(path, file)
  if (!carries(opened)) return checked(path, copyFor(file, companion, place.cwd), 'file-copy', place)
  const { manifest } = carriedIn(opened, place.rebuildContext.world)
  // one that carries its records stays in the house
  if (manifest.form === 'issue') return checked(null, path, 'issue', place)
  if (manifest.form !== 'file-copy') throw notIssued(`${file} is a ${manifest.form}; only issued notes can be recorded`)
  const issue = companion === undefined ? issueOf(path) : resolve(place.cwd, companion)
  return checked(issue !== null && kindOf(issue) === 'file' ? issue : null, path, 'file-copy', place)
}

/** `note.pdf` beside `note.file.pdf`. */
function issueOf(path: string): string | null {
  return /\.file\.pdf$/i.test(path) ? path.replace(/\.file\.pdf$/i, '.pdf') : null
}

function notIssued(message: string): Rejected {
  return new Rejected([error({ rule: 'record/not-issued', message, span: null })])
}

/**
 * The file that carries the records, and the issue where that is another one and there; else it is known by what the copy
 * makes.
 */
function checked(issue: string | null, copy: string, form: 'issue' | 'file-copy', place: Place): IssuedNote {
  const { cwd, rebuildContext } = place
  const { world } = rebuildContext
  const shown = shortPath(cwd, copy)
  const named = openFile(copy, shown)
  if (!carries(named)) throw notIssued(`${shown} carries no sources, so it is not a file copy`)
  const carried = carriedIn(named, world)
  if (carried.manifest.form !== form) throw notIssued(`${shown} is a ${carried.manifest.form}, not a file copy`)
  refuseElsewhere(carried, world)
  const made = rebuild(carried, 'issue', rebuildContext)
  if (issue !== null) {
    const name = shortPath(cwd, issue)
    // An issue is registered as it was made: its seal is no part of that file.
    refuseDifference(withoutSeal(openFile(issue, name)), made.output, name)
  }
  refuseDifference(named, form === 'issue' ? made.output : rebuild(carried, form, rebuildContext).output, shown)
  const own = { [form]: world.sha256(named.bytes) }
  return { carried, files: { pages: made.pages ?? 0, sha256: { issue: world.sha256(made.output), ...own } } }
}

/** What was made with other tools cannot be compared to the byte here. */
function refuseElsewhere(carried: Carried, world: World): void {
  refuseMissing(carried, world)
  if (sameCompressor(carried.manifest, world)) return
  const hints = ['record it with the version of Node that made it']
  throw new Obstacle('it was made with another compressor (zlib), so it cannot be rebuilt to the byte here', hints)
}
