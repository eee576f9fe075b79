/** A selection and the names of the templates that were read in; the bundle, its manifest and what a PDF carries of them out. */
import type { Selection } from '../dossier/select.ts'
import type { Layout } from '../layout/page.ts'
import { once } from '../once.ts'
import { FORMAT_VERSION } from '../records/fields.ts'
import type { Form } from '../records/forms.ts'
import { lawOf } from '../records/law-layers.ts'
import { byCodeUnit } from '../records/sequence.ts'
import { BUNDLED, type Bundle, type FaceName, type World } from '../world.ts'
import type { Attachment } from '../write/pdf/write.ts'
import { canonicalJson } from './canonical.ts'
import { MANIFEST, type Manifest, RENDER_EPOCH } from './schema.ts'

/** Whether a note of a form carries what it was made from, when nothing else is asked. */
export const CARRIES: Readonly<Record<Form, boolean>> = {
  draft: false,
  issue: false,
  'courtesy-copy': false,
  'file-copy': true,
  'certified-copy': false,
  'regenerated-copy': true
}

/**
 * Everything that a note is made from, and nothing that depends on which copy of it this is: a copy of an issue carries the
 * request of the issue.
 */
export function bundleOf(selection: Selection, templates: readonly string[], world: World): Bundle {
  const { register, request, law, lawLayers } = selection
  const form = CARRIES[request.form] ? 'issue' : request.form
  const encoder = new TextEncoder()
  const files = new Map<string, Uint8Array>([
    [BUNDLED.note, encoder.encode(canonicalJson({ ...request, form }))],
    [BUNDLED.register, encoder.encode(canonicalJson(register))]
  ])
  for (const name of templates) files.set(name, bytesOf(world, name))
  for (const { name, entries } of lawLayers) files.set(name, encoder.encode(canonicalJson(lawOf(law, entries))))
  return { files: new Map([...files].sort(([a], [b]) => byCodeUnit(a, b))) }
}

function bytesOf(world: World, name: string): Uint8Array {
  const bytes = world.read(name)
  if (bytes === null) throw new Error(`${name} was read and is gone`)
  return bytes
}

/** What a manifest says of the program that made its file. */
export type Producer = Pick<Manifest, 'package' | 'zlib'>

export function makerHere(world: World): Producer {
  return { package: { name: 'verbale', version: world.version }, zlib: { level: 6, probe: probe(world) } }
}

/** What a manifest says besides the files. */
export interface Making
  extends Producer,
    Pick<Manifest, 'form' | 'conformance' | 'copyOf' | 'language' | 'number' | 'date'> {
  readonly faces: readonly FaceName[]
}

/** The manifest of a bundle: what is carried and what it was made with, by hash. */
function manifestOf({ files }: Bundle, { faces, ...making }: Making, world: World): Manifest {
  const attachments = attachmentNames([...files.keys()])
  return {
    verbale: FORMAT_VERSION,
    epoch: RENDER_EPOCH,
    ...making,
    files: [...files].map(([name, bytes]) => ({
      name,
      attachment: attachments.get(name) ?? name,
      sha256: digest(bytes, world),
      bytes: bytes.length
    })),
    fonts: faces.map(face => ({ face, sha256: digest(world.font(face), world) })),
    shaper: { sha256: digest(world.shaper(), world) }
  }
}

/** Plain file names for names with folders; a reader of PDF offers them to its user. */
function attachmentNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    names.map(name => {
      const plain = name.replaceAll('/', '.')
      let free = plain
      for (let count = 2; taken.has(free); count++) free = `${count}.${plain}`
      taken.add(free)
      return [name, free]
    })
  )
}

/** Digests of what many notes share: templates, faces and the shaper. */
const digests = new WeakMap<Uint8Array, string>()

function digest(bytes: Uint8Array, world: World): string {
  return once(digests, bytes, world.sha256)
}

const probes = new WeakMap<World['deflate'], string>()

/**
 * What tells one compressor from another: the digest of what it makes of a fixed text with near and far repetitions. The
 * version of a library would not do, for most of its versions make the same bytes.
 */
export function probe({ deflate, sha256 }: World): string {
  return once(probes, deflate, () => sha256(deflate(probeText())))
}

/** 32 KiB by the linear congruential generator of ISO C's example `rand`: letters, with each stretch told again later. */
function probeText(): Uint8Array {
  const text = new Uint8Array(32_768)
  let state = 1
  for (let at = 0; at < text.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    const letter = 97 + ((state >>> 16) % 23)
    text[at] = at > 4096 && letter < 110 ? (text[at - 4096 + (letter % 7)] ?? letter) : letter
  }
  return text
}

/** What stands in the files of a bundle, by the ending of their names. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  hbs: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg'
}

/** The manifest and every file of a bundle, as associated files. */
export function carry(bundle: Bundle, making: Making, world: World): Attachment[] {
  const manifest = manifestOf(bundle, making, world)
  const description = 'What this file carries and what made it, by hash'
  const bytes = new TextEncoder().encode(canonicalJson(manifest))
  return [
    { name: MANIFEST, bytes, mediaType: mediaTypeOf(MANIFEST), relationship: 'Data', description },
    ...manifest.files.map(({ name, attachment }): Attachment => {
      const carried = bundle.files.get(name)
      if (!carried) throw new Error(`the manifest names ${name}, which the bundle lacks`)
      const mediaType = mediaTypeOf(name)
      return { name: attachment, bytes: carried, mediaType, relationship: 'Source', description: name }
    })
  ]
}

function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}

/** The faces that pages are drawn with, sorted. */
export function facesIn({ pages }: Layout): FaceName[] {
  const items = pages.flatMap(page => page.items)
  return [...new Set(items.flatMap(item => (item.type === 'text' ? [item.face] : [])))].sort()
}
