/** A fault in a template in; what `verbale check` says of it at the place where it stands, or that it says nothing there, out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspaceChecked } from '../../src/check/check.ts'
import { createWorld } from '../../src/cli/disk/disk.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { createEngine, type Engine } from '../../src/render.ts'
import { positionOf } from '../../src/source.ts'
import { createTemplateStore } from '../../src/template/template.ts'
import { check } from '../check/whole.ts'
import { preparsed, root } from '../fixtures.ts'
import type { Lines, Mutation } from './mutations.ts'

/** `here`: a finding at the lines of the fault. `elsewhere`: found, but its author would look in another place. */
type Verdict = 'here' | 'elsewhere' | 'survives'

export interface Judged {
  readonly verdict: Verdict
  /** The rules that were broken, those at the place first. */
  readonly rules: readonly string[]
}

const disk = createWorld(root)
const base = createEngine(disk, { preparsed })
const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
const names = [...below('templates'), ...below('fixtures')]
  .filter(name => !name.startsWith('templates/workspace/') && !name.startsWith('fixtures/bad/'))
  .sort()

/** Everything that is found with one file in place of the shipped one. */
export function findingsWith({ file, text }: Pick<Mutation, 'file' | 'text'>): readonly Diagnostic[] {
  const bytes = new TextEncoder().encode(text)
  const world = { ...disk, read: (name: string) => (name === file ? bytes : disk.read(name)) }
  return checked({ ...base, world, templates: createTemplateStore(world, { preparsed }) }).findings
}

function checked(engine: Engine): WorkspaceChecked {
  return check({
    engine,
    names,
    asked: new Set(),
    own: names,
    registersOf: note => [note.replace(/note\.yaml$/, 'register.yaml')],
    readGolden: name => {
      const path = join(root, name)
      return existsSync(path) ? { type: 'text', text: readFileSync(path, 'utf8') } : { type: 'none' }
    },
    counting: { today: '2026-01-01', severities: new Map(), baseline: null },
    measure: false
  })
}

export function judge(mutation: Mutation): Judged {
  const counted = findingsWith(mutation).filter(each => each.severity !== 'information')
  const here = counted.filter(each => isAt(mutation, each) || isOfCalled(mutation, each))
  const rules = [...new Set([...here, ...counted].map(each => each.rule))]
  return { verdict: here.length > 0 ? 'here' : counted.length > 0 ? 'elsewhere' : 'survives', rules }
}

/**
 * A fault that only takes something away may leave no line: what it called is named then, as no longer reached or as what
 * printed the lost text.
 */
function isOfCalled({ calls }: Mutation, { span, message, hints }: Diagnostic): boolean {
  return calls.some(name => span?.source.name === name || [message, ...hints].some(each => each.includes(`${name}:`)))
}

/** Whether a finding stands at, or names in its hints or its difference, one of the lines in which the fault is. */
function isAt({ file, now, before }: Mutation, { span, message, hints, difference }: Diagnostic): boolean {
  if (span?.source.name === file && within(now, positionOf(span.source, span.start).line)) return true
  const lines = (difference?.lines ?? []).map(line => line.stretches.map(each => each.text).join(''))
  const places = [...[message, ...hints, ...lines].join('\n').matchAll(/([\w./-]+):(\d+)/g)]
  return places.some(([, name, line]) => name === file && [now, before].some(each => within(each, Number(line))))
}

function within([first, last]: Lines, line: number): boolean {
  return line >= first && line <= last
}
