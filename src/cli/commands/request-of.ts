/** What the file of an issued note says of its request in; what its request set aside, which no file of the note says, out. */
import { dirname, join, resolve } from 'node:path'
import { canonicalJson } from '../../bundle/canonical.ts'
import { attempt, error, Rejected } from '../../diagnostic.ts'
import { kindOf as kindOfText } from '../../fixtures/kinds.ts'
import { KINDS } from '../../kinds/index.ts'
import { PROTEST } from '../../kinds/protest/protest.ts'
import { load } from '../../load/load.ts'
import { valueAt } from '../../records/checks/parts.ts'
import type { SetAside } from '../../records/keeping.ts'
import { type NoteRequest, kindOf as noteKind, requestSchemaOf } from '../../records/request.ts'
import { SETTINGS_FILE } from '../../records/settings.ts'
import { validateShape } from '../../records/validate.ts'
import type { Source } from '../../source.ts'
import { type Loaded, placeOf } from '../../value.ts'
import { LARGEST_FILE } from '../../world.ts'
import { kindOf, namesIn, readFile, sizeOf } from '../disk/disk.ts'
import { survey } from '../disk/survey.ts'
import { Obstacle } from '../obstacle.ts'
import { shortPath } from '../report/print.ts'

/** Where the request may be. */
export interface Whereabouts {
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

/** What a note carries in another way than its request says it, or not at all. */
const OWN = ['form', 'recall', 'override', 'stated', 'set-aside'] as const

/**
 * Reads it from the request that the user names, which must be that of the note; else from the one in the workspace, or
 * beside the PDF where there is none, that the note was made from (`carried` is what its file says of it). Throws `Rejected`
 * where that cannot be told.
 */
export function setAsideOf(carried: NoteRequest, where: Whereabouts): SetAside {
  if (where.request !== undefined) return named(carried, resolve(where.cwd, where.request), where)
  const near = requestsNear(where).flatMap(path => {
    const request = attempt(() => requestAt(path, where).value).value
    const isMeant = request && setAsideIn(request).length > 0 && differsIn(request, carried) === null
    return isMeant ? [{ name: shortPath(where.cwd, path), request }] : []
  })
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
  const { value, loaded, findings } = requestAt(path, { cwd })
  if (value === null) throw new Rejected(findings)
  const key = differsIn(value, carried)
  if (key !== null) throw otherNote(loaded, key, carried)
  return setAsideIn(value)
}

function requestAt(path: string, { cwd }: Pick<Whereabouts, 'cwd'>) {
  const loaded = load(sourceAt(path, cwd))
  // one of a kind that is not known is then refused for what it says
  const kind = noteKind(KINDS, { kind: valueAt(loaded.value, 'kind') }) ?? PROTEST
  return validateShape(requestSchemaOf(kind), loaded)
}

function sourceAt(path: string, cwd: string): Source {
  return { name: shortPath(cwd, path), text: new TextDecoder('utf-8').decode(readFile(path)) }
}

type Particular = (typeof PARTICULARS)[number]

function differsIn(request: NoteRequest, carried: NoteRequest): Particular | null {
  return PARTICULARS.find(key => request[key] !== carried[key]) ?? null
}

/** Requests that set something aside. */
function requestsNear({ house, file, cwd }: Whereabouts): string[] {
  const beside = dirname(resolve(cwd, file))
  const isWorkspace = kindOf(join(house, SETTINGS_FILE)) === 'file'
  const [folder, names] = isWorkspace ? [house, survey([house], house)[0]?.own ?? []] : [beside, namesIn(beside)]
  return names.flatMap(name => {
    const path = join(folder, name)
    if (!/\.(ya?ml|json)$/.test(name) || kindOf(path) !== 'file' || sizeOf(path) > LARGEST_FILE) return []
    const { text } = sourceAt(path, cwd)
    return text.includes('set-aside') && kindOfText(name, () => text) === 'note' ? [path] : []
  })
}

function otherNote(loaded: Loaded, key: Particular, carried: NoteRequest): Rejected {
  const pointer = `/${key}`
  const message = `this is not the request of the note: its \`${key}\` is another`
  const hints = [`the note has \`${key}: ${carried[key] ?? 'null'}\``]
  return new Rejected([
    error({ rule: 'record/other-request', message, span: placeOf(loaded, pointer), pointer, hints })
  ])
}

function ambiguous(names: readonly string[]): Rejected {
  const message = `which request the note was made from cannot be told, and what it set aside: ${names.join(', ')}`
  const hints = ['a request that was changed since, or two that set aside different things; name one: --request FILE']
  return new Rejected([error({ rule: 'record/other-request', message, span: null, hints })])
}
