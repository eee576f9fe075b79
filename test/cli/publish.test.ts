/** What runs that issue one note at the same time leave: an issue never lacks its file copy. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publish } from '../../src/cli/commands/publish.ts'
import { createWorld } from '../../src/cli/disk/disk.ts'
import { Rejected } from '../../src/diagnostic.ts'
import { lazily } from '../../src/once.ts'
import { finish, prepare } from '../../src/render.ts'
import { madeAs } from '../archive/copies.ts'
import { askFor, engineHere, root } from '../fixtures.ts'
import { folderOf } from './folder.ts'
import { shellWith } from './quiet-shell.ts'

const rendered = finish(prepare(engineHere(), { ...askFor('airspace-violation'), form: 'issue' }), 'pdf')
const copy = madeAs('airspace-violation', 'file-copy')

test('the copy of a run that comes too late stays, for the issue of the other relies on it', () => {
  const folder = folderOf({})
  const [path, copyPath] = ['n.pdf', 'n.file.pdf'].map(name => join(folder, name))
  const around = { disk: createWorld(root), shell: shellWith({ cwd: folder }) }
  const issue = (made: typeof rendered) =>
    publish(
      { type: 'file', path: path ?? '' },
      { format: 'pdf', form: 'issue', language: undefined, conformance: undefined, embed: undefined, internal: false },
      [{ rendered: made, language: undefined, fileCopy: () => copy }],
      around
    )
  const other = lazily(() => issue(rendered))
  // The other run goes through between the copy of this one and its issue.
  const late = {
    ...rendered,
    get output() {
      if (existsSync(copyPath ?? '')) other()
      return rendered.output
    }
  }
  expect(() => issue(late)).toThrow(Rejected)
  expect(readFileSync(path ?? '').equals(rendered.output)).toBe(true)
  expect(readFileSync(copyPath ?? '').equals(copy)).toBe(true)
})
