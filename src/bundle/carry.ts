/** A bundle and what was made of it in; the files that the PDF carries along, its manifest first, out. */
import type { Layout } from '../layout/page.ts'
import type { Bundle, FaceName, World } from '../world.ts'
import type { Attachment } from '../write/pdf/write.ts'
import { type Making, manifestOf } from './bundle.ts'
import { canonicalJson } from './canonical.ts'
import { MANIFEST } from './schema.ts'

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
