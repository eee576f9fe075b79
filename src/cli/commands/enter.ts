/** An entry and a register in; the register with it, or why it does not go there, out. */
import { type Diagnostic, error, Rejected, refuse } from '../../diagnostic.ts'
import { edited, insertion } from '../../load/insert.ts'
import { KEPT } from '../../records/keeping.ts'
import { registerKey } from '../../records/registered.ts'
import type { NoteRecord, Register } from '../../records/schema.ts'
import type { Json } from '../../value.ts'
import { sha256 } from '../disk/disk.ts'
import { change, type RegisterFile, readRegister, registerAgain } from '../disk/register.ts'
import { Obstacle } from '../obstacle.ts'

/** An entry, and the id to keep it under. */
export interface Entry {
  readonly id: string
  readonly record: NoteRecord
}

/** The same as a register would be with the entry, or the id of the one that records this note already. */
export type Entered =
  | { readonly type: 'new'; readonly bytes: Uint8Array }
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
  refuse([...takenNumber(before.value, record), ...takenId(before.value, id)])
  const edit = insertion(file.source, { section: 'communications', id, value: jsonOf(record) })
  const after = readRegister({ ...file.source, text: edited(file.source.text, edit) })
  const old = new Set(before.findings.map(keyOf))
  // The entry stands in no file yet, so that no line can be named.
  refuse(after.findings.filter(each => !old.has(keyOf(each))).map(each => ({ ...each, span: null })))
  return { type: 'new', bytes: bytesWith(file, edit) }
}

/** How often a register is read again because somebody else was quicker: each time, somebody was. */
const ATTEMPTS = 100

/** Adds an entry to the register as it then stands, so that nothing is lost of what others record meanwhile. */
export async function enterInFile(file: RegisterFile, entry: Entry): Promise<Entered> {
  let held = file
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const entered = enter(held, entry)
    if (entered.type === 'known' || (await writeRegister(held, entered.bytes))) return entered
    held = registerAgain(held)
  }
  throw new Obstacle(`${file.shown} was changed by somebody else meanwhile`, ['try again'])
}

/** Puts the new register in the place of the old one; false where that has changed meanwhile. */
function writeRegister(file: RegisterFile, now: Uint8Array): Promise<boolean> {
  return change(file, new Map([[file.path, sha256(file.bytes)]]), new Map([[file.path, now]]))
}

/** The same as plain data. */
export function jsonOf(record: NoteRecord): Json {
  const plain: Json = JSON.parse(JSON.stringify(record))
  return plain
}

function keyOf({ rule, message, pointer }: Diagnostic): string {
  return [rule, message, pointer].join('\n')
}

/** The id under which the register holds this very file. What else the house has written there is its own affair, unless it is to be written now. */
function knownAs({ communications }: Register, record: NoteRecord): string | null {
  const { from, number, series, date, sha256 } = record
  for (const [id, each] of Object.entries(communications)) {
    if (each.sha256?.issue === undefined || each.sha256.issue !== sha256?.issue) continue
    const same = each.type === 'note' && each.from === from && each.number === number && each.series === series
    const copy = each.sha256['file-copy']
    if (!same || each.date !== date)
      throw contradicts(`the register holds this file as \`${id}\`, with other particulars`)
    if (copy !== undefined && sha256?.['file-copy'] !== undefined && copy !== sha256['file-copy'])
      throw contradicts(`the register holds this note as \`${id}\`, with another file copy`)
    const unsaid = KEPT.filter(key => record[key] !== undefined && record[key] !== each[key])
    const wantsSetAside = differs(record, each)
    if (unsaid.length > 0 || wantsSetAside) {
      const told = [
        ...unsaid.map(key => `\`${key}: ${record[key]}\``),
        ...(wantsSetAside ? [`\`set-aside: ${JSON.stringify(record['set-aside'])}\``] : [])
      ].join(', ')
      throw contradicts(`the register holds this file as \`${id}\`, without ${told}`, ['write it into that entry'])
    }
    return id
  }
  return null
}

/** Whether the request of the note set aside something that the register does not say. */
function differs(record: NoteRecord, known: Register['communications'][string]): boolean {
  const held = known.type === 'note' ? known['set-aside'] : undefined
  return record['set-aside'] !== undefined && JSON.stringify(record['set-aside']) !== JSON.stringify(held)
}

function contradicts(message: string, hints: readonly string[] = []): Rejected {
  return new Rejected([error({ rule: 'record/contradiction', message, span: null, hints })])
}

/** One number stands for one note in a year. */
function takenNumber({ communications, cancelled = [] }: Register, record: NoteRecord): Diagnostic[] {
  const { number, sha256 } = record
  const others = Object.entries(communications).filter(([, each]) => isNumberOf(each, record))
  const found = others.map(([id, each]) => {
    const held = each.sha256?.issue
    const message = `the register holds another note under the number \`${number}\`, \`${id}\``
    const hints =
      held === undefined
        ? [`it says of no file; if it is this one, add there: sha256: { issue: ${sha256?.issue} }`]
        : [`its SHA-256 is ${held}, and that of this note ${sha256?.issue}`]
    return error({ rule: 'issue/registered', message, span: null, hints })
  })
  const given = cancelled.filter(each => isNumberOf(each, record))
  const message = `the number \`${number}\` was given up in the register`
  return [...found, ...given.map(() => error({ rule: 'issue/registered', message, span: null }))]
}

/** Whether both bear one number: of the same house, series and year. */
function isNumberOf(each: Numbered, record: NoteRecord): boolean {
  const [one, other] = [each, record].map(({ number, ...rest }) => number !== null && registerKey({ ...rest, number }))
  return one !== false && one === other
}

type Numbered = Pick<NoteRecord, 'from' | 'number' | 'date' | 'series'>

function takenId({ communications }: Register, id: string): Diagnostic[] {
  if (!Object.hasOwn(communications, id)) return []
  const message = `the register has a communication \`${id}\`, which is not this note`
  return [error({ rule: 'record/taken-id', message, span: null, hints: ['--id names another'] })]
}

/** Every byte outside the edit as it was, a byte order mark too. */
function bytesWith({ bytes, source: { text } }: RegisterFile, edit: ReturnType<typeof insertion>): Uint8Array {
  const encoder = new TextEncoder()
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const start = mark + encoder.encode(text.slice(0, edit.at)).length
  const end = mark + encoder.encode(text.slice(0, edit.end)).length
  const added = encoder.encode(edit.text)
  const now = new Uint8Array(start + added.length + bytes.length - end)
  now.set(bytes.subarray(0, start))
  now.set(added, start)
  now.set(bytes.subarray(end), start + added.length)
  const whole = new TextDecoder('utf-8').decode(now)
  if (whole !== edited(text, edit)) throw new Obstacle('the register is not UTF-8, and nothing can be added to it')
  return now
}
