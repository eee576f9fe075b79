/** The path of a note that was issued, and of what keeps it, in; its entry for the register out: what `record` does in a worker. */

import { resolve } from 'node:path'
import { type Carried, carriedIn, carries } from '../../archive/carried.ts'
import { entryOf, type Files } from '../../archive/entry.ts'
import { keepingSetAside } from '../../archive/journal/entry.ts'
import { openWorkshop, rebuild, sameCompressor } from '../../archive/rebuild.ts'
import { type Diagnostic, error, Rejected } from '../../diagnostic.ts'
import type { Keeping } from '../../records/keeping.ts'
import type { NoteRecord } from '../../records/schema.ts'
import type { World } from '../../world.ts'
import { createWorld, kindOf, type Package } from '../disk/disk.ts'
import { Obstacle } from '../obstacle.ts'
import { shortPath } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import { fileCopyOf } from './publish.ts'
import { openFile, refuseDifference, refuseMissing, withoutSeal } from './regenerate.ts'
import { setAsideOf, type Whereabouts } from './request-of.ts'

/** A note to describe, as it goes to a worker. */
export interface EntryTask extends Whereabouts {
  readonly companion: string | undefined
  readonly keeping: Keeping
}

export interface MadeEntry {
  readonly entry: NoteRecord
  readonly notes: readonly Diagnostic[]
}

/** Throws `Rejected` where the files are not what they say, and `Obstacle` where that cannot be told here. */
export function makeEntry({ companion, keeping, ...where }: EntryTask, home: Package): MadeEntry {
  const { file, cwd, house } = where
  const { carried, files } = openIssued(file, companion, { cwd, home })
  const { entry, request, notes } = entryOf(carried, { ...files, keeping }, createWorld(house, home))
  return { entry: keepingSetAside(entry, setAsideOf(request, where)), notes }
}

/** Where the user is, and where the package stands. */
type Place = Pick<Shell, 'cwd' | 'home'>

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
  const world = createWorld(place.home.folder, place.home)
  const path = resolve(place.cwd, file)
  const { opened } = openFile(path, file)
  if (!carries(opened)) {
    const copy = companion === undefined ? fileCopyOf(path) : resolve(place.cwd, companion)
    refuseNoCopy(file, copy, place)
    return both(path, copy, world, place)
  }
  const { manifest } = carriedIn(opened, world)
  if (manifest.form === 'issue') return inside(path, world, place)
  if (manifest.form !== 'file-copy')
    throw notIssued(`${file} is a ${manifest.form}, and only what was issued is recorded`)
  const issue = companion === undefined ? issueOf(path) : resolve(place.cwd, companion)
  return both(issue !== null && kindOf(issue) === 'file' ? issue : null, path, world, place)
}

/** `note.pdf` beside `note.file.pdf`. */
function issueOf(path: string): string | null {
  return /\.file\.pdf$/i.test(path) ? path.replace(/\.file\.pdf$/i, '.pdf') : null
}

function refuseNoCopy(file: string, copy: string, place: Place): void {
  if (kindOf(copy) === 'file') return
  const hints = [`it is looked for at ${shortPath(place.cwd, copy)}; --with names another`]
  throw new Obstacle(`${file} carries nothing, and its file copy is not there`, hints)
}

function notIssued(message: string): Rejected {
  return new Rejected([error({ rule: 'record/not-issued', message, span: null })])
}

/** A file copy, and the issue where that is there; else it is known by what the copy makes. */
function both(issue: string | null, copy: string, world: World, place: Place): IssuedNote {
  const shown = shortPath(place.cwd, copy)
  const named = openFile(copy, shown)
  if (!carries(named.opened)) throw notIssued(`${shown} carries nothing, so that it is no file copy`)
  const carried = carriedIn(named.opened, world)
  if (carried.manifest.form !== 'file-copy') throw notIssued(`${shown} is a ${carried.manifest.form}, and no file copy`)
  refuseElsewhere(carried, world)
  const workshop = openWorkshop(world, place.home.preparsed)
  const made = rebuild(carried, 'issue', workshop)
  if (issue !== null) {
    const name = shortPath(place.cwd, issue)
    // An issue is registered as it was made: its seal is no part of that file.
    refuseDifference(withoutSeal(openFile(issue, name)), made.output, name)
  }
  refuseDifference(named, rebuild(carried, 'file-copy', workshop).output, shown)
  const sha256 = { issue: world.sha256(made.output), 'file-copy': world.sha256(named.bytes) }
  return { carried, files: { pages: made.pages ?? 0, sha256 } }
}

/** An issue that carries its records, and stays in the house. */
function inside(path: string, world: World, place: Place): IssuedNote {
  const shown = shortPath(place.cwd, path)
  const named = openFile(path, shown)
  const carried = carriedIn(named.opened, world)
  refuseElsewhere(carried, world)
  const workshop = openWorkshop(world, place.home.preparsed)
  const made = rebuild(carried, 'issue', workshop)
  refuseDifference(named, made.output, shown)
  return { carried, files: { pages: made.pages ?? 0, sha256: { issue: world.sha256(named.bytes) } } }
}

/** What was made with other tools cannot be compared to the byte here. */
function refuseElsewhere(carried: Carried, world: World): void {
  refuseMissing(carried, world)
  if (sameCompressor(carried.manifest, world)) return
  const hints = ['record it with the version of Node that made it']
  throw new Obstacle('its compressor (zlib) is not the one here, so that it cannot be rebuilt to the byte', hints)
}
