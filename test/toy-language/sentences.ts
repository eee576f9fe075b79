/** The toy language: words that are written with a full stop. */
import type { Sentences } from '../../src/languages/language.ts'

export const sentences: Sentences = { leading: ['Nr', 'Dno'], closing: ['Komp'] }
