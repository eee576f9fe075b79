/** The outside world as one value: every name, font, digest and compressor that a run may use. No clock. */
import type { Source } from './source.ts'

/** The faces of the house; what files stand behind them is the world's affair. */
export type FaceName = 'regular' | 'italic' | 'bold' | 'bold-italic'

/**
 * What a run may reach. Names are relative, with forward slashes; `templates/…` is looked for in the workspace first and
 * then among the files that come with the package, file by file. The law, which both may hold, has a name for each.
 */
export interface World {
  /** The bytes of a file, or `null` when there is none. A file that is there and cannot be read throws. */
  read(name: string): Uint8Array | null
  /** The names below a folder (with the folder's own name in front), sorted by code unit; none when it is not there. */
  list(folder: string): readonly string[]
  /** The TrueType bytes of a face. */
  font(face: FaceName): Uint8Array
  /** The WebAssembly of the shaper. */
  shaper(): Uint8Array
  /** zlib stream (RFC 1950), level 6. */
  deflate(bytes: Uint8Array): Uint8Array
  /** A zlib stream inflated; `null` where it is broken or would hold more than `most` bytes. */
  inflate(bytes: Uint8Array, most: number): Uint8Array | null
  /** Lower-case hexadecimal. */
  sha256(bytes: Uint8Array): string
  /** The version of the package. */
  readonly version: string
}

/** The most that one file of data or template may hold: more is refused before it is parsed (8 MiB). */
export const LARGEST_FILE = 8 * 1024 * 1024

/** A file as text, without a byte order mark; `null` when there is none. */
export function readSource(world: World, name: string): Source | null {
  const bytes = world.read(name)
  if (bytes === null) return null
  return { name, text: new TextDecoder('utf-8').decode(bytes) }
}

/** Everything that a note was made from, by name: its selection as `register.json` and `note.json`, and the templates read. */
export interface Bundle {
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** The request and the register of a bundle. */
export const BUNDLED = { note: 'note.json', register: 'register.json' } as const

/**
 * The closed world of a bundle: its files and no others, never those of a workspace or of the package. Faces, shaper and
 * compressor are those at hand, for no bundle carries them.
 */
export function worldOf({ files }: Bundle, tools: World): World {
  return {
    ...tools,
    read: name => files.get(name) ?? null,
    list: folder => [...files.keys()].filter(name => name.startsWith(`${folder}/`)).sort()
  }
}
