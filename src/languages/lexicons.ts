/** The table of lexicons, one for each language of the other table: only rules ask for it, and no note is made with it. */
import { lexicon as azerbaijani } from './az/lexicon.ts'
import { lexicon as english } from './en/lexicon.ts'
import type { LANGUAGES } from './index.ts'
import type { Lexicon } from './lexicon.ts'
import { lexicon as russian } from './ru/lexicon.ts'

export const LEXICONS: Readonly<Record<keyof typeof LANGUAGES, Lexicon>> = { az: azerbaijani, en: english, ru: russian }
