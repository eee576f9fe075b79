/** What a language says otherwise on purpose, as `templates/LANGUAGE/differs.yaml` says it: a zod schema, and its type. */
import * as z from 'zod'
import { FORMAT_VERSION } from '../records/fields.ts'

export const differsSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    differs: z.array(
      z.strictObject({
        part: z
          .string()
          .min(1)
          .nullable()
          .describe('The step of the note, as findings name it; `formulas` for set phrases; null for every step.'),
        what: z.string().min(1).describe('The field or condition, as findings name it: `incidents.damage.what`.'),
        reason: z.string().min(1).describe('Why the language says it otherwise.'),
        confirmed: z.string().min(1).nullable().describe('Who or what attests that; null while nobody does.')
      })
    )
  })
  .meta({ id: 'Differs', title: 'verbale differences between languages' })

export type Differs = z.infer<typeof differsSchema>
