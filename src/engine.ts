/** A world in; the stores that notes made in it share out. */
import type { Kind } from './dossier/kind.ts'
import { KINDS } from './kinds/index.ts'
import { createTypesetter, type Typesetter } from './layout/shape.ts'
import { lazily, once } from './once.ts'
import { NOTHING_PREPARSED, type Preparsed } from './preparsed.ts'
import { createRecordStore, type RecordStore } from './records/read.ts'
import type { Kinds } from './records/request.ts'
import { createTemplateStore, type TemplateStore } from './template/template.ts'
import type { FaceName, World } from './world.ts'
import { createFontStore, type FontStore } from './write/pdf/write.ts'

/** What is kept from note to note: checked records, compiled templates, shaped words, parsed faces. Nothing by note. */
export interface Engine {
  readonly world: World
  /** The kinds of note that can be written. */
  readonly kinds: Kinds<Kind>
  readonly records: RecordStore
  readonly templates: TemplateStore
  readonly typesetter: Typesetter
  readonly fonts: FontStore
}

/**
 * An engine for one world; what was parsed of its files beforehand saves time and changes nothing. Worlds with the same
 * faces and shaper can share what depends on these alone.
 */
export function createEngine(
  outside: World,
  preparsed: Preparsed = NOTHING_PREPARSED,
  shared?: Lettering,
  kinds: Kinds<Kind> = KINDS
): Engine {
  const world = keeping(outside)
  return {
    world,
    kinds,
    records: createRecordStore(world, kinds, preparsed),
    templates: createTemplateStore(world, preparsed),
    ...(shared ?? createLettering(world))
  }
}

/** The part of an engine that depends on faces and shaper alone. */
export type Lettering = Pick<Engine, 'typesetter' | 'fonts'>

export function createLettering(world: World): Lettering {
  return { typesetter: createTypesetter(world), fonts: createFontStore(world) }
}

/** A world that reads a template once: what is carried along is then to the byte what the note was made from. */
function keeping(world: World): World {
  const texts = new Map<string, ReturnType<World['read']>>()
  const faces = new Map<FaceName, Uint8Array>()
  return {
    ...world,
    read: name => (name.startsWith('templates/') ? once(texts, name, world.read) : world.read(name)),
    font: face => once(faces, face, world.font),
    shaper: lazily(world.shaper)
  }
}
