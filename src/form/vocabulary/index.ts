/** The table of vocabularies: a BCP 47 tag in, what form rules know of that language out. */
import { english } from './en.ts'
import type { Vocabulary } from './vocabulary.ts'

export type { Vocabulary }

export const VOCABULARIES: { readonly [tag: string]: Vocabulary } = { en: english }
