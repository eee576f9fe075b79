/** The good fixtures by name, generated cases, and engines over the package's own files to make them with. */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createWorld, type Package, packageAt } from '../src/cli/disk/disk.ts'
import type { Document } from '../src/document/document.ts'
import { inlinesOf, leafBlocks, plainText } from '../src/document/walk.ts'
import { KINDS } from '../src/kinds/index.ts'
import { lazily } from '../src/once.ts'
import { createRecordStore, type ReadOptions, type RecordStore } from '../src/records/read.ts'
import { createEngine, type Engine, type FacesAndShaper } from '../src/render.ts'
import { openTemplate, type TemplateStore } from '../src/template/template.ts'
import type { World } from '../src/world.ts'
import type { Case } from './generator.ts'
import { preparsed } from './read-ahead.ts'

export const root = join(import.meta.dirname, '..')

/** The names of the folders below `fixtures/` that hold a note. */
export const fixtures = readdirSync(join(root, 'fixtures'))
  .filter(name => existsSync(join(root, 'fixtures', name, 'note.yaml')))
  .sort()

const disk = createWorld(root)

export { preparsed }

/** What to ask for to get a fixture's note, in the language of its original. */
export function askFor(name: string): ReadOptions {
  return { note: `fixtures/${name}/note.yaml`, registers: [`fixtures/${name}/register.yaml`] }
}

/** The same in English, in which there is every fixture: for tests of English words. */
export function askInEnglish(name: string): ReadOptions {
  return { ...askFor(name), language: 'en' }
}

/** The package's world with files of one's own over it. */
function worldWith(files: Readonly<Record<string, string>>): World {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))
  return { ...disk, read: name => bytes.get(name) ?? disk.read(name) }
}

const shared = createEngine(disk, { preparsed })

/** Faces and shaper, for engines over other worlds. */
export const lettering: FacesAndShaper = { typesetter: shared.typesetter, fonts: shared.fonts }

/** The package as a command finds it, with what the build reads ahead, and with faces and words that commands share. */
export const home: Package = { ...packageAt(root), preparsed, lettering }

/** Whether files of one's own stand in some place. */
const stands = (files: Readonly<Record<string, string>>, place: RegExp): boolean =>
  Object.keys(files).some(name => place.test(name))

/** Records over files of one's own; law, profiles and registers that these leave as they are, are checked once. */
function recordsOver(world: World, files: Readonly<Record<string, string>>): RecordStore {
  const own = createRecordStore(world, KINDS, { preparsed })
  const { laws, units, profiles, emblems, registers } = shared.records
  return {
    ...own,
    ...(stands(files, /^templates\/law/) ? {} : { laws }),
    ...(stands(files, /^templates\/units/) ? {} : { units }),
    ...(stands(files, /^templates\/profiles/) ? {} : { profiles, emblems }),
    ...(stands(files, /register/) ? {} : { registers })
  }
}

/** Opens every template of the package in its own language, once. */
const openShared = lazily(() => {
  for (const file of disk.list('templates')) {
    const [, language, name] = /^templates\/([^/]+)\/([^/]+)\.hbs$/.exec(file) ?? []
    if (language !== undefined && name !== undefined) openTemplate(shared.templates, language, name)
  }
  return shared.templates
})

/** Templates over files of one's own; what these leave as it is, is opened once. */
export function templatesOver(world: World, files: Readonly<Record<string, string>>): TemplateStore {
  const { opened, formulas, ...all } = openShared()
  if (!stands(files, /^templates\//)) return shared.templates
  // What is kept of a formula is kept by its file and its name.
  const others = <T>(kept: ReadonlyMap<string, T>) =>
    new Map([...kept].filter(([key]) => !Object.hasOwn(files, key.split(' ')[0] ?? '')))
  return { ...all, world, templates: new Map(), opened: others(opened), formulas: others(formulas) }
}

/** An engine over a generated case, and what to ask it for. Templates, faces and words are shared between cases. */
export function askForCase({ register, request }: Case): { readonly engine: Engine; readonly asked: ReadOptions } {
  const files = { 'register.json': JSON.stringify(register), 'note.json': JSON.stringify(request) }
  return {
    engine: { ...shared, records: recordsOver(worldWith(files), files) },
    asked: { note: 'note.json', registers: ['register.json'] }
  }
}

/** An engine over the package's files with some of one's own over them. What these do not touch is shared. */
export function engineOver(files: Readonly<Record<string, string>>): Engine {
  const engine = createEngine(worldWith(files), { preparsed, lettering })
  return { ...engine, records: recordsOver(engine.world, files), templates: templatesOver(engine.world, files) }
}

/** An engine whose workspace is the package; all but its requests is shared between such engines. */
export function engineHere(): Engine {
  return engineOver({})
}

/** The words of a note, a paragraph or a cell a line, without what it is marked with and without footnotes. */
export function proseOf({ blocks }: Document): string {
  return [...leafBlocks(blocks)].flatMap(({ block }) => inlinesOf(block).map(each => plainText(each))).join('\n\n')
}
