/** The clean file is clean: an issue for the other side holds nothing of the house that made it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { inflated, openPdf } from '../src/archive/open.ts'
import { createWorld, inflate } from '../src/cli/disk/disk.ts'
import { Rejected } from '../src/diagnostic.ts'
import { load } from '../src/load/load.ts'
import { readRecords } from '../src/records/read.ts'
import { createEngine, type Engine, type Prepared, prepare } from '../src/render.ts'
import type { Json } from '../src/value.ts'
import { askFor, engineHere, fixtures, home, root } from './fixtures.ts'
import { some } from './share.ts'

/** Everything in a file that can be read: its bytes, each stream inflated, and what a reader hears and is told. */
function readable(pdf: Uint8Array): string {
  const { context } = openPdf(pdf, inflate)
  const streams = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [String(object)]
    return [String(object.dict), Buffer.from(inflated(object, inflate) ?? []).toString('latin1')]
  })
  const folder = mkdtempSync(join(tmpdir(), 'verbale-clean-'))
  try {
    const file = join(folder, 'note.pdf')
    writeFileSync(file, pdf)
    const told = [
      ['pdftotext', file, '-'],
      ['pdfinfo', '-meta', file],
      ['pdfinfo', file]
    ] as const
    const said = told.map(([tool, ...rest]) => execFileSync(tool, rest, { encoding: 'utf8' }).replaceAll(file, ''))
    return [Buffer.from(pdf).toString('latin1'), ...streams, ...said].join('\n').toLowerCase()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const fields = (value: Json | undefined): [string, Json][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

/** Every text below a key of some name, wherever it stands. */
function textsUnder(value: Json, names: readonly string[], inside = false): string[] {
  if (typeof value === 'string') return inside ? [value] : []
  if (Array.isArray(value)) return value.flatMap(each => textsUnder(each, names, inside))
  return fields(value).flatMap(([key, each]) => textsUnder(each, names, inside || names.includes(key)))
}

/** What the house knows and the other side must not be told. */
function secretsOf(name: string, { read }: Prepared): string[] {
  const recordsIn = (file: string): Json => {
    const path = `fixtures/${name}/${file}`
    return load({ name: path, text: readFileSync(join(root, path), 'utf8') }).value
  }
  const [register, note] = [recordsIn('register.yaml'), recordsIn('note.yaml')]
  const sections = new Map(fields(register))
  const ids = ['parties', 'facilities', 'incidents', 'communications', 'sources'].flatMap(section =>
    fields(sections.get(section)).map(([id]) => id)
  )
  const files = read.flatMap(each => [each, each.replaceAll('/', '.'), each.slice(each.lastIndexOf('/') + 1)])
  const kept = [...textsUnder(register, ['quote', 'evidence', 'url', 'authority', 'reason', 'by'])]
  const said = textsUnder(note, ['authority', 'reason', 'by'])
  // A single plain word may well be a word of the note.
  const telling = [...ids, ...files, ...kept, ...said].filter(each => each.length > 7 && /[-./ ]/.test(each))
  return [...telling, 'pdf-lib', 'harfbuzz', 'handlebars', 'verbale/', 'verbale@', root]
}

const issued = fixtures.filter(name => issueOf(name) !== null)

describe.each(some(issued, 3))('an issue of %s', name => {
  test('holds nothing of the house, and its file copy does', () => {
    const made = issueOf(name)
    if (made === null) throw new Error('it cannot be issued')
    const secrets = secretsOf(name, made).map(each => each.toLowerCase())
    const clean = readable(made.stages.pdf())
    const copy = readable(prepare(engineHere(), { ...askFor(name), form: 'file-copy' }).stages.pdf())
    expect(secrets.filter(each => clean.includes(each))).toEqual([])
    expect(secrets.filter(each => copy.includes(each)).length).toBeGreaterThan(20)
  }, 60_000)
})

/** The same engine over a register that says of each communication what only the house keeps. */
function engineWithKeeping(name: string): Engine {
  const disk = createWorld(root)
  const path = `fixtures/${name}/register.yaml`
  const text = readFileSync(join(root, path), 'utf8').replace(/^communications:\n(?: .*\n|\n)*/m, section =>
    section.replace(
      /^ {2}[a-z0-9-]+:(?: +#.*)?\n/gm,
      key => `${key}${KEEPING.map(each => `    ${each.join(': ')}\n`).join('')}`
    )
  )
  const bytes = new TextEncoder().encode(text)
  return createEngine({ ...disk, read: each => (each === path ? bytes : disk.read(each)) }, home)
}

const KEEPING = [
  ['drafter', 'A drafter of desk nine'],
  ['sealed-at', '1901-12-30T23:58'],
  ['classification', 'for nine pairs of eyes'],
  ['retention', 'P999Y']
] as const

describe.each(some(issued, 4))('what only the house keeps of the communications that %s cites', name => {
  test.each(['issue', 'courtesy-copy', 'draft', 'file-copy'] as const)(
    'changes no byte of a %s',
    form => {
      const [engine, asked] = [engineWithKeeping(name), { ...askFor(name), form }]
      const { records } = readRecords(engine.records, asked)
      const told = Object.values(records?.register.communications ?? {})
      expect(told.length).toBeGreaterThan(0)
      expect(told.map(each => each.drafter)).toEqual(told.map(() => 'A drafter of desk nine'))
      const [plain, kept] = [engineHere(), engine].map(each => prepare(each, asked).stages.pdf())
      expect(Buffer.compare(plain ?? Buffer.from('a'), kept ?? Buffer.from('b'))).toBe(0)
    },
    60_000
  )
})

/** Null where a fixture cannot be issued: it is a specimen, or has no number yet. */
function issueOf(name: string): Prepared | null {
  try {
    return prepare(engineHere(), { ...askFor(name), form: 'issue' })
  } catch (thrown) {
    if (thrown instanceof Rejected) return null
    throw thrown
  }
}

test('several fixtures can be issued', () => {
  expect(issued.length).toBeGreaterThan(3)
})
