/** A workspace of plain texts over the package's own files, and what a check of it finds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspaceChecked } from '../../src/check/check.ts'
import type { CheckOptions } from '../../src/check/task.ts'
import { createWorld } from '../../src/cli/disk/disk.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { keepLoaded } from '../../src/load/kept.ts'
import { load } from '../../src/load/load.ts'
import type { Preparsed } from '../../src/preparsed.ts'
import { createEngine } from '../../src/render.ts'
import { positionOf } from '../../src/source.ts'
import { lettering, preparsed, root, templatesOver } from '../fixtures.ts'
import { check } from './whole.ts'

export type Files = Readonly<Record<string, string>>

const disk = createWorld(root)

const copied = (name: string): string => readFileSync(join(root, 'templates/workspace', name), 'utf8')

/** What `verbale new` makes, as far as a check needs it; with the question answered that its strong words put (NV011). */
export const STARTER: Files = {
  'note.yaml': copied('note.yaml')
    .replace('strength: protest', 'strength: strong-protest')
    .replace('courtesy: full', 'courtesy: reduced'),
  'register.yaml': copied('register.yaml'),
  'templates/profiles/our-house.yaml': copied('templates/profiles/our-house.yaml')
}

/** What the build reads ahead, and the starter, which most checks leave as it is. */
const starter = Object.entries(STARTER).map(([name, text]) => [text, keepLoaded(load({ name, text }))] as const)
const withStarter: Preparsed = name => {
  const { trees, data } = preparsed(name)
  return { trees, data: Object.hasOwn(STARTER, name) ? new Map(starter) : data }
}

/** Checks files. A file is a golden too, where its name says so. */
export function checkFiles(files: Files, options: Partial<CheckOptions> = {}): WorkspaceChecked {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))
  const names = Object.keys(files).sort()
  const world = {
    ...disk,
    read: (name: string) => bytes.get(name) ?? (name.startsWith('templates/') ? disk.read(name) : null),
    list: (folder: string) =>
      [...new Set([...disk.list(folder), ...names.filter(name => name.startsWith(`${folder}/`))])].sort()
  }
  const engine = createEngine(world, { preparsed: withStarter, lettering })
  return check({
    engine: { ...engine, templates: templatesOver(engine.world, files) },
    names,
    asked: new Set(),
    own: names,
    registersOf: () => ['register.yaml'],
    readGolden: name => {
      const text = files[name]
      return text === undefined ? { type: 'none' } : { type: 'text', text }
    },
    counting: { today: '2026-11-14', severities: new Map(), baseline: null },
    measure: false,
    ...options
  })
}

/** `note.yaml:12 error record/unknown-id` */
export function said({ severity, rule, span }: Diagnostic): string {
  const place = span ? `${span.source.name}:${positionOf(span.source, span.start).line}` : 'nowhere'
  return `${place} ${severity} ${rule}`
}

/** A text with one stretch of it changed; it must be there. */
export function changed(text: string | undefined, from: string, to: string): string {
  if (!text?.includes(from)) throw new Error(`there is no ${from}`)
  return text.replace(from, () => to)
}
