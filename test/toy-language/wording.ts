/** The toy language: what its texts must be. */
import type { TextShape, Wording } from '../../src/languages/language.ts'

const clause: TextShape = {
  shape: 'clause',
  wanted: 'a clause that ends with its verb: `muro rupir`',
  beginnings: [
    { pattern: /^ep /, message: 'begins with "ep", and nothing stands before it', mend: () => 'leave `ep` out' }
  ]
}
const noun: TextShape = { shape: 'noun-phrase', wanted: 'a noun: `muro rupta`', beginnings: [] }

export const wording: Wording = {
  called: ['full', 'nom'],
  plurals: ['one', 'many'],
  units: { one: 1, many: 0 },
  shapes: {
    damage: noun,
    circumstance: clause,
    event: { ...clause, slots: { facility: ['dat'] } },
    called: noun,
    place: noun,
    clock: noun,
    designation: noun,
    subject: noun,
    scope: noun,
    assurance: clause,
    said: clause,
    asked: noun,
    when: noun,
    told: clause,
    use: noun,
    thing: noun,
    'around-measure': noun
  }
}
