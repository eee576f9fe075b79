/** The shape of a bundle's manifest, as a zod schema: what a file copy carries, and what made it. */
import * as z from 'zod'
import { day, FORMAT_VERSION, language } from './fields.ts'
import { FORMS } from './request.ts'

/** Raised whenever the bytes of any note change: a file rebuilds with the epoch that made it. */
export const RENDER_EPOCH = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal')
/** A name inside a workspace: steps of plain characters, none of them `.` or `..`. */
const name = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/, 'a name inside the workspace')
const attachment = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/, 'a plain file name')

export const manifestSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    epoch: z.number().int().min(1).describe('The render epoch: the same epoch makes the same bytes.'),
    package: z.strictObject({ name: z.literal('verbale'), version: z.string().max(50) }),
    form: z.enum(FORMS).describe('The form of the file that carries this manifest.'),
    conformance: z.enum(['2u', '2a', '3a']).describe('What the issue claims, of which this file is the copy.'),
    copyOf: sha256.nullable().describe('Of a regenerated copy: the file that it is a copy of.'),
    language: language.describe('The language of the note in it.'),
    number: z.string().max(60).nullable(),
    date: day.nullable(),
    files: z
      .array(z.strictObject({ name, attachment, sha256, bytes: z.number().int().min(0) }))
      .min(1)
      .max(1000)
      .describe('What the note was made from, sorted by name; each is carried under the name `attachment`.'),
    fonts: z
      .array(z.strictObject({ face: z.enum(['regular', 'italic', 'bold', 'bold-italic']), sha256 }))
      .describe('The faces that are drawn, as they were before they were subset.'),
    shaper: z.strictObject({ sha256 }).describe('The WebAssembly of HarfBuzz.'),
    zlib: z
      .strictObject({ level: z.literal(6), probe: sha256 })
      .describe('The compressor, by what it makes of a fixed text: versions that make the same bytes are one.')
  })
  .meta({ id: 'Manifest', title: 'verbale bundle manifest' })

export type Manifest = z.infer<typeof manifestSchema>

/** The name under which a file copy carries its manifest. */
export const MANIFEST = 'manifest.json'
