/** A YAML or JSON text → its plain value, with the place and source text of every part; or every syntax error, located. */
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  type ParsedNode,
  Parser
} from 'yaml'
import { type Diagnostic, error, Rejected } from '../diagnostic.ts'
import { once } from '../once.ts'
import { NOTHING_PREPARSED, type Preparsed } from '../preparsed.ts'
import { positionOf, type Source, type Span } from '../source.ts'
import { child, type Json, type Loaded, type Pointer, type SourcePlace } from '../value.ts'
import { DEEPEST, MOST_VALUES, RESERVED_KEYS, refuseUnreadable, tooDeep, tooMany } from './bounds.ts'
import { beyondBound } from './count.ts'
import { loadJson } from './json.ts'
import { restoreLoaded } from './kept.ts'
import { syntaxFindings } from './syntax.ts'

/** Reads a YAML 1.2 (or JSON) text under the core schema. Throws `Rejected` with all syntax errors. */
export function load(source: Source, preparsed: Preparsed = NOTHING_PREPARSED): Loaded {
  const kept = preparsed(source.name).data.get(source.text)
  if (kept !== undefined) return restoreLoaded(kept, source)
  return once(loaded, source, () => {
    refuseUnreadable(source)
    return loadJson(source) ?? loadYaml(source)
  })
}

/** What was read of a text, for as long as somebody holds the text. */
const loaded = new WeakMap<Source, Loaded>()

/** Reads any text as YAML, of which JSON is a part. */
export function loadYaml(source: Source): Loaded {
  const root = compose(source)
  const walk = newWalk(source, beyondBound(root, MOST_VALUES))
  const value = read(walk, root, { pointer: '', depth: 1, key: null })
  if (walk.findings.length > 0) throw new Rejected(walk.findings)
  const whole = { source, start: 0, end: source.text.length }
  return { value, whole, places: walk.places, scalars: walk.scalars }
}

/** Parses, and gives the root mapping of the only document. */
function compose(source: Source): ParsedNode {
  const { text } = source
  // keys are compared by `readMap`: the library's comparison takes time in the square of their number
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent'
  })
  const documents = [...composer.compose(tokens(source), true, text.length)]
  const findings = documents.flatMap(each => findingsOf(source, each))
  const [first, second] = documents
  if (second) {
    const span = { source, start: second.range[0], end: second.range[0] }
    const message = 'a second YAML document starts here'
    const hints = ['keep each document in a file of its own']
    findings.push(error({ rule: 'record/several-documents', message, span, hints }))
  }
  if (findings.length > 0) throw new Rejected(findings)
  const root = first?.contents
  if (root && isMap(root)) return root
  throw new Rejected([noMapping(source, root ?? null)])
}

