/** The shape of what a register says of people: how many, who by name, and what happened to them. */
import * as z from 'zod'
import { counted, evidence, id, localised } from './fields.ts'
import { hedgedCount, hedgedNil } from './hedges.ts'

const person = z.strictObject({
  name: localised,
  office: localised.describe('What he or she was there: accountant, driver, visitor.'),
  nationality: id.optional().describe('The State whose national it is, where the note is to say so.')
})

/** People whom a record counts together. */
const people = z.strictObject({
  count: z.number().int().min(1).nullable().describe('null where the number is not known.'),
  ...hedgedCount,
  who: counted.describe('What all of them are: "member of the staff", not the office of one of them.'),
  named: z
    .array(person)
    .min(1)
    .optional()
    .describe('Those of them who are named, in brackets: "one member of the staff (…, accountant)".'),
  evidence
})

/** What can be said of people who are not hurt. */
export const STATUSES = ['present', 'detained', 'missing'] as const

export const others = z.array(people.extend({ status: z.enum(STATUSES) }))

export const casualties = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('none'), ...hedgedNil, evidence }),
  z.strictObject({ status: z.literal('unknown') }),
  z.strictObject({
    status: z.literal('known'),
    killed: z.array(people).optional(),
    injured: z
      .array(
        people.extend({ degree: z.enum(['serious', 'slight']).optional().describe('How badly they were injured.') })
      )
      .optional(),
    nil: z
      .strictObject({ ...hedgedNil, of: z.enum(['life', 'injury']), evidence })
      .optional()
      .describe('What there was none of all the same: no loss of life beside the injured.')
  })
])

export type PeopleRecord = z.infer<typeof people>
