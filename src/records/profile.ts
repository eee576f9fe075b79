/** The protocol habits of one house, as its file `templates/profiles/NAME.yaml` says them. */
import * as z from 'zod'
import { PARTS } from './parts.ts'

const align = z.enum(['left', 'center', 'right'])
const placement = z.strictObject({
  align: align.describe('Where its lines stand between the margins.'),
  position: z
    .enum(['flow', 'first-page-foot'])
    .describe('`flow`: next in reading order. `first-page-foot`: at the foot of page 1, above the bottom margin.')
})
const emblem = z.strictObject({
  file: z
    .string()
    .max(160)
    .regex(
      /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\.(png|jpg|jpeg)$/,
      'the name of a PNG or JPEG below `templates/profiles/`, of plain letters: `emblem.png`, `arms/2020.png`'
    )
    .describe('A PNG or JPEG, named from the folder of the profile.'),
  alternate: z
    .record(z.string(), z.string().min(1))
    .describe('What it shows, in each language that the house writes: for readers who hear the note.'),
  height: z.number().min(20).max(200).describe('How high it stands, in points; it is as wide as its pixels make it.'),
  align
})
const millimetres = z.number().min(5).max(80)
const points = z.number().min(0).max(72)

/** Words of a house in each language that it writes. */
const wording = z.record(z.string(), z.string().min(1))

export const profileSchema = z
  .strictObject({
    verbale: z.literal(1),
    name: z.string().describe('What house this is.'),
    confirmed: z.string().nullable().describe('Who or what attests these habits; null while nobody does.'),
    page: z.strictObject({
      size: z.enum(['A4', 'letter']),
      margins: z.strictObject({
        top: millimetres,
        right: millimetres,
        bottom: millimetres,
        left: millimetres
      }),
      numbers: z.strictObject({
        position: z.enum(['top', 'bottom']),
        align,
        before: z.string(),
        after: z.string()
      })
    }),
    text: z.strictObject({
      size: points.describe('Font size of the body, in points.'),
      leading: points.describe('From baseline to baseline, in points.'),
      indent: points.describe('First-line indent of a paragraph, in points.'),
      between: points.describe('Space between paragraphs, in points.'),
      hyphenate: z.boolean()
    }),
    title: wording.nullable().describe('The title above the text (NOTE VERBALE), or null where the house prints none.'),
    number: z.strictObject({
      sign: wording.describe('What stands before the number: No., №.'),
      blank: z.number().int().min(4).max(40).describe('Length of the blank in a draft, in characters.')
    }),
    letterhead: z
      .strictObject({ emblem: emblem.nullable().describe('It stands above the text of the letterhead, on page 1.') })
      .nullable()
      .optional()
      .describe('What the letterhead has besides its text, or null for nothing.'),
    parts: z.strictObject({
      before: z.array(z.enum(PARTS)).describe('Parts before the body, in order.'),
      after: z.array(z.enum(PARTS)).describe('Parts after the body, in order; one that a note lacks is passed over.'),
      placement: z.partialRecord(z.enum(PARTS), placement).describe('Parts that do not stand left, in the flow.')
    }),
    seal: z
      .strictObject({ height: z.number().min(0).max(200) })
      .nullable()
      .describe('Room for the seal, in points, or null for none: a State seal of 50 mm wants 142.'),
    initials: z.strictObject({ height: points }).nullable().describe('Room for initials, in points, or null for none.'),
    courtesy: z.strictObject({
      modes: z.array(z.enum(['full', 'reduced', 'none'])).describe('The courtesy that a note of this house may use.'),
      closing: z.enum(['by-mode', 'never']).describe('`never` for a house that withholds the closing courtesy always.')
    }),
    recall: z.strictObject({
      body: z.number().int().min(1).describe('More prior incidents than this are summarised, and listed in an annex.')
    })
  })
  .meta({ id: 'Profile' })

/** The emblem of a house that has one. */
export type EmblemSetting = z.infer<typeof emblem>

export type Profile = z.infer<typeof profileSchema>
