/** The digests of one render epoch by form and fixture, and the kept table in; what contradicts it, or the table with them, out. */

/** A digest for each form (as `draft`, `issue`, `file-copy`) of each fixture that can be made in it. */
export type Forms = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The bytes that one epoch makes. */
interface Epoch {
  /** The version of the package that it was first published with; null until then. */
  readonly released: string | null
  readonly forms: Forms
}

/** `test/epochs.json`: every epoch by its number. */
export type Epochs = Readonly<Record<string, Epoch>>

const MANIFEST = '`RENDER_EPOCH` in src/bundle/schema.ts'
const none: Epoch = { released: null, forms: {} }

/** The forms whose bytes changed, with the fixtures concerned: `file-copy of minimal`. */
export function changes(kept: Epochs, epoch: number, made: Forms): string[] {
  const { forms } = kept[epoch] ?? none
  return Object.entries(made).flatMap(([form, digests]) => {
    const before = forms[form] ?? {}
    const names = Object.keys(digests).filter(name => Object.hasOwn(before, name) && before[name] !== digests[name])
    return names.length === 0 ? [] : [`${form} of ${names.join(', ')}`]
  })
}

/** Why the epoch of the program cannot be the one that makes these bytes; empty where it can. */
export function contradictions(kept: Epochs, epoch: number, made: Forms): string[] {
  const last = Math.max(0, ...Object.keys(kept).map(Number))
  if (epoch < last) return [`${MANIFEST} is ${epoch}, and epoch ${last} has been: it is never lowered`]
  if (epoch > last + 1) return [`${MANIFEST} is ${epoch}, and comes after ${last}`]
  const { released } = kept[epoch] ?? none
  const changed = changes(kept, epoch, made)
  if (released === null || changed.length === 0) return []
  const what = changed.join('; ')
  return [
    `the bytes changed (${what}), and epoch ${epoch} was released with verbale ${released}: raise ${MANIFEST} to ${epoch + 1}`
  ]
}

/** The table with what was made; what an epoch made when it was released stays. */
export function accepted(kept: Epochs, epoch: number, made: Forms): Epochs {
  const { released, forms } = kept[epoch] ?? none
  if (released === null) return { ...kept, [epoch]: { released, forms: made } }
  const added = Object.entries(made).map(([form, digests]) => [form, { ...forms[form], ...digests }] as const)
  return { ...kept, [epoch]: { released, forms: { ...forms, ...Object.fromEntries(added) } } }
}
