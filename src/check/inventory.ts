/** The names of a workspace's files in; what there is to check among them out: records, templates, notes and fixtures. */
import { attempt, type Diagnostic, error } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { LARGEST_FILE, readSource, type World } from '../world.ts'
import { type Kind, kindOf } from './kinds.ts'

/** A note with the goldens that it is held against. */
export interface Fixture {
  /** The folder; empty for that of the workspace. */
  readonly folder: string
  /** The name of its `fixture.yaml`, or null where it has none and is a fixture for its `expected/`. */
  readonly settings: string | null
  readonly note: string
  /** The names of the files in `expected/`. */
  readonly expected: readonly string[]
}

export interface Inventory {
  /** The names of each kind of file, sorted. */
  readonly files: Readonly<Record<Kind, readonly string[]>>
  /** By the name of its note. */
  readonly fixtures: ReadonlyMap<string, Fixture>
  /** What is wrong with the files as files. */
  readonly findings: readonly Diagnostic[]
}

/** What a folder of goldens is called. */
export const EXPECTED = 'expected/'

/** The beginning of a file that is not at hand or not to be shown. */
export function startOf(name: string): Span {
  return { source: { name, text: '' }, start: 0, end: 0 }
}

/** Sorts names. `asked` are those that the user named one by one: one that is of no kind is a finding. */
export function takeInventory(world: World, names: readonly string[], asked: ReadonlySet<string>): Inventory {
  const files: Record<Kind, string[]> = {
    template: [],
    profile: [],
    formulas: [],
    law: [],
    settings: [],
    fixture: [],
    note: [],
    register: []
  }
  const findings: Diagnostic[] = []
  const goldens = new Map<string, string[]>()
  for (const name of [...names].sort()) {
    const folder = folderOfGolden(name)
    if (folder !== null) goldens.set(folder, [...(goldens.get(folder) ?? []), name])
    // a link that leads out of the workspace is no file of it
    const found = attempt(() => (folder === null ? kindOf(name, () => textOf(world, name)) : null))
    findings.push(...found.findings.map(each => ({ ...each, span: each.span ?? startOf(name) })))
    if (found.value) files[found.value].push(name)
    else if (asked.has(name) && found.findings.length === 0) findings.push(unknownKind(name))
  }
  const found = fixturesIn(files, goldens)
  return { files, fixtures: found.fixtures, findings: [...findings, ...found.findings] }
}

/** The folder of the fixture that a golden belongs to. */
function folderOfGolden(name: string): string | null {
  const at = `/${name}`.lastIndexOf(`/${EXPECTED}`)
  return at < 0 ? null : name.slice(0, Math.max(0, at - 1))
}

/** A text as far as it can be sorted by; one that is too large is left to those who refuse it. */
function textOf(world: World, name: string): string | null {
  const size = world.read(name)?.length ?? 0
  return size > LARGEST_FILE ? null : (readSource(world, name)?.text ?? null)
}

/** A folder that is called like a file. */
export function misnamedFolder(name: string): Diagnostic {
  const message = 'this is a folder, and has the name of a file'
  return error({ rule: 'check/unknown-kind', message, span: startOf(name), hints: ['give it another name'] })
}

function unknownKind(name: string): Diagnostic {
  const hints = [
    'a note and a register are told by their keys, all else by its place: `templates/LANGUAGE/NAME.hbs`, `templates/profiles/NAME.yaml`'
  ]
  const message = 'this is no note, register, template, profile or other file that can be checked'
  return error({ rule: 'check/unknown-kind', message, span: startOf(name), hints })
}

function fixturesIn(files: Inventory['files'], goldens: ReadonlyMap<string, readonly string[]>) {
  const settings = new Map(files.fixture.map(name => [folderOf(name), name]))
  const fixtures = new Map<string, Fixture>()
  const findings: Diagnostic[] = []
  for (const folder of [...new Set([...settings.keys(), ...goldens.keys()])].sort()) {
    const note = files.note.find(name => folderOf(name) === folder && /(^|\/)note\.[a-z]+$/.test(name))
    const own = settings.get(folder) ?? null
    const expected = goldens.get(folder) ?? []
    if (note) fixtures.set(note, { folder, settings: own, note, expected })
    else findings.push(noNote(own ?? expected[0] ?? folder))
  }
  return { fixtures, findings }
}

function noNote(name: string): Diagnostic {
  const hints = ['a fixture is a folder with `note.yaml`, and `expected/` or `fixture.yaml` beside it']
  return error({ rule: 'fixture/no-note', message: 'this fixture has no note', span: startOf(name), hints })
}

/** The folder of a name, empty for the workspace's own. */
function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')))
}
