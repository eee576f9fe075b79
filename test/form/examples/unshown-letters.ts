/** What NV022 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, passing } from './fixtures.ts'

export const NV022: Examples = {
  passes: [passing('the letters of the house', 'embassy-storming')],
  fails: [
    failing(
      'a letter of another script',
      'airspace-violation',
      ['register.yaml', '飛'],
      ['register.yaml', 'no flight plan had been filed and', 'no flight plan (飛) had been filed and']
    )
  ]
}
