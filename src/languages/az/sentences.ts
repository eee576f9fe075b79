/** Azerbaijani: words that are written with a full stop. */
import type { Sentences } from '../language.ts'

export const sentences: Sentences = {
  leading: ['səh', 'bax', 'müq', 'cənab', 'xan', 'akad', 'prof', 'dr'],
  closing: ['s', 'b', 'küç', 'pr', 'qəs', 'ray', 'şəh']
}
