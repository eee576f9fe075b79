/** The good fixtures by name, and an engine over the package's own files to make them with. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createWorld } from '../src/cli/disk.ts'
import { createEngine, type Engine } from '../src/render.ts'

export const root = join(import.meta.dirname, '..')

/** The names of the folders below `fixtures/` that hold a note. */
export const fixtures = readdirSync(join(root, 'fixtures'))
  .filter(name => existsSync(join(root, 'fixtures', name, 'note.yaml')))
  .sort()

/** A new engine whose workspace is the package. */
export function engineHere(): Engine {
  return createEngine(createWorld(root))
}

/** What to ask for to get a fixture's note. */
export function askFor(name: string): { readonly note: string; readonly registers: readonly string[] } {
  return { note: `fixtures/${name}/note.yaml`, registers: [`fixtures/${name}/register.yaml`] }
}
