/** The table of languages in which notes can be written, by BCP 47 tag. */
import { azerbaijani } from './az/index.ts'
import { english } from './en/index.ts'
import type { Languages } from './language.ts'
import { russian } from './ru/index.ts'

export const LANGUAGES = { en: english, az: azerbaijani, ru: russian } as const satisfies Languages

/** The language of what the program itself says: messages, and papers of the house that are no notes. */
export const OWN_LANGUAGE = 'en' satisfies keyof typeof LANGUAGES
