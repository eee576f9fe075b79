/** What fixtures are in one render epoch, by digest, and the kept table in; what contradicts it, or the table with them, out. */

/** The bytes that one epoch makes. */
export interface Epoch {
  /** The version of the package that it was first published with; null until then. */
  readonly released: string | null
  /** A digest over all forms of each fixture. */
  readonly fixtures: Readonly<Record<string, string>>
}

/** `test/epochs.json`: every epoch by its number. */
export type Epochs = Readonly<Record<string, Epoch>>

const MANIFEST = '`RENDER_EPOCH` in src/bundle/schema.ts'

/** Why the epoch of the program cannot be the one that makes these bytes; empty where it can. */
export function contradictions(kept: Epochs, epoch: number, made: Epoch['fixtures']): string[] {
  const last = Math.max(0, ...Object.keys(kept).map(Number))
  if (epoch < last) return [`${MANIFEST} is ${epoch}, and epoch ${last} has been: it is never lowered`]
  if (epoch > last + 1) return [`${MANIFEST} is ${epoch}, and comes after ${last}`]
  const { released, fixtures } = kept[epoch] ?? { released: null, fixtures: {} }
  const changed = Object.keys(made).filter(name => Object.hasOwn(fixtures, name) && fixtures[name] !== made[name])
  if (released === null || changed.length === 0) return []
  const names = changed.join(', ')
  return [
    `the bytes of ${names} changed, and epoch ${epoch} was released with verbale ${released}: raise ${MANIFEST} to ${epoch + 1}`
  ]
}

/** The table with what was made; what an epoch made when it was released stays. */
export function accepted(kept: Epochs, epoch: number, made: Epoch['fixtures']): Epochs {
  const { released, fixtures } = kept[epoch] ?? { released: null, fixtures: {} }
  return { ...kept, [epoch]: { released, fixtures: released === null ? made : { ...fixtures, ...made } } }
}
