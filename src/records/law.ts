/** The shape of the law: instruments, their articles, what these cover, whom they bind, and the parties with dates. */
import * as z from 'zod'
import { isEdtf } from '../languages/edtf.ts'
import type { Pointer } from '../value.ts'
import { FORMAT_VERSION, id, language } from './fields.ts'
import { MEANS } from './means.ts'
import { FACILITY_TYPES } from './schema.ts'

const wording = z.record(language, z.string().min(1))
const date = z.string().refine(isEdtf, 'a date is EDTF: 1964-04-24')
const confirmed = z.string().min(1).nullable().describe('Who or what attests this entry; null while nobody does.')

/** What an article can cover: a type of facility, or the territory itself when no facility was struck. */
const subject = z.enum([...FACILITY_TYPES, 'territory'])

const article = z.strictObject({
  says: wording.describe('The principle that it states, as a noun phrase: "the inviolability of …".'),
  class: z.enum(['diplomatic', 'consular', 'honorary', 'civilian', 'territory']),
  covers: z.array(subject).describe('What it protects.'),
  denies: z.array(subject).describe('What it must not be cited for; wins over `covers`, and over `cite` in a note.'),
  binds: z
    .enum(['receiving-state', 'receiving-state-alone', 'every-state'])
    .describe(
      '`receiving-state`: its duty is that of the State where the facility stands. `receiving-state-alone`: a duty to protect, which no other State can be said to breach, by no legal position either.'
    ),
  cited: z
    .array(z.enum(['duty', 'principle']))
    .describe(
      '`duty`: as breached by the State that it binds. `principle`: as what the article reflects, or by a legal position.'
    ),
  means: z.array(z.enum(MEANS)).nullable().describe('The means of attack that it is about; null for any.'),
  subsidiary: z.boolean().describe('Cited only where no article made for that kind of facility can be.'),
  needs: z
    .string()
    .nullable()
    .describe(
      'A fact that no record holds ("archives were hit"): such an article is cited only where a note names it in `cite`.'
    ),
  confirmed
})

const code = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code: AZ')

const instrument = z.strictObject({
  type: z.enum(['treaty', 'custom']).describe('Custom binds every State and has no articles to print.'),
  title: wording.describe('Its name, as it follows "of": "the Vienna Convention on …".'),
  'in-force': date.nullable().describe('Since when it is in force; null for custom.'),
  parties: z
    .record(
      code,
      z.strictObject({
        since: date.nullable().describe('Since when it is bound; null where it is known not to be.'),
        confirmed
      })
    )
    .describe('A State that is not here is one of which the table of `law/status.json` says it, or nobody.'),
  articles: z.record(z.string(), article).describe('By number, as printed: `22`, `31(3)`.'),
  confirmed
})

export const lawSchema = z
  .strictObject({
    verbale: z.literal(1),
    instruments: z.record(
      z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has lower-case letters, digits and hyphens'),
      instrument
    )
  })
  .meta({ id: 'Law', title: 'verbale law' })

/** The table of who is a party to what; what the law itself says of a State lies over it. */
export const statusSchema = z.strictObject({
  verbale: z.literal(FORMAT_VERSION),
  source: z.string().min(1),
  day: date.describe('When it was so. Who was bound then counts as bound later.'),
  parties: z
    .record(id, z.record(code, date))
    .describe(
      'By treaty and State, since when it is bound: of a successor between two days, for only its deposit is known.'
    )
})

export type TreatyStatus = z.infer<typeof statusSchema>
export type Law = z.infer<typeof lawSchema>
export type Instrument = z.infer<typeof instrument>
export type Article = z.infer<typeof article>
/** An article by its names in the law. */
export interface ArticleName {
  readonly instrument: string
  readonly article: string
}
/** What an article can be asked to cover. */
export type LawSubject = z.infer<typeof subject>

/** What one file gives to the law: the pointers of its entries. */
export interface LawLayer {
  readonly name: string
  readonly entries: ReadonlySet<Pointer>
}
