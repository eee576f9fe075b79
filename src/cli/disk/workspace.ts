/** A note's path in, its workspace out: the folder that its files are named from, and where its register may stand. */
import { dirname, join } from 'node:path'
import { refuse } from '../../diagnostic.ts'
import { readSettings, SETTINGS_FILE } from '../../records/settings.ts'
import type { World } from '../../world.ts'
import { kindOf } from './disk.ts'

const REGISTERS = ['register.yaml', 'register.yml', 'register.json']

/** The workspace of a folder: itself or the nearest one around it that holds `verbale.yaml`, else itself. */
export function workspaceOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (kindOf(join(at, SETTINGS_FILE)) === 'file') return at
    if (dirname(at) === at) return folder
  }
}

/** The names under which a note's register is looked for: the one that `verbale.yaml` names, or beside the note and above. */
export function registersOf(world: World, note: string): readonly string[] {
  const named = registerSetting(world)
  if (named !== null) return [named]
  const steps = note.split('/').slice(0, -1)
  const folders = [...steps.keys(), steps.length].map(depth => steps.slice(0, depth)).reverse()
  return folders.flatMap(folder => REGISTERS.map(name => [...folder, name].join('/')))
}

/** The setting `register`. Throws `Rejected` where `verbale.yaml` says something that is no setting. */
function registerSetting(world: World): string | null {
  const { value, findings } = readSettings(world)
  refuse(findings)
  return value?.register ?? null
}
