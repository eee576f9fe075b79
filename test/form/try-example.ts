/** An example of a rule in; the files with its edits, and all that is said of the note that they make, out. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, Rejected } from '../../src/diagnostic.ts'
import { checkForm } from '../../src/form/form.ts'
import { prepare } from '../../src/render.ts'
import { engineOver, root } from '../fixtures.ts'
import type { Example } from './examples/example.ts'

/** The name in the world of a file that an example calls by its short name. */
export function nameIn({ from }: Example, file: string): string {
  if (file.startsWith('templates/')) return file
  const own = `test/form/notes/${from}`
  return `${existsSync(join(root, own)) ? own : `fixtures/${from}`}/${file}`
}

/** The files that an example changes, by name; an edit that finds nothing, or finds it twice, is a fault of the example. */
export function filesOf(example: Example): Record<string, string> {
  const files: Record<string, string> = {}
  for (const [file, text, by] of example.edits) {
    const name = nameIn(example, file)
    const before = files[name] ?? readFileSync(join(root, name), 'utf8')
    const [first, ...others] = before.split(text)
    if (others.length !== 1) throw new Error(`\`${text}\` stands ${others.length} times in ${name}`)
    files[name] = `${first}${by}${others[0]}`
  }
  return files
}

/** Everything that is said of the note of an example, by whichever stage. */
export function findingsOf(example: Example): readonly Diagnostic[] {
  const { language = 'en' } = example
  const asked = { note: nameIn(example, 'note.yaml'), registers: [nameIn(example, 'register.yaml')], language }
  try {
    const prepared = prepare(engineOver(filesOf(example)), asked)
    return [...prepared.notes, ...checkForm(prepared)]
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    return caught.diagnostics
  }
}
