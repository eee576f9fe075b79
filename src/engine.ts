/** A world in; the stores that notes made in it share out. */
import type { NoteKind } from './dossier/kind.ts'
import { KINDS } from './kinds/index.ts'
import { LANGUAGES } from './languages/index.ts'
import type { Languages } from './languages/language.ts'
import { createTypesetter, type Typesetter } from './layout/shape.ts'
import { lazily, once } from './once.ts'
import type { Preparsed } from './preparsed.ts'
import { createRecordStore, type RecordStore } from './records/read.ts'
import type { Kinds } from './records/request.ts'
import { createTemplateStore, type TemplateStore } from './template/template.ts'
import type { FaceName, World } from './world.ts'
import { createFontStore, type FontStore } from './write/pdf/write.ts'

/** What is kept from note to note: checked records, compiled templates, shaped words, parsed faces. Nothing by note. */
export interface Engine {
  readonly world: World
  /** Those in which its notes can be written. */
  readonly languages: Languages
  /** The kinds of note that can be written. */
  readonly kinds: Kinds<NoteKind>
  readonly records: RecordStore
  readonly templates: TemplateStore
  readonly typesetter: Typesetter
  readonly fonts: FontStore
}

/** What was made ready before there was a world: it saves time and changes nothing. */
export interface ReadyMade {
  /** What was parsed of the world's files beforehand. */
  readonly preparsed?: Preparsed | undefined
  /** Made for a world with the same faces and shaper, and for the same languages. */
  readonly lettering?: FacesAndShaper | undefined
}

/** What an engine can be given besides its world. */
export interface EngineOptions extends ReadyMade {
  /** In place of those of the package. */
  readonly languages?: Languages
  readonly kinds?: Kinds<NoteKind>
}

/** An engine for one world. */
export function createEngine(outside: World, given: EngineOptions = {}): Engine {
  const world = keeping(outside)
  const { preparsed, kinds = KINDS, languages = LANGUAGES, lettering = createLettering(world, languages) } = given
  return {
    world,
    languages,
    kinds,
    records: createRecordStore(world, kinds, { preparsed, languages }),
    templates: createTemplateStore(world, { preparsed, languages }),
    ...lettering
  }
}

/** The part of an engine that depends on faces, shaper and languages alone. */
export type FacesAndShaper = Pick<Engine, 'typesetter' | 'fonts'>

export function createLettering(world: World, languages: Languages = LANGUAGES): FacesAndShaper {
  return { typesetter: createTypesetter(world, languages), fonts: createFontStore(world) }
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
