/** `verbale new`: a folder's name in; a workspace there out, that renders at once and explains itself in comments. */

import { dirname, join, relative, resolve } from 'node:path'
import type { NEW } from '../definitions.ts'
import { makeFolder, writeWhole } from '../disk/atomic.ts'
import { kindOf, namesIn, packageFiles } from '../disk/disk.ts'
import { Obstacle } from '../obstacle.ts'
import { type CommonOptions, type GivenOptions, mannerOf } from '../options.ts'
import { done } from '../report/outcome.ts'
import { shellWord, visible } from '../report/print.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { schemaText } from './schema.ts'

/** npm leaves a `.gitignore` out of a package, so it is kept under another name. */
const NAMES: Readonly<Record<string, string>> = { gitignore: '.gitignore' }

export async function run(given: GivenOptions<typeof NEW>, shell: Shell): Promise<ExitCode> {
  return makeWorkspace(given.dir, await mannerOf(given), shell)
}

function makeWorkspace(folder: string, manner: CommonOptions, shell: Shell): ExitCode {
  const target = resolve(shell.cwd, folder)
  const kind = kindOf(target)
  if (kind !== null && kind !== 'folder') throw new Obstacle(`cannot make ${folder}: a file with this name exists`)
  if (namesIn(target).length > 0) {
    throw new Obstacle(`${folder} is not empty`, ['name an empty folder or a new one'])
  }
  for (const { name, bytes } of workspaceFiles(shell)) {
    makeFolder(dirname(join(target, name)))
    writeWhole(join(target, name), bytes)
  }
  const said = `made a workspace in ${folder}${nextStep(shell.cwd, target)}`
  return tell([done(said)], manner, shell)
}

/** The commands to go on with, to be pasted; none where the name cannot be shown as it is. */
function nextStep(cwd: string, target: string): string {
  const folder = relative(cwd, target)
  if (visible(folder) !== folder) return ''
  const there = folder === '' ? '' : `cd ${shellWord(folder.startsWith('-') ? `./${folder}` : folder)} && `
  return `\nnext: ${there}verbale render note.yaml`
}

function workspaceFiles(shell: Shell): { readonly name: string; readonly bytes: Uint8Array }[] {
  const copied = packageFiles(shell.home, 'templates/workspace').map(({ name, bytes }) => ({
    name: NAMES[name] ?? name,
    bytes
  }))
  const schemas = (['register', 'note'] as const).map(name => ({
    name: `schema/${name}.json`,
    bytes: new TextEncoder().encode(schemaText(name))
  }))
  return [...copied, ...schemas]
}
