/** Changes the files of a register: named texts with digests, all of them under the lock of the register. */
import { writeWhole } from './atomic.ts'
import { digestOf } from './disk.ts'
import { type Lockable, whileLocked } from './lock.ts'

/** SHA-256 of files by path, as they were when they were read. */
export type Digests = ReadonlyMap<string, string>

/** What is to stand in files, by path. */
export type Edits = ReadonlyMap<string, Uint8Array>

/**
 * Writes what was made from files in their place. Nothing is written where one of them is no longer what was read: then
 * it gives false, and the change has to be made again from what stands there now. Throws `Obstacle` where the register
 * stays locked, or cannot be written.
 */
export async function change(register: Lockable, digests: Digests, edits: Edits): Promise<boolean> {
  return whileLocked(register, () => {
    if ([...digests].some(([path, sha256]) => digestOf(path) !== sha256)) return false
    for (const [path, bytes] of edits) writeWhole(path, bytes)
    return true
  })
}
