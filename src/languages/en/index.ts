/** English, joined from its parts. */
import type { Language } from '../language.ts'
import { divide } from './divide.ts'
import { say } from './say.ts'
import { sentences } from './sentences.ts'
import { wording } from './wording.ts'

/** Its notes were issued before anybody was asked to confirm words: a house says in `verbale.yaml` when it begins to ask. */
export const english: Language = { tag: 'en', say, wording, sentences, divide, unconfirmed: 'allowed' }
