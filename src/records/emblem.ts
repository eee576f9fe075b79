/** A checked profile in; the emblem that it names, as an image, and all that stands against that image out. */
import { attempt, type Diagnostic, error } from '../diagnostic.ts'
import { type Image, Unusable } from '../image/image.ts'
import { readImage } from '../image/read.ts'
import { placeOf } from '../value.ts'
import type { World } from '../world.ts'
import type { Profile } from './profile.ts'
import type { CheckedFile } from './validate.ts'

/** Where a profile stands, and what it names from there. */
const FOLDER = 'templates/profiles'
/** The setting that every finding about the file is shown at. */
const POINTER = '/letterhead/emblem/file'

/** An emblem that was read. */
export interface ReadEmblem {
  /** Null where the house has none, or none that can be used. */
  readonly image: Image | null
  readonly findings: readonly Diagnostic[]
  /** The names of the world that were read: none or one. */
  readonly files: readonly string[]
}

export const NO_EMBLEM: ReadEmblem = { image: null, findings: [], files: [] }

/** Reads the emblem of a house. */
export function readEmblem(profile: CheckedFile<Profile>, world: World): ReadEmblem {
  const setting = profile.value?.letterhead?.emblem
  if (!setting) return NO_EMBLEM
  const name = `${FOLDER}/${setting.file}`
  const place = { span: placeOf(profile.loaded, POINTER), pointer: POINTER }
  const refuse = (rule: string, message: string, hint: string): ReadEmblem => {
    return { image: null, findings: [error({ rule, message, ...place, hints: [hint] })], files: [] }
  }
  // A world refuses what leads out of the workspace, as a link may, and knows no file that says so.
  const { value: bytes, findings } = attempt(() => world.read(name))
  if (findings.length > 0) return { image: null, findings: findings.map(each => ({ ...each, ...place })), files: [] }
  if (bytes === null)
    return refuse('emblem/no-file', `there is no \`${name}\``, `put it there, or say \`emblem: null\``)
  try {
    return { image: readImage(bytes, name, world), findings: [], files: [name] }
  } catch (caught) {
    if (!(caught instanceof Unusable)) throw caught
    return refuse('emblem/unusable', `${caught.message} (\`${name}\`)`, caught.hint)
  }
}
