/** The kinds of means, and what follows from each. */

/** What the sentence about an incident begins with: "one missile", "artillery fire". */
export const INSTRUMENTS = [
  'missile',
  'airstrike',
  'drone',
  'bomb',
  'shelling',
  'gunfire',
  'stones',
  'fire',
  'paint',
  'crowd',
  'armed-persons',
  'aircraft',
  'vessel',
  'vehicle',
  'explosive'
] as const
/** What no sentence begins with: the house words the whole clause. */
const CONDUCT = ['entry', 'siege', 'surveillance', 'cyber', 'detention', 'other'] as const
export const MEANS = [...INSTRUMENTS, ...CONDUCT] as const
export type MeansKind = (typeof MEANS)[number]

/** The kinds of which something holds. */
const KINDS = {
  /** A type or a name can follow it. */
  named: ['missile', 'drone', 'bomb', 'aircraft', 'vessel', 'vehicle', 'explosive'],
  /** It is said with its number. */
  counted: ['missile', 'airstrike', 'drone', 'bomb', 'armed-persons', 'aircraft', 'vessel', 'vehicle', 'explosive'],
  /** What it did to a State needs no words of the house: it entered its airspace, its waters. */
  enters: ['aircraft', 'vessel'],
  /** Nobody does it but on purpose. */
  deliberate: ['stones', 'paint', 'entry', 'siege', 'surveillance', 'cyber', 'detention'],
  /** It shows by itself that what it struck was attacked or entered; of others the damage or the casualties must. */
  shows: [...INSTRUMENTS, 'entry'],
  clause: CONDUCT
} as const satisfies Readonly<Record<string, readonly MeansKind[]>>
type Trait = keyof typeof KINDS

export function isMeans(trait: Trait, kind: string | null): boolean {
  return KINDS[trait].some(each => each === kind)
}

/** Those of which it does not hold. */
export function meansWithout(trait: Trait): readonly MeansKind[] {
  return MEANS.filter(each => !isMeans(trait, each))
}
