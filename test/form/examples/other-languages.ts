/** What NV047 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, inserting, insertingBadly } from './fixtures.ts'

export const NV047: Examples = {
  passes: [
    inserting('The street is the Rue de la Paix.'),
    inserting('The crowd shouted “à bas la république et les ministères”.')
  ],
  fails: [
    failing(
      'a French formula',
      'airspace-violation',
      [FORMULAS, 'élève'],
      [FORMULAS, "text: 'protests against'", "text: 'protests against, élève une vive protestation contre'"]
    ),
    insertingBadly('The matter is known as дело.'),
    insertingBadly('El Ministerio protesta por los hechos del 26.')
  ]
}
