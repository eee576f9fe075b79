/** An invented language, joined from its parts: the verb stands last, names have cases, dates begin with the year. */
import type { Language } from '../../src/languages/language.ts'
import { divide } from './divide.ts'
import { say } from './say.ts'
import { sentences } from './sentences.ts'
import { wording } from './wording.ts'

export const toy: Language = { tag: 'qto', say, wording, sentences, divide }
