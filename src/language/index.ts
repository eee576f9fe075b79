/** The table of languages: a BCP 47 tag in, what that language can say out. */
import { en } from './en.ts'
import type { Language } from './language.ts'

export const LANGUAGES: { readonly [tag: string]: Language } = { en }
