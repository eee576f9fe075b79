/** `verbale new`: a folder's name in; a workspace there out, that renders at once and explains itself in comments. */
import { relative } from 'node:path'
import type { NEW } from '../definitions.ts'
import { packageFiles } from '../disk/disk.ts'
import { writeFolder } from '../disk/targets.ts'
import { commonOptionsOf, type GivenOptions } from '../options.ts'
import { done } from '../report/finding.ts'
import { shellWord, visible } from '../report/print.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { schemaText } from './schema.ts'

/** npm leaves a `.gitignore` out of a package, so it is kept under another name. */
const NAMES: Readonly<Record<string, string>> = { gitignore: '.gitignore' }

export async function run(given: GivenOptions<typeof NEW>, shell: Shell): Promise<ExitCode> {
  const common = await commonOptionsOf(given)
  const target = writeFolder(given.dir, workspaceFiles(shell), shell.cwd)
  const said = `made a workspace in ${given.dir}${nextStep(shell.cwd, target)}`
  return tell([done(said)], common, shell)
}

/** The commands to go on with, to be pasted; none where the name cannot be shown as it is. */
function nextStep(cwd: string, target: string): string {
  const folder = relative(cwd, target)
  if (visible(folder) !== folder) return ''
  const there = folder === '' ? '' : `cd ${shellWord(folder.startsWith('-') ? `./${folder}` : folder)} && `
  return `\nnext: ${there}verbale render note.yaml`
}

function workspaceFiles(shell: Shell): ReadonlyMap<string, Uint8Array | string> {
  const copied = packageFiles(shell.home, 'templates/workspace')
  return new Map<string, Uint8Array | string>([
    ...copied.map(({ name, bytes }) => [NAMES[name] ?? name, bytes] as const),
    ...(['register', 'note'] as const).map(name => [`schema/${name}.json`, schemaText(name)] as const)
  ])
}
