/** The kinds of field that records share, as zod schemas: ids, texts, dates, names, evidence. */
import * as z from 'zod'
import { codeName, forbiddenIn, isVisible } from '../languages/characters.ts'
import { isEdtf, isLocalTime } from '../languages/edtf.ts'
import { CASES, NAME_FORMS, SHAPES } from '../languages/language.ts'

/** A schema is asked once or twice by most runs, which compiling it would cost many times over. */
z.config({ jitless: true })

/** The version of the record format that this package reads. */
export const FORMAT_VERSION = 1

/** An id: what other records refer to. */
export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has lower-case letters, digits and hyphens')
  .max(80)
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language is a BCP 47 tag: en, az, ru')

/**
 * One line that a reader sees. A newline, another control character, a bidirectional override or any other character
 * that is not seen would change what is read, so they are refused here (Unicode Technical Report 36, part 2).
 */
export const line = z
  .string()
  .min(1, 'a text that is printed may not be empty')
  .max(20_000)
  .refine(text => text.trim() === text, 'no white space at either end')
  .refine(text => forbiddenIn(text).length === 0, {
    error: issue => forbiddenMessage(issue.input)
  })
  .refine(
    text => text.trim() === '' || forbiddenIn(text).length > 0 || isVisible(text),
    'nothing of this text would be seen'
  )

/** The most characters that one message names. */
const MOST_NAMED = 4

function forbiddenMessage(input: unknown): string {
  const codes = typeof input === 'string' ? forbiddenIn(input).map(each => each.code) : []
  const names = [...new Set(codes)].map(code => (code === 9 ? 'a tab' : `the character ${codeName(code)}`))
  return `${names.slice(0, MOST_NAMED).join(' and ')} may not be printed`
}

/** A text in each language that the house gives it. */
export const localised = z.record(language, line)
/**
 * Words that a note's own sentence goes on with, in each language that the house gives them. A text has the shape that its
 * language wants there (`languages/xx/wording.ts`); under a shape it says so itself: `{ clause: … }`. Where a language
 * has slots, `{facility gen}` leaves open what was struck, in the case that the words govern.
 */
export const wording = z.record(language, z.union([line, z.partialRecord(z.enum(SHAPES), line)]))
export type WordingRecord = z.infer<typeof wording>

/** The texts of a wording in one language, whatever their shape. */
export function wordingTexts(words: WordingRecord[string] | undefined): string[] {
  return typeof words === 'string' ? [words] : Object.values(words ?? {})
}

/** The forms that words take behind a verb: its cases, the infinitive, and the adverb that goes with one. */
const INFLECTIONS = [...CASES, 'inf', 'adv'] as const
/** Words that a language may inflect: one text where it does not, else a text by form. */
export const inflected = z.record(language, z.union([line, z.partialRecord(z.enum(INFLECTIONS), line)]))
export type InflectedRecord = z.infer<typeof inflected>

/** Words for what is counted, by the numbers that a language tells apart. */
export const counted = z.record(language, z.strictObject({ one: line, few: line.optional(), many: line }))

/** A date as EDTF, in our strict subset (languages/edtf.ts). */
export const date = z
  .string()
  .refine(isEdtf, 'a date is EDTF: 2025-11-14, 2022-04, 2022, 2022-04~, 2025-08-17/2025-08-18')
export const day = z.string().refine(text => isEdtf(text) && /^\d{4}-\d\d-\d\d$/.test(text), 'a day: 2025-11-14')
export const time = z.string().refine(isLocalTime, 'a local time is HH:MM, in 24 hours: 23:40')
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal')
export const address = z.string().max(2000)

/** The forms of a name in one language. A form that a template asks for and that is not here is an error. */
const nameForms = z.partialRecord(z.enum([...NAME_FORMS, 'noun']), line)
export const names = z
  .record(language, nameForms)
  .describe('Forms by name; `noun` names a word of the language’s lexicon, of which the other forms are made.')

const proof = z.strictObject({
  source: id,
  quote: z.strictObject({ lang: language, text: z.string().min(1).max(5000) }).optional(),
  note: z.string().max(2000).optional()
})

/** Where a fact comes from. The quotation is shown by `explain` and never printed. */
export const evidence = z.array(proof).min(1, 'every fact has a source')

/** The same of a note, which speaks for itself where its issue is known. */
export const noteEvidence = z.array(proof).describe('Empty for a note whose issue is known by its SHA-256.')

/** What the law asks of an act: a letter of threats is neither. */
export const amounts = z
  .enum(['attack', 'intrusion', 'neither'])
  .optional()
  .describe(
    'What it was for the law, where means, damage and casualties do not show it: an attempt to set fire is an `attack`, a letter of threats or a drone that only watched is `neither`. Not printed.'
  )
