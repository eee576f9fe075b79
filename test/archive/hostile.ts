/** Attachments in; a file as this tool would lay it out, carrying whatever they are, out: what a forger can make. */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { carriedIn } from '../../src/archive/carried.ts'
import { canonicalJson } from '../../src/bundle/canonical.ts'
import { MANIFEST, type Manifest } from '../../src/bundle/schema.ts'
import type { Json } from '../../src/value.ts'
import { joined, latin1, madeAs, openedFrom, packageWorld } from './copies.ts'

export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
  /** The stream as it stands in the file, where it is not simply the deflated bytes. */
  readonly stream?: Uint8Array
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const text = (written: string): Uint8Array => new TextEncoder().encode(written)

/** A stream as an object of a file. */
function stream(number: number, entries: string, contents: Uint8Array): Uint8Array {
  const head = latin1(`${number} 0 obj\n<<${entries} /Length ${contents.length}>>\nstream\n`)
  return joined(head, contents, latin1('\nendstream\nendobj\n'))
}

const hexadecimal = (name: string): string => `<FEFF${Buffer.from(name, 'utf16le').swap16().toString('hex')}>`

/** A file of which only the parts that are opened are there; `packed` adds objects to those that are kept together. */
export function fileWith(
  attachments: readonly Attachment[],
  packed: Readonly<Record<number, string>> = {}
): Uint8Array {
  const [first, files] = [10, 10 + attachments.length]
  const names = attachments.map(({ name }, index) => `${hexadecimal(name)} ${files + index} 0 R`)
  const objects = {
    1: '<</Type /Catalog /Names 3 0 R>>',
    3: '<</EmbeddedFiles 4 0 R>>',
    4: `<</Names [${names.join(' ')}]>>`,
    ...Object.fromEntries(
      attachments.map(({ name }, index) => [
        files + index,
        `<</Type /Filespec /UF ${hexadecimal(name)} /EF <</F ${first + index} 0 R>>>>`
      ])
    ),
    ...packed
  }
  const parts = [latin1('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')]
  for (const [index, each] of attachments.entries())
    parts.push(stream(first + index, '/Type /EmbeddedFile /Filter /FlateDecode', each.stream ?? deflated(each.bytes)))
  parts.push(objectStream(objects))
  const at = parts.reduce((sum, each) => sum + each.length, 0)
  parts.push(stream(5, '/Type /XRef /Root 1 0 R', latin1('')), latin1(`startxref\n${at}\n%%EOF\n`))
  return joined(...parts)
}

export function deflated(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(bytes))
}

function objectStream(objects: Readonly<Record<number, string>>): Uint8Array {
  const places: string[] = []
  let body = ''
  for (const [number, each] of Object.entries(objects)) {
    places.push(`${number} ${body.length}`)
    body += `${each}\n`
  }
  const head = `${places.join(' ')}\n`
  const entries = `/Type /ObjStm /N ${places.length} /First ${head.length} /Filter /FlateDecode`
  return stream(2, entries, deflated(latin1(head + body)))
}

const { manifest, bundle } = carriedIn(openedFrom(madeAs('chronology-annex', 'file-copy')), packageWorld)

/** What a good copy carries, and its manifest. */
export const good = { manifest, files: bundle.files }

/** A copy that carries other files in place of some of its own, each of them with its hash in the manifest. */
export function copyWith(changed: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const own = [...good.files].map(([name, bytes]) => [name, changed[name] ?? bytes] as const)
  const added = Object.entries(changed).filter(([name]) => !good.files.has(name))
  const files = [...own, ...added].map(([name, each]) => ({
    name,
    bytes: typeof each === 'string' ? text(each) : each
  }))
  return copyOf(
    files.map(({ name, bytes }) => ({ file: name, name: name.replaceAll('/', '.'), bytes })),
    {}
  )
}

interface Carried extends Attachment {
  readonly file: string
}

/** A copy of files under names of any kind, and with a manifest that says anything else besides. */
export function copyOf(files: readonly Carried[], says: Readonly<Record<string, Json>>): Uint8Array {
  const listed: Manifest['files'] = files.map(({ file, name, bytes }) => ({
    name: file,
    attachment: name,
    sha256: sha256(bytes),
    bytes: bytes.length
  }))
  const told = canonicalJson({ ...manifest, files: listed, ...says } as unknown as Json)
  return fileWith([{ name: MANIFEST, bytes: text(told) }, ...files])
}

/** The files of the good copy, as `copyOf` takes them. */
export const carried: readonly Carried[] = [...good.files].map(([name, bytes]) => ({
  file: name,
  name: name.replaceAll('/', '.'),
  bytes
}))
