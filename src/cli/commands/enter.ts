/** An entry and a register in; the register with it, or why it does not go there, out. */
import { type Addition, additionTo, type Entry, knownAs } from '../../archive/journal/addition.ts'
import { type Diagnostic, refuse } from '../../diagnostic.ts'
import { editedAll, editedBytes } from '../../load/replace.ts'
import { sha256 } from '../disk/disk.ts'
import { change, type RegisterFile, readRegister, registerAgain } from '../disk/register.ts'
import { Obstacle } from '../obstacle.ts'

/** The register with the entry in it, or the id of the one that records this note already. */
export type Entered =
  | (Pick<Addition, 'type' | 'entry'> & { readonly bytes: Uint8Array })
  | { readonly type: 'known'; readonly id: string }

/**
 * Adds an entry to the text of a register. Throws `Rejected` where the register itself is wrong, where it holds something
 * else under the number or the id, and where it would be wrong with the entry.
 */
export function enter(file: RegisterFile, { id, record }: Entry): Entered {
  const before = readRegister(file.source)
  refuse(before.findings)
  if (before.value === null) throw new Error('a finding is missing')
  const known = knownAs(before.value, record)
  if (known !== null) return { type: 'known', id: known }
  const { edits, ...entered } = additionTo(file.source, before.value, { id, record })
  const after = readRegister({ ...file.source, text: editedAll(file.source.text, edits) })
  const old = new Set(before.findings.map(keyOf))
  // The entry stands in no file yet, so that no line can be named.
  refuse(after.findings.filter(each => !old.has(keyOf(each))).map(each => ({ ...each, span: null })))
  const bytes = editedBytes(file.bytes, file.source.text, edits)
  if (bytes === null) throw new Obstacle('the register is not UTF-8, so nothing can be added to it')
  return { ...entered, bytes }
}

/** How often a register is read again because somebody else was quicker: each time, somebody was. */
const ATTEMPTS = 100

/** Adds an entry to the register as it then stands, so that nothing is lost of what others record meanwhile. */
export async function enterInFile(file: RegisterFile, entry: Entry): Promise<Entered> {
  let held = file
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const entered = enter(held, entry)
    if (entered.type === 'known') return entered
    const was = new Map([[held.path, sha256(held.bytes)]])
    if (await change(held, was, new Map([[held.path, entered.bytes]]))) return entered
    held = registerAgain(held)
  }
  throw new Obstacle(`${file.shown} was changed by somebody else meanwhile`, ['try again'])
}

function keyOf({ rule, message, pointer }: Diagnostic): string {
  return [rule, message, pointer].join('\n')
}
