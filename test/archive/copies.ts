/** The issue of a fixture and its file copy, and what tests do to them. */
import { carriedIn } from '../../src/archive/carried.ts'
import { type OpenedPdf, openPdf } from '../../src/archive/open.ts'
import { openRebuildContext } from '../../src/archive/rebuild.ts'
import { type Verdict, verify } from '../../src/archive/verify.ts'
import { canonicalJson } from '../../src/bundle/canonical.ts'
import { createWorld, inflate } from '../../src/cli/disk/disk.ts'
import { once } from '../../src/once.ts'
import type { Form } from '../../src/records/forms.ts'
import { createEngine, prepare, render } from '../../src/render.ts'
import { BUNDLED, worldOf } from '../../src/world.ts'
import { askFor, engineHere, home, root } from '../fixtures.ts'

/** The package alone: what an archivist has. */
export const packageWorld = createWorld(root)
export const rebuildContext = openRebuildContext(packageWorld, home)

const known = new Map<string, Uint8Array>()

/** A fixture in a form, as bytes of one's own; made once for all tests of a process. */
export function madeAs(name: string, form: Form): Uint8Array {
  const made = once(known, `${name} ${form}`, () => prepare(engineHere(), { ...askFor(name), form }).stages.pdf())
  return made.slice()
}

/** The files that somebody makes who changes the records that a copy carries: the tool does as it is told. */
export function forgedFrom(
  copy: Uint8Array,
  change: (register: string) => string
): Record<'issue' | 'copy', Uint8Array> {
  const { bundle } = carriedIn(openedFrom(copy), packageWorld)
  const register = new TextDecoder().decode(bundle.files.get(BUNDLED.register))
  const changed = canonicalJson(JSON.parse(change(register)))
  const files = new Map([...bundle.files, [BUNDLED.register, new TextEncoder().encode(changed)]])
  const engine = createEngine(worldOf({ files }, packageWorld), rebuildContext)
  const asked = { note: BUNDLED.note, registers: [BUNDLED.register], format: 'pdf' } as const
  const made = (form: Form) => render(engine, { ...asked, form }).output
  return { issue: made('issue'), copy: made('file-copy') }
}

export function openedFrom(bytes: Uint8Array): OpenedPdf {
  return openPdf(bytes, inflate)
}

export function judge(bytes: Uint8Array, copy: Uint8Array | null = null): Verdict {
  return verify({ bytes, copy }, rebuildContext)
}

export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0))

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** An incremental update with a cross-reference table: objects by number, as text; `listed` are more sections of the table, before its own. */
export function withUpdate(
  bytes: Uint8Array,
  objects: Readonly<Record<number, string>>,
  trailer: Readonly<Record<string, string>> = {},
  listed = ''
): Uint8Array {
  const opened = openedFrom(bytes)
  const last = opened.top.at(-1)
  const text = Buffer.from(bytes.subarray(-40)).toString('latin1')
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? ''
  const root = String(last?.dictionary.entries().find(([key]) => String(key) === '/Root')?.[1])
  const information = String(last?.dictionary.entries().find(([key]) => String(key) === '/Info')?.[1])
  let body = ''
  const places: string[] = []
  for (const [number, object] of Object.entries(objects)) {
    places.push(`${number} 1\n${String(bytes.length + body.length).padStart(10, '0')} 00000 n \n`)
    body += `${number} 0 obj\n${object}\nendobj\n`
  }
  const entries = { Size: '500', Root: root, Info: information, Prev: previous, ...trailer }
  const dictionary = Object.entries(entries).map(([key, value]) => `/${key} ${value}`)
  const table = `xref\n${listed}${places.join('')}trailer\n<<${dictionary.join(' ')}>>\n`
  return joined(bytes, latin1(`${body}${table}startxref\n${bytes.length + body.length}\n%%EOF\n`))
}
