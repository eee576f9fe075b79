/** Russian: words that are written with a full stop. */
import type { Sentences } from '../language.ts'

export const sentences: Sentences = {
  leading: ['г', 'гг', 'ст', 'п', 'пп', 'ул', 'д', 'см', 'ср', 'стр', 'им', 'обл', 'пр', 'пос'],
  closing: ['г', 'гг', 'др', 'т', 'е', 'л', 'ш', 'с', 'экз', 'млн', 'тыс']
}
