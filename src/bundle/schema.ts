/** The shape of a bundle's manifest, as a zod schema: what a file copy carries, and what made it. */
import * as z from 'zod'
import { day, FORMAT_VERSION, language, sha256 } from '../records/fields.ts'
import { FORMS } from '../records/forms.ts'

/**
 * Raised whenever the bytes of any note change after they were released: a file rebuilds with the epoch that made it.
 * `test/epoch.test.ts` holds the fixtures against `test/epochs.json`, and refuses other bytes of an epoch that is out.
 */
export const RENDER_EPOCH = 1

/** A name inside a workspace: steps of plain characters, none of them `.` or `..`. */
const name = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/, 'a name inside the workspace')
  .describe('Where the file stands in the workspace that `regenerate --extract` lays out.')
const attachment = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/, 'a plain file name')
  .describe('The name under which the PDF carries it.')

const file = z.strictObject({
  name,
  attachment,
  sha256: sha256.describe('Of its bytes as they are carried.'),
  bytes: z.number().int().min(0).describe('How many bytes it has.')
})
const font = z.strictObject({
  face: z.enum(['regular', 'italic', 'bold', 'bold-italic']).describe('What it draws.'),
  sha256: sha256.describe('Of the font file, whole.')
})

export const manifestSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION).describe('The version of this format.'),
    epoch: z.number().int().min(1).describe('The render epoch: the same epoch makes the same bytes.'),
    package: z
      .strictObject({
        name: z.literal('verbale').describe('The name of the package.'),
        version: z.string().max(50).describe('Its version; another one of the same epoch makes the same bytes.')
      })
      .describe('The program that made the file the first time.'),
    form: z.enum(FORMS).describe('The form of the file that carries this manifest.'),
    conformance: z.enum(['2u', '2a', '3a']).describe('What the issue claims, of which this file is the copy.'),
    copyOf: sha256
      .nullable()
      .describe('Of a regenerated copy: the SHA-256 of the file that it is a copy of; else null.'),
    language: language.describe('The language of the note in it.'),
    number: z.string().max(60).nullable().describe('The number that the note bears; null where it bears none.'),
    date: day.nullable().describe('The day that the note bears; null where it bears none.'),
    files: z
      .array(file)
      .min(1)
      .max(1000)
      .describe('What the note was made from, sorted by name; each is carried under the name `attachment`.'),
    fonts: z.array(font).describe('The faces that are drawn, as they were before they were subset.'),
    shaper: z
      .strictObject({ sha256: sha256.describe('Of the WebAssembly file.') })
      .describe('The WebAssembly of HarfBuzz.'),
    zlib: z
      .strictObject({
        level: z.literal(6).describe('The level that it compresses at.'),
        probe: sha256.describe('Of the fixed text, compressed.')
      })
      .describe('The compressor, by what it makes of a fixed text: versions that make the same bytes are one.')
  })
  .meta({
    id: 'Manifest',
    title: 'verbale bundle manifest',
    description: 'What a file copy carries and what made it, by hash: its attachment `manifest.json`.'
  })

export type Manifest = z.infer<typeof manifestSchema>

/** The name under which a file copy carries its manifest. */
export const MANIFEST = 'manifest.json'
