/** Russian nouns in their cases, one and several; which form stands behind a number. */
import type { GrammaticalCase } from '../language.ts'
import type { UnitWords } from '../quantities.ts'

/** The cases in which forms are stored, in this order. */
const ORDER = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc'] as const
/** Where the form behind 2, 3 and 4 stands. */
const FEW = 2 * ORDER.length
export type RussianCase = (typeof ORDER)[number]

/**
 * The six forms of one, then the six of several; last, where an adjective makes it another than the genitive of one, the
 * form behind 2, 3 and 4: 3 кубических метра, 3 морские мили.
 */
export type Declension = readonly string[]

/** The forms of a unit in their order. */
export function declensionOf({ one, few, many }: UnitWords): Declension {
  return [...one, ...many, ...(few === null ? [] : [few])]
}

/** The case itself; what Russian has no form for (an ablative) is null. */
export function russianCase(inCase: GrammaticalCase): RussianCase | null {
  return ORDER.find(each => each === inCase) ?? null
}

export function formIn(declension: Declension, inCase: RussianCase, several = false): string {
  return declension[ORDER.indexOf(inCase) + (several ? ORDER.length : 0)] ?? ''
}

/** Plural category of a number (CLDR 48, plurals.json, ru): whole numbers are one, few or many; others are `other`. */
export function pluralOf(value: number, decimals = 0): 'one' | 'few' | 'many' | 'other' {
  if (decimals > 0 || !Number.isInteger(value)) return 'other'
  const [last, teens] = [Math.abs(value) % 10, Math.abs(value) % 100]
  if (last === 1 && teens !== 11) return 'one'
  return last >= 2 && last <= 4 && (teens < 12 || teens > 14) ? 'few' : 'many'
}

/** The form of a noun behind a number: 3 метра, 35 шагов, в 35 шагах, 1,5 метра. */
export function behindNumber(declension: Declension, inCase: RussianCase, value: number, decimals: number): string {
  const category = pluralOf(value, decimals)
  if (category === 'other') return formIn(declension, 'gen')
  if (category === 'one') return formIn(declension, inCase)
  if (inCase !== 'nom' && inCase !== 'acc') return formIn(declension, inCase, true)
  return category === 'few' ? (declension[FEW] ?? formIn(declension, 'gen')) : formIn(declension, 'gen', true)
}
