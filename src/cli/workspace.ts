/** A note's path in, its workspace out: the folder that its files are named from, and where its register may stand. */
import { dirname, join } from 'node:path'
import { didYouMean, error, Rejected } from '../diagnostic.ts'
import { load } from '../record/load.ts'
import { type Loaded, placeOf } from '../value.ts'
import { readSource, type World } from '../world.ts'
import { kindOf } from './disk.ts'

const SETTINGS_FILE = 'verbale.yaml'
const SETTINGS = ['verbale', 'register']
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
  const source = readSource(world, SETTINGS_FILE)
  if (source === null) return null
  const loaded = load(source)
  const settings = new Map(Object.entries(loaded.value ?? {}))
  const unknown = [...settings.keys()].filter(key => !SETTINGS.includes(key))
  if (unknown.length > 0) throw new Rejected(unknown.map(key => unknownSetting(loaded, key)))
  if (settings.get('verbale') !== 1) throw refused(loaded, '/verbale', '`verbale: 1`')
  const register = settings.get('register') ?? null
  if (register !== null && typeof register !== 'string') throw refused(loaded, '/register', 'the name of a file')
  return register
}

function unknownSetting(loaded: Loaded, key: string) {
  const pointer = `/${key}`
  const span = loaded.places.get(pointer)?.key ?? placeOf(loaded, pointer)
  const hints = didYouMean(key, SETTINGS)
  return error({ rule: 'settings/unknown-key', message: `there is no setting \`${key}\``, span, pointer, hints })
}

function refused(loaded: Loaded, pointer: string, wanted: string): Rejected {
  const message = `expected ${wanted}`
  return new Rejected([error({ rule: 'settings/shape', message, span: placeOf(loaded, pointer), pointer })])
}
