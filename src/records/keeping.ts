/** What only the house keeps of a communication, as zod schemas; what a user gives of it in, the same checked out. */
import * as z from 'zod'
import { isEdtf, isLocalTime } from '../languages/edtf.ts'
import { day, line } from './fields.ts'

/** Findings of form rules that somebody answers for, as the request has them and as the register keeps them. */
export const setAside = z
  .array(
    z.strictObject({
      rule: z.string().regex(/^NV\d{3}$/, 'the code of a form rule: NV001'),
      match: z
        .string()
        .min(1)
        .max(500)
        .optional()
        .describe('Words of the message, or words in which what was found stands.'),
      reason: z
        .string()
        .regex(/\S/, 'what is set aside has a reason')
        .max(1000)
        .describe('Why the rule is wrong here.'),
      by: line.max(200).describe('Who decided it.')
    })
  )
  .describe('Findings of form that do not stand in the way of the note; kept in the house.')

export type SetAside = z.infer<typeof setAside>

export const code = z
  .string()
  .regex(/^[A-Za-z0-9]+([/-][A-Za-z0-9]+)*$/, 'the code of a finding: NV049, template/unused')

/** What a workspace excepts, as `verbale.yaml` says it. */
export const exception = z.strictObject({
  rule: code.describe('The code of the findings that do not count.'),
  in: z
    .string()
    .min(1)
    .optional()
    .describe(
      'In which files: a name, or a pattern such as `notes/2025/*.yaml` or `templates/**`; anywhere without it.'
    ),
  match: z.string().min(1).optional().describe('Words of the message, or of the line that it is about.'),
  reason: z.string().regex(/\S/, 'an exception has a reason').max(1000).describe('Why it does not count here.'),
  until: day.describe(
    'The last day of the exception. It is told 14 days before, and the finding counts again after it.'
  ),
  by: z.string().min(1).max(200).optional().describe('Who decided it.')
})

/** The same as the register keeps it; of a rule that is off there is its code alone. */
export const excepted = z
  .array(exception.partial({ reason: true, until: true }))
  .describe('Rules of form that the workspace turned off or excepted on the day of the note; kept in the house.')

export type Excepted = z.infer<typeof excepted>

/** The columns of an outgoing register that no file for the other side ever shows. */
export const keeping = {
  drafter: line.max(200).optional().describe('Who drafted it; kept in the house.'),
  'sealed-at': z
    .string()
    .refine(isDayOrMoment, 'a day, or a day and a local time: 2026-03-05, 2026-03-05T16:30')
    .optional()
    .describe('When it was sealed, in local time: 2026-03-05, or 2026-03-05T16:30; kept in the house.'),
  classification: line
    .max(200)
    .optional()
    .describe('How the house classifies its record, in its own words; kept in the house.'),
  retention: z
    .string()
    .regex(/^(permanent|P[1-9]\d{0,2}Y)$/, '`permanent`, or years as ISO 8601 writes them: P30Y')
    .optional()
    .describe('How long the record is kept: `permanent`, or years from its date: P30Y; kept in the house.')
}

/** The names of what only the house keeps, in the order in which people read them. */
export const KEPT = ['drafter', 'sealed-at', 'classification', 'retention'] as const satisfies (keyof typeof keeping)[]
export type Kept = (typeof KEPT)[number]

/** What is known of it. */
export type Keeping = { readonly [key in Kept]?: string | undefined }

function isDayOrMoment(text: string): boolean {
  const [day = '', time, ...more] = text.split('T')
  const isDay = isEdtf(day) && /^\d{4}-\d\d-\d\d$/.test(day)
  return isDay && (time === undefined || isLocalTime(time)) && more.length === 0
}

/** The first that cannot be what it is given as, and what it would have to be; null where all can. */
export function wrongIn(
  given: Keeping
): { readonly key: Kept; readonly value: string; readonly wanted: string } | null {
  for (const key of KEPT) {
    const value = given[key]
    const { error } = keeping[key].safeParse(value)
    if (value !== undefined && error) return { key, value, wanted: error.issues[0]?.message ?? '' }
  }
  return null
}

/** What is known of it, and nothing of the rest. */
export function keptIn(given: Keeping): { [key in Kept]?: string } {
  return Object.fromEntries(KEPT.flatMap(key => (given[key] === undefined ? [] : [[key, given[key]]])))
}
