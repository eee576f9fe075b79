/** What is known to hold in; whether something else holds because of that, out. */
import { UNPRINTED_OF } from '../records/checks/incidents.ts'
import type { Holding } from './referents.ts'

/** Whether a condition holds wherever all that is known does. */
export function follows(known: readonly Holding[], wanted: Holding): boolean {
  if (known.some(each => each.key === wanted.key && each.holds === wanted.holds)) return true
  if (wanted.holds) return wanted.any?.some(all => all.every(each => follows(known, each))) ?? false
  return known.some(each => each.holds && (isOtherWord(each.key, wanted.key) || isRefused(each.key, wanted.key)))
}

/** Those that do not follow from what is known. */
export function without(some: readonly Holding[], known: readonly Holding[]): Holding[] {
  return some.filter(each => !follows(known, each))
}

/** A field that is a word: `means.type = "drone"`. */
const WORD = /^(\S+) = "([^"]*)"$/

/** A field that is one word is no other. */
function isOtherWord(one: string, other: string): boolean {
  const [field, another] = [one, other].map(each => WORD.exec(each)?.[1])
  return field !== undefined && field === another && one !== other
}

/** A means of some kinds has no designation, or no number: no record says it. */
function isRefused(given: string, other: string): boolean {
  const [, field, kind = ''] = WORD.exec(other) ?? []
  return Object.entries(UNPRINTED_OF).some(
    ([key, kinds]) => field?.endsWith('means.type') && given === field.replace(/type$/, key) && kinds.includes(kind)
  )
}
