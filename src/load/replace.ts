/** A register's text and fields of one of its entries in; the same text with these fields said anew, and nothing else changed, out. */
import { isMap, isScalar, type ParsedNode, parseDocument } from 'yaml'
import { attempt, error, Rejected } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import type { Json } from '../value.ts'
import { contentEnd, type Edit, edited, jsonEntry, prefixOf, unitOf, yamlEntry } from './insert.ts'
import { load } from './load.ts'

/** What is said anew, and where: in the place of the field `instead`. */
export interface Replacement {
  readonly section: string
  readonly id: string
  readonly fields: readonly { readonly instead: string; readonly key: string; readonly value: Json }[]
}

/** The edits, the last first, so that each leaves the places of the others. Throws `Rejected` where a comment would be lost. */
export function replacement(source: Source, wanted: Replacement): Edit[] {
  const { text } = source
  const root = parseDocument(text, { version: '1.2', schema: 'core', stringKeys: true, logLevel: 'silent' }).contents
  const edits = wanted.fields.map(field => {
    const pair = pairAt(root, [wanted.section, wanted.id, field.instead])
    if (!pair) throw refused(source, wanted)
    const [at, end] = [pair.key.range[0], contentEnd(pair.value ?? pair.key)]
    if (/(^|\s)#/m.test(text.slice(at, end))) throw refused(source, wanted)
    return { at, end, text: fieldText(source, pair, field) }
  })
  const ordered = edits.toSorted((a, b) => b.at - a.at)
  if (!isSame(source, ordered, wanted)) throw refused(source, wanted)
  return ordered
}

/** A text with several edits made in it, the last first. */
export function editedAll(text: string, edits: readonly Edit[]): string {
  return edits.reduce(edited, text)
}

/** The same in the bytes of the text: every other stays as it was, a byte order mark too. Null where they are not UTF-8. */
export function editedBytes(bytes: Uint8Array, text: string, edits: readonly Edit[]): Uint8Array | null {
  const encoder = new TextEncoder()
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const offset = (at: number) => mark + encoder.encode(text.slice(0, at)).length
  const parts: Uint8Array[] = []
  let from = 0
  for (const edit of edits.toReversed()) {
    parts.push(bytes.subarray(from, offset(edit.at)), encoder.encode(edit.text))
    from = offset(edit.end)
  }
  const now = joined([...parts, bytes.subarray(from)])
  return new TextDecoder('utf-8').decode(now) === editedAll(text, edits) ? now : null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, each) => length + each.length, 0))
  let at = 0
  for (const each of parts) {
    whole.set(each, at)
    at += each.length
  }
  return whole
}

interface Pair {
  readonly key: ParsedNode
  readonly value: ParsedNode | null
  readonly isFlow: boolean
  /** The place of the entry that it belongs to. */
  readonly around: number
}

function pairAt(root: ParsedNode | null, path: readonly string[], around = 0): Pair | null {
  const [name, ...rest] = path
  if (!isMap(root)) return null
  const found = root.items.find(each => isScalar(each.key) && each.key.value === name)
  if (!found) return null
  if (rest.length > 0) return pairAt(found.value, rest, found.key.range[0])
  return { key: found.key, value: found.value, isFlow: root.flow === true, around }
}

/** As the fields around it are written: in block style, in flow style or in JSON. */
function fieldText({ text }: Source, { key, isFlow, around }: Pair, field: Replacement['fields'][number]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const entry = { id: field.key, value: field.value }
  const indent = prefixOf(text, key.range[0])
  if (!isFlow)
    return yamlEntry(entry, indent ?? '')
      .trim()
      .replaceAll('\n', newline)
  if (indent === null) return jsonEntry(newline, entry, '', '')
  return jsonEntry(newline, entry, indent, unitOf(indent, prefixOf(text, around) ?? '')).trimStart()
}

/** Whether the new text says what the old one did but for the fields. */
function isSame(source: Source, edits: readonly Edit[], { section, id, fields }: Replacement): boolean {
  const before = load(source).value
  const after = attempt(() => load({ ...source, text: editedAll(source.text, edits) }).value).value
  const anew = (value: Json, path: readonly string[]): Json => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    const [name, ...rest] = path
    const entries = Object.entries(value).map(([key, each]): [string, Json] => {
      const field = name === undefined ? fields.find(({ instead }) => instead === key) : undefined
      if (field) return [field.key, field.value]
      return [key, key === name ? anew(each, rest) : each]
    })
    return Object.fromEntries(entries)
  }
  return JSON.stringify(after) === JSON.stringify(anew(before, [section, id]))
}

function refused(source: Source, { id }: Replacement): Rejected {
  const message = `\`${id}\` cannot get another edition without changing what else stands there`
  const hints = ['`verbale record` without --write prints the entry; add it by hand']
  return new Rejected([error({ rule: 'record/append', message, span: { source, start: 0, end: 0 }, hints })])
}
