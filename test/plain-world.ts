/** A world of plain data, which can be sent anywhere as JSON, and its recording from another world while a note is made. */
import type { FaceName, World } from '../src/world.ts'

/** Bytes stand as text, a character for each (ISO 8859-1). What a digest or a compressor gave stands under what it got. */
export interface PlainWorld {
  readonly files: Readonly<Record<string, string | null>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly faces: Readonly<Partial<Record<FaceName, string>>>
  readonly shaper: string
  readonly deflated: Readonly<Record<string, string>>
  readonly inflated: Readonly<Record<string, string | null>>
  readonly digests: Readonly<Record<string, string>>
  readonly version: string
}

export function textOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0))
}

/** A world that has been recorded: what was not asked for then is not there. */
export function playback(plain: PlainWorld): World {
  return {
    read: name => {
      const text = known(plain.files, name)
      return text === null ? null : bytesOf(text)
    },
    list: folder => known(plain.lists, folder),
    font: face => bytesOf(known(plain.faces, face)),
    shaper: () => bytesOf(plain.shaper),
    deflate: bytes => bytesOf(known(plain.deflated, textOf(bytes))),
    inflate: bytes => {
      const text = known(plain.inflated, textOf(bytes))
      return text === null ? null : bytesOf(text)
    },
    sha256: bytes => known(plain.digests, textOf(bytes)),
    version: plain.version
  }
}

function known<T>(table: Readonly<Record<string, T>>, key: string): T {
  const value = table[key]
  if (value === undefined) throw new Error(`nobody asked for ${key.slice(0, 80)} when the world was recorded`)
  return value
}

/** A world that gives what another gives, and all that it has given so far. */
export function recording(world: World): { readonly world: World; readonly recorded: () => PlainWorld } {
  const files: Record<string, string | null> = {}
  const lists: Record<string, readonly string[]> = {}
  const faces: Partial<Record<FaceName, string>> = {}
  const deflated: Record<string, string> = {}
  const inflated: Record<string, string | null> = {}
  const digests: Record<string, string> = {}
  return {
    world: {
      ...world,
      read: name => {
        const bytes = world.read(name)
        files[name] = bytes && textOf(bytes)
        return bytes
      },
      list: folder => {
        lists[folder] = world.list(folder)
        return lists[folder]
      },
      font: face => {
        const bytes = world.font(face)
        faces[face] = textOf(bytes)
        return bytes
      },
      deflate: bytes => {
        const made = world.deflate(bytes)
        deflated[textOf(bytes)] = textOf(made)
        return made
      },
      inflate: (bytes, most) => {
        const made = world.inflate(bytes, most)
        inflated[textOf(bytes)] = made && textOf(made)
        return made
      },
      sha256: bytes => {
        const made = world.sha256(bytes)
        digests[textOf(bytes)] = made
        return made
      }
    },
    recorded: () => ({
      files,
      lists,
      faces,
      deflated,
      inflated,
      digests,
      shaper: textOf(world.shaper()),
      version: world.version
    })
  }
}
