/** The path of a note that was issued, and of what keeps it, in; its entry for the register out: what `record` does in a worker. */
import { entryOf } from '../../archive/entry.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Keeping } from '../../records/keeping.ts'
import type { NoteRecord } from '../../records/schema.ts'
import { createWorld, type Package } from '../disk/disk.ts'
import { openIssued } from './issued.ts'

/** A note to describe, as it goes to a worker. */
export interface EntryTask {
  /** As the user named it, from the folder where he is. */
  readonly file: string
  readonly companion: string | undefined
  readonly cwd: string
  /** The workspace whose templates describe it. */
  readonly house: string
  readonly keeping: Keeping
}

export interface MadeEntry {
  readonly entry: NoteRecord
  readonly notes: readonly Diagnostic[]
}

/** Throws `Rejected` where the files are not what they say, and `Obstacle` where that cannot be told here. */
export function makeEntry({ file, companion, cwd, house, keeping }: EntryTask, home: Package): MadeEntry {
  const { carried, files } = openIssued(file, companion, { cwd, home })
  return entryOf(carried, { ...files, keeping }, createWorld(house, home))
}
