/** The name of a file of records in; its text out. */
import { error, Rejected } from '../diagnostic.ts'
import { type Source, startOf } from '../source.ts'
import { LARGEST_FILE, readSource, type World } from '../world.ts'

/** The text of a file of records. Throws `Rejected` where there is none, or too much of it. */
export function sourceOf(world: World, name: string): Source {
  const size = world.read(name)?.length ?? 0
  if (size > LARGEST_FILE) throw tooLarge(name, size)
  const source = readSource(world, name)
  if (source) return source
  const message = `there is no \`${name}\``
  throw new Rejected([error({ rule: 'record/no-file', message, span: startOf(name), hints: missingHints(name) })])
}

function missingHints(name: string): string[] {
  return /register\.(ya?ml|json)$/.test(name) ? ['put the register beside the note, or in a folder above it'] : []
}

function tooLarge(name: string, size: number): Rejected {
  const message = `the file has ${size} bytes; the limit is ${LARGEST_FILE}`
  return new Rejected([error({ rule: 'record/too-large', message, span: startOf(name) })])
}
