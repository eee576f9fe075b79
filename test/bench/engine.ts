/** A register's text in; functions from a request's text to its note out, over the package's own files. */
import { createWorld } from '../../src/cli/disk/disk.ts'
import type { Document } from '../../src/document/document.ts'
import type { Form } from '../../src/records/forms.ts'
import { createEngine, prepare, type Rendered, type RenderOptions, render } from '../../src/render.ts'

const utf8 = new TextEncoder()

/** One engine for many notes: the register stands in memory, everything else in the package. */
interface Bench {
  readonly make: (request: string, form: Form) => Rendered
  readonly document: (request: string) => Document
}

/** Opens the engine once; nothing of a note is kept for the next but what notes share. */
export function openEngine(register: string): Bench {
  const disk = createWorld(process.cwd())
  const bytes = utf8.encode(register)
  const world = { ...disk, read: (name: string) => (name === 'register.json' ? bytes : disk.read(name)) }
  const engine = createEngine(world)
  const options = (text: string): RenderOptions => ({
    note: 'note.json',
    noteSource: { name: 'note.json', text },
    registers: ['register.json'],
    format: 'pdf'
  })
  return {
    make: (text, form) => render(engine, { ...options(text), form }),
    document: text => prepare(engine, options(text)).stages.document()
  }
}
