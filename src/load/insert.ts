/** A register's text and an entry in; the same text with the entry at the end of a section, and not another byte changed, out. */
import { Document, isMap, isScalar, isSeq, type ParsedNode, parseDocument, visit, type YAMLMap } from 'yaml'
import { attempt, error, Rejected } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import type { Json } from '../value.ts'
import { load } from './load.ts'

/** What goes where: `text` takes the place of what stands from `at` to `end` (UTF-16 offsets). */
export interface Edit {
  readonly at: number
  readonly end: number
  readonly text: string
}

/** An entry, and the section that it goes into. */
export interface NewEntry {
  readonly section: string
  readonly id: string
  readonly value: Json
}

type MapNode = YAMLMap.Parsed<ParsedNode, ParsedNode | null>

/**
 * How an entry comes to stand behind the last of its section, written as the others are: in block style, in flow style or
 * in JSON. The text must be one that `load` reads, and must not hold the id. Throws `Rejected` where nothing can be added
 * without changing something else.
 */
export function insertion(source: Source, entry: NewEntry): Edit {
  const { text } = source
  const root = parseDocument(text, { version: '1.2', schema: 'core', stringKeys: true, logLevel: 'silent' }).contents
  const pair = isMap(root) ? root.items.find(each => isScalar(each.key) && each.key.value === entry.section) : undefined
  const map = pair?.value
  if (!root || !pair || !isMap(map)) throw refused(source, entry)
  const page: Page = { source, text, newline: text.includes('\r\n') ? '\r\n' : '\n', key: pair.key }
  const edit = editFor(page, map, !isMap(root) || root.flow === true, entry)
  if (!isSame(source, edit, entry)) throw refused(source, entry)
  return edit
}

/** A text with an edit made in it. */
export function edited(text: string, { at, end, text: added }: Edit): string {
  return text.slice(0, at) + added + text.slice(end)
}

/** An entry as YAML in lines that can be pasted into a section: indented, the id first. */
export function yamlEntry({ id, value }: Pick<NewEntry, 'id' | 'value'>, indent: string): string {
  const document = new Document({ [id]: value }, { version: '1.2', schema: 'core' })
  visit(document, {
    Seq: (_, node) => {
      node.flow = node.items.every(each => isScalar(each))
    }
  })
  const lines = document.toString({ lineWidth: 0, indent: 2, flowCollectionPadding: false }).trimEnd().split('\n')
  return lines.map(line => `${indent}${line}\n`).join('')
}

/** The text around an edit. */
interface Page {
  readonly source: Source
  readonly text: string
  readonly newline: string
  /** The key of the section. */
  readonly key: ParsedNode
}

function editFor(page: Page, map: MapNode, isFlowFile: boolean, entry: NewEntry): Edit {
  const last = map.items.at(-1)
  if (!map.flow && last) return blockEdit(page, map, last, entry)
  if (last) return flowEdit(page, last, entry)
  return isFlowFile ? emptyFlowEdit(page, map, entry) : emptyBlockEdit(page, map, entry)
}

/** Behind the last line of the last entry, and behind the comments that are indented as it is. */
function blockEdit(page: Page, map: MapNode, last: MapNode['items'][number], entry: NewEntry): Edit {
  const { text, newline } = page
  const indent = prefixOf(text, last.key.range[0])
  if (indent === null || /\t/.test(indent)) throw refused(page.source, entry)
  const at = behindComments(text, lineEnd(text, contentEnd(last.value ?? last.key)), indent.length)
  const blank = isApart(text, map) ? newline : ''
  const lines = yamlEntry(entry, indent).replaceAll('\n', newline)
  if (at > 0 && text[at - 1] !== '\n') return { at, end: at, text: newline + blank + lines.slice(0, -newline.length) }
  return { at, end: at, text: blank + lines }
}

/** The end of what a node says, without the comments and blank lines that the library counts with it. */
export function contentEnd(node: ParsedNode): number {
  if ((!isMap(node) && !isSeq(node)) || node.flow) return node.range[1]
  const last = isMap(node) ? (node.items.at(-1)?.value ?? node.items.at(-1)?.key) : node.items.at(-1)
  return last ? contentEnd(last) : node.range[1]
}

