/** What a fixture says of itself, as its file `fixture.yaml` says it: a zod schema, and the type that comes from it. */
import * as z from 'zod'
import { FORMAT_VERSION, language } from './fields.ts'
import { FORMS } from './forms.ts'

/**
 * What a golden can hold: every format of `render`; of a PDF its digest, as `note.pdf.sha256`; and what a register says of
 * the note, as `note.description.yaml`.
 */
const COMPARED = ['txt', 'tree', 'pages', 'tags', 'dossier', 'pdf', 'description'] as const

export const fixtureSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    forms: z
      .array(z.enum(FORMS))
      .min(1)
      .optional()
      .describe('In which forms its note is made; the one that the note states where nothing is said.'),
    languages: z
      .array(language)
      .min(1)
      .optional()
      .describe('In which languages; all that the note lists where nothing is said.'),
    compare: z
      .array(z.enum(COMPARED))
      .optional()
      .describe('What is compared with the files in `expected/` besides the text (`txt`) and the tree.')
  })
  .meta({ id: 'Fixture', title: 'verbale fixture' })

export type FixtureSettings = z.infer<typeof fixtureSchema>
export type ComparedFormat = (typeof COMPARED)[number]
