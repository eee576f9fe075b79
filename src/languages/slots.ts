/** A wording in; its text and the slots in it out: `{facility gen} was hit` leaves open what was hit, in a case. */

/** A place in a wording that the note fills in: as written, for checks decide whether it can be. */
export interface WrittenSlot {
  readonly slot: string
  /** The case that the words around it govern; null where none is written. */
  readonly inCase: string | null
}

const SLOT = /\{([^{}]*)\}/u

/** The parts of a wording in their order; what stands in braces is a slot. */
export function slotsIn(text: string): (string | WrittenSlot)[] {
  return text.split(SLOT).flatMap((part, index): (string | WrittenSlot)[] => {
    if (index % 2 === 0) return part === '' ? [] : [part]
    const [slot = '', inCase = null] = part.trim().split(/ +/)
    return [{ slot, inCase }]
  })
}
