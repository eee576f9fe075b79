/** The path of a note that was issued, and of what keeps it, in; its entry for the register out: what `record` does in a worker. */
import { entryOf } from '../../archive/entry.ts'
import { keepingSetAside } from '../../archive/journal/entry.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Keeping } from '../../records/keeping.ts'
import type { NoteRecord } from '../../records/schema.ts'
import { createWorld, type Package } from '../disk/disk.ts'
import { openIssued } from './issued.ts'
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
