/** The shape of when an incident occurred: its day, the hours of it, and by which clock. */
import * as z from 'zod'
import { date, time, wording } from './fields.ts'
import { amountIn } from './hedges.ts'

/** Units in which a duration is given. */
const TIME_UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month'] as const

export const occurred = z
  .strictObject({
    date,
    night: z
      .literal(true)
      .optional()
      .describe('In the night between the two days of `date`: `date: 2025-05-03/2025-05-04`. It can have a time.'),
    time: time.optional(),
    until: time.optional().describe('When it ended, beside `time`: "from 10:00 to 14:00".'),
    qualifier: z.enum(['exact', 'approx']).optional().describe('Of the time, and of `until`.'),
    duration: z
      .strictObject({ ...amountIn(z.enum(TIME_UNITS)), value: z.number().gt(0, 'a duration is more than 0') })
      .optional()
      .describe('How long it lasted, in place of `until`: `{ value: 4, unit: hour, qualifier: exact }`.'),
    clock: wording
      .optional()
      .describe(
        'By which clock the date and the time were recorded, where it is not that of the place; printed behind the time in place of "local time": GMT, Moscow time.'
      ),
    zone: z
      .string()
      .regex(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/, 'a zone of the tz database: Europe/Kyiv')
      .optional()
      .describe('Of the clock: with an offset that it does not have on the day, one of the two is wrong.'),
    offset: z
      .string()
      .regex(/^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/, 'an offset from UTC, of 14 hours at most: +02:00')
      .optional()
      .describe('Of the clock. Never printed: by it times of one day are compared.')
  })
  .describe('Date and time as recorded, at the place unless `clock` says otherwise; nothing is converted.')
