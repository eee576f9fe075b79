/** English: words that are written with a full stop. */
import type { Sentences } from '../language.ts'

export const sentences: Sentences = {
  leading: ['No', 'Nos', 'Art', 'Arts', 'para', 'paras', 'cf', 'St', 'Mr', 'Mrs', 'Ms', 'Dr'],
  closing: ['Inc', 'Ltd', 'Co', 'Corp', 'Bros', 'Jr', 'Sr', 'St', 'Ave', 'Bldg', 'etc', 'al']
}
