/** A fixture and an image in; the same note of a house that has the image for its emblem out. */
import { createWorld } from '../src/cli/disk/disk.ts'
import type { ReadOptions } from '../src/records/read.ts'
import { createEngine, createLettering, type Engine } from '../src/render.ts'
import type { World } from '../src/world.ts'
import { preparsed } from './read-ahead.ts'

// The makers of files for validators are bundled, and know no folder of their own.
const disk = createWorld(process.cwd())
const lettering = createLettering(disk)

/** What a test says of an emblem, where it is not as usual. */
interface Setting {
  /** Its name from the folder of the profile. */
  readonly file?: string
  readonly alternate?: string
  readonly height?: number
  readonly align?: string
  /** Changes of the profile besides: what stands there, and what is to stand there. */
  readonly edits?: readonly (readonly [from: string, to: string])[]
}

/** What the emblem shows. */
export const ALTERNATE = 'The arms of Ostrelle: a white bar on blue'

/** A world in which the house of a fixture has an emblem; without an image, one that is not there. */
export function worldWithEmblem(fixture: string, image: Uint8Array | null, setting: Setting = {}): World {
  const note = textOf(`fixtures/${fixture}/note.yaml`)
  const profile = `templates/profiles/${/^profile: (\S+)$/m.exec(note)?.[1]}.yaml`
  const { file = 'emblem.png', height = 60, align = 'center', edits = [] } = setting
  const alternate = setting.alternate ?? `{ en: '${ALTERNATE}' }`
  const emblem = `letterhead: { emblem: { file: ${file}, alternate: ${alternate}, height: ${height}, align: ${align} } }\n`
  const text = edits.reduce(edited, textOf(profile) + emblem)
  const files = new Map<string, Uint8Array>([[profile, new TextEncoder().encode(text)]])
  if (image) files.set(`templates/profiles/${file}`, image)
  return { ...disk, read: name => files.get(name) ?? disk.read(name) }
}

/** The same as an engine, and what to ask it for. */
export function askWithEmblem(
  fixture: string,
  image: Uint8Array | null,
  setting: Setting = {}
): { readonly engine: Engine; readonly asked: ReadOptions } {
  const asked = { note: `fixtures/${fixture}/note.yaml`, registers: [`fixtures/${fixture}/register.yaml`] }
  return { engine: createEngine(worldWithEmblem(fixture, image, setting), { preparsed, lettering }), asked }
}

/** An edit of what no longer stands there would change nothing, and its test would try something else. */
function edited(text: string, [from, to]: readonly [from: string, to: string]): string {
  if (!text.includes(from)) throw new Error(`the profile does not hold: ${from}`)
  return text.replace(from, () => to)
}

function textOf(name: string): string {
  const bytes = disk.read(name)
  if (bytes === null) throw new Error(`there is no ${name}`)
  return new TextDecoder().decode(bytes)
}