/** The tokens of a text, refused before anything is built from them when they nest too deep or are too many. */
function* tokens(source: Source) {
  const parser = new Parser()
  let count = 0
  for (const lexeme of new Lexer().lex(source.text)) {
    // U+001F stands before each scalar, and every second one may be a key
    if (lexeme === '\u001F') count += 0.5
    if (lexeme === '[' || lexeme === '{') count++
    if (count > MOST_VALUES) throw new Rejected([tooMany(source, parser.offset)])
    if (parser.stack.length > 2 * DEEPEST) throw new Rejected([tooDeep(source, parser.offset)])
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

/** What the library found wrong in one document; its warnings are errors here, for each means that something was guessed. */
function findingsOf(source: Source, document: Document.Parsed): Diagnostic[] {
  const seen = new Set<number>()
  const found = [...document.errors, ...document.warnings].filter(each => {
    const again = seen.has(each.pos[0])
    seen.add(each.pos[0])
    return !again
  })
  const findings = found.length > 0 ? syntaxFindings(source, found, quotationsIn(document.contents)) : []
  const { yaml } = document.directives
  if (yaml.explicit && yaml.version !== '1.2') {
    const message = `the file asks for YAML ${yaml.version}, but only YAML 1.2 is read`
    findings.unshift(error({ rule: 'record/yaml-version', message, span: { source, start: 0, end: 0 } }))
  }
  return findings
}

/** Where quoted texts start, in the order of the file. */
function quotationsIn(root: ParsedNode | null): number[] {
  if (isScalar(root)) return root.type?.startsWith('QUOTE') ? [root.range[0]] : []
  if (!isMap(root) && !isSeq(root)) return []
  const items: readonly (Pair<ParsedNode, ParsedNode | null> | ParsedNode)[] = root.items
  return items.flatMap(each => (isPair(each) ? [each.key, each.value] : [each])).flatMap(quotationsIn)
}

function noMapping(source: Source, root: ParsedNode | null): Diagnostic {
  if (!root || (isScalar(root) && root.value === null)) {
    const span = { source, start: 0, end: 0 }
    return error({ rule: 'record/empty', message: 'the file is empty', span, hints: ['start it with `verbale: 1`'] })
  }
  const message = 'the file does not hold fields'
  const span = spanOf(source, root)
  return error({ rule: 'record/not-a-mapping', message, span, hints: ['start it with `verbale: 1`'] })
}

/** What a walk over one document gathers. */
interface Walk {
  readonly source: Source
  readonly places: Map<Pointer, SourcePlace>
  readonly scalars: Map<Pointer, string>
  readonly findings: Diagnostic[]
  /** By name, what an alias at this point names. */
  readonly anchors: Map<string, ParsedNode>
  /** What is in `anchors` already: a value that is read again through an alias names nothing anew. */
  readonly anchored: Set<ParsedNode>
  /** What an alias names, settled where it stands: the same anchor may name something else further down. */
  readonly targets: Map<ParsedNode, ParsedNode>
  /** The values that are being read, outermost first: an alias to one of them would never end. */
  readonly open: Set<ParsedNode>
  /** The value with which there are too many: no alias of such a file is followed. */
  readonly stop: ParsedNode | null
}

function newWalk(source: Source, stop: ParsedNode | null): Walk {
  return {
    source,
    places: new Map(),
    scalars: new Map(),
    findings: [],
    anchors: new Map(),
    anchored: new Set(),
    targets: new Map(),
    open: new Set(),
    stop
  }
}

/** Where in the value a node is read. */
interface At {
  readonly pointer: Pointer
  readonly depth: number
  readonly key: Span | null
  /** The alias that stands for the node. */
  readonly alias?: Span
  /** The outermost alias around it: what to blame when there is too much. */
  readonly within?: Span
}

function read(walk: Walk, node: ParsedNode, at: At): Json {
  const value = at.alias ?? spanOf(walk.source, node)
  if (node === walk.stop) throw new Rejected([...walk.findings, tooMany(walk.source, value.start)])
  if (at.depth > DEEPEST) throw new Rejected([...walk.findings, tooDeep(walk.source, (at.within ?? value).start)])
  if (isAlias(node)) return readAlias(walk, node, at)
  if (node.anchor !== undefined && !walk.anchored.has(node)) {
    walk.anchored.add(node)
    walk.anchors.set(node.anchor, node)
  }
  walk.places.set(at.pointer, { key: at.key, value })
  if (isScalar(node)) return readScalar(walk, node, at.pointer)
  walk.open.add(node)
  const result = isMap(node) ? readMap(walk, node, at) : readList(walk, node, at)
  walk.open.delete(node)
  return result
}

function inside(at: At, pointer: Pointer, key: Span | null): At {
  const { depth, within } = at
  return within ? { pointer, depth: depth + 1, key, within } : { pointer, depth: depth + 1, key }
}

function readAlias(walk: Walk, node: ParsedNode & { source: string }, at: At): Json {
  const span = spanOf(walk.source, node)
  const target = walk.targets.get(node) ?? walk.anchors.get(node.source)
  if (target && !walk.open.has(target)) {
    walk.targets.set(node, target)
    if (walk.stop) return null
    return read(walk, target, { ...at, alias: at.alias ?? span, within: at.within ?? span })
  }
  const message = target
    ? `\`*${node.source}\` is inside the value that it names`
    : `nothing is named \`&${node.source}\``
  walk.findings.push(error({ rule: 'record/alias', message, span, pointer: at.pointer }))
  return null
}

function readScalar(walk: Walk, node: ParsedNode & { value: unknown; source: string }, pointer: Pointer): Json {
  walk.scalars.set(pointer, node.source)
  const { value } = node
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value
  throw new Error(`the core schema of YAML gave a scalar of type ${typeof value}`)
}

function readList(walk: Walk, node: ParsedNode & { items: readonly ParsedNode[] }, at: At): Json {
  return node.items.map((item, index) => read(walk, item, inside(at, child(at.pointer, index), null)))
}

function readMap(
  walk: Walk,
  node: ParsedNode & { items: readonly Pair<ParsedNode, ParsedNode | null>[] },
  at: At
): Json {
  const first = new Map<string, Span>()
  const entries: [string, Json][] = []
  for (const { key, value } of node.items) {
    const span = spanOf(walk.source, key)
    const name = isScalar(key) ? String(key.value) : ''
    const pointer = child(at.pointer, name)
    const wrong = wrongKey(name, span, first.get(name)) ?? (value ? null : withoutValue(name, span))
    if (wrong) walk.findings.push({ ...wrong, pointer })
    if (wrong || !value) continue
    first.set(name, span)
    entries.push([name, read(walk, value, inside(at, pointer, span))])
  }
  return Object.fromEntries(entries)
}

function wrongKey(name: string, span: Span, first: Span | undefined): Diagnostic | null {
  if (first) {
    const { line } = positionOf(first.source, first.start)
    const message = `the key \`${name}\` was given before, in line ${line}`
    return error({ rule: 'record/duplicate-key', message, span })
  }
  if (name === '<<') {
    const hints = ['write the fields out']
    return error({ rule: 'record/merge-key', message: 'merge keys (`<<`) are not read', span, hints })
  }
  if (!RESERVED_KEYS.has(name)) return null
  return error({ rule: 'record/reserved-key', message: `the key \`${name}\` is reserved`, span })
}

/** In `{ en: a wall, a roof }` the comma ends the text, and YAML would take the rest for a key with nothing in it. */
function withoutValue(name: string, span: Span): Diagnostic {
  const hints = ['quote a text with a comma in it: `{ en: "a wall, a roof" }`']
  return error({ rule: 'record/no-value', message: `\`${name}\` is a key without a value`, span, hints })
}

/** Where a node stands, without the white space, comments and line ends that the library counts with it. */
function spanOf(source: Source, node: ParsedNode): Span {
  const [start, end] = node.range
  if (isScalar(node) || isAlias(node) || node.flow) return { source, start, end: trimmed(source.text, start, end) }
  const last = isMap(node) ? (node.items.at(-1)?.value ?? node.items.at(-1)?.key) : node.items.at(-1)
  return { source, start, end: last ? spanOf(source, last).end : start }
}

function trimmed(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length
}