/** The beginning of the line behind an offset; that of the offset itself where a line begins there. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset
  const next = text.indexOf('\n', offset)
  return next < 0 ? text.length : next + 1
}

/** Behind the comments that follow and are indented at least so far: they belong to what stands before them. */
function behindComments(text: string, from: number, indent: number): number {
  let at = from
  for (let line = from; line < text.length; line = lineEnd(text, line + 1)) {
    const found = /^([ \t]*)(#?)/.exec(text.slice(line, lineEnd(text, line + 1)).trimEnd())
    const [whole = '', white = '', sign = ''] = found ?? []
    if (sign === '#' && white.length >= indent) at = lineEnd(text, line + 1)
    else if (whole !== '' || text.slice(line, lineEnd(text, line + 1)).trim() !== '') break
  }
  return at
}

/** Whether entries are kept apart by blank lines here. */
function isApart(text: string, { items }: MapNode): boolean {
  const [before, last] = items.slice(-2)
  if (!before?.value || !last) return false
  const start = last.key.range[0]
  const between = text.slice(lineEnd(text, contentEnd(before.value)), text.lastIndexOf('\n', start) + 1)
  const lines = between.split('\n').slice(0, -1)
  return lines.some(line => line.trim() === '')
}

/** In braces: behind the last entry, on a line of its own where that has one. */
function flowEdit(page: Page, last: MapNode['items'][number], entry: NewEntry): Edit {
  const { text, key } = page
  const at = last.value?.range[1] ?? last.key.range[1]
  const indent = prefixOf(text, last.key.range[0])
  if (indent === null) return { at, end: at, text: `, ${jsonEntry(page.newline, entry, '', '')}` }
  const unit = unitOf(indent, prefixOf(text, key.range[0]) ?? '')
  return { at, end: at, text: `,${page.newline}${jsonEntry(page.newline, entry, indent, unit)}` }
}

/** `{}` in JSON. */
function emptyFlowEdit(page: Page, map: MapNode, entry: NewEntry): Edit {
  const { text, key, newline } = page
  const at = map.range[0] + 1
  const outer = prefixOf(text, key.range[0])
  if (outer === null) return { at, end: at, text: jsonEntry(page.newline, entry, '', '') }
  const unit = unitOf(outer, '')
  const inside = text.slice(at, map.range[1] - 1)
  const closing = inside.includes('\n') ? '' : newline + outer
  return { at, end: at, text: newline + jsonEntry(page.newline, entry, outer + unit, unit) + closing }
}

/** `{}` in YAML gives way to lines, as what stands in a register later is easier to read and to add to. */
function emptyBlockEdit(page: Page, map: MapNode, entry: NewEntry): Edit {
  const { text, newline, key } = page
  const [open, close] = [map.range[0], map.range[1]]
  if (text.slice(open + 1, close - 1).trim() !== '') throw refused(page.source, entry)
  const outer = prefixOf(text, key.range[0])
  if (outer === null) throw refused(page.source, entry)
  const at = text.slice(0, open).trimEnd().length
  const end = lineEnd(text, close)
  const rest = text.slice(close, end)
  const lines = yamlEntry(entry, `${outer}  `).replaceAll('\n', newline)
  const first = rest.trimEnd() === '' ? '' : ` ${rest.trim()}`
  return { at, end, text: first + newline + (rest.endsWith('\n') ? lines : lines.slice(0, -newline.length)) }
}

/** `"id": { … }` on several lines, or on one where there is no unit of indentation. */
export function jsonEntry(
  newline: string,
  { id, value }: Pick<NewEntry, 'id' | 'value'>,
  indent: string,
  unit: string
): string {
  const text = `${JSON.stringify(id)}: ${JSON.stringify(value, null, unit)}`
  return `${indent}${text.replaceAll('\n', newline + indent)}`
}

/** The white space before a place in its line; null where something else stands there. */
export function prefixOf(text: string, offset: number): string | null {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^[ \t]*$/.test(before) ? before : null
}

/** By how much a level is indented more than the one around it. */
export function unitOf(inner: string, outer: string): string {
  const more = inner.startsWith(outer) ? inner.slice(outer.length) : ''
  return more === '' ? '  ' : more
}

/** Whether the new text says what the old one did, and the entry, and nothing else. */
function isSame(source: Source, edit: Edit, { section, id, value }: NewEntry): boolean {
  const before = load(source).value
  const after = attempt(() => load({ ...source, text: edited(source.text, edit) }).value).value
  if (before === null || typeof before !== 'object' || Array.isArray(before)) return false
  const entries = Object.entries(before).map(([key, each]) => {
    return [key, key === section ? { ...Object(each), [id]: value } : each]
  })
  return JSON.stringify(after) === JSON.stringify(Object.fromEntries(entries))
}

function refused(source: Source, { section }: NewEntry): Rejected {
  const message = `nothing can be added to \`${section}\` without changing its other contents`
  const hints = ['`verbale record` without --write prints the entry; add it by hand']
  return new Rejected([error({ rule: 'record/append', message, span: { source, start: 0, end: 0 }, hints })])
}
