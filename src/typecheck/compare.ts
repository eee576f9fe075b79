/** Two values that a template compares in; whether they can be equal at all out, as findings. */
import { didYouMean } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { nounOf, report, type Site } from './site.ts'
import { type Atom, atomsOf, either, type Type } from './type.ts'

/** What is compared with what: `left` is a value of the dossier where one of the two is written out. */
export interface Comparison {
  readonly left: Type
  readonly right: Type
  /** What is wrong when nothing can be equal to the left one stands here. */
  readonly span: Span
  /** The call. */
  readonly at: Span
  /** What the left one is called. */
  readonly said: string
}

/** Values of two kinds are refused when they are compared, and words that are not of one list are never equal. */
export function checkComparable(site: Site, { left, right, span, at, said }: Comparison): void {
  const [own, other] = [kindsOf(left), kindsOf(right)]
  const mixed = [...own].some(kind => [...other].some(each => each !== kind))
  if (mixed) {
    const message = `${nounOf(bare(site, left))} is compared with ${nounOf(bare(site, right))}, and they are never equal`
    report(site, { rule: 'template/type', message, span: at })
    return
  }
  const [words, wanted] = [wordsOf(left), wordsOf(right)]
  if (!words || !wanted || words.some(word => wanted.includes(word))) return
  const [first = ''] = wanted
  const message = `${said} is never ${wanted.map(each => `"${each}"`).join(' or ')}`
  report(site, { rule: 'template/type', message, span, hints: hintsFor(first, words) })
}

function hintsFor(word: string, words: readonly string[]): readonly string[] {
  const near = didYouMean(word, words)
  return near.length > 0 ? near : [`known: ${words.map(each => `\`${each}\``).join(', ')}`]
}

function bare(site: Site, type: Type): Type {
  return either(
    site.check.types,
    atomsOf(type).filter(each => each.type !== 'null')
  )
}

function kindsOf(type: Type): Set<string> {
  return new Set(atomsOf(type).flatMap(each => kindOf(each) ?? []))
}

/** As `typeof` has it, which `equal` of merge asks. */
function kindOf({ type }: Atom): string | null {
  if (type === 'null' || type === 'unknown') return null
  if (type === 'number' || type === 'boolean') return type
  return type === 'list' || type === 'object' || type === 'record' ? 'object' : 'text'
}

/** True for what can only be a text, a number, true, false or null: the rest is refused before it is compared. */
export function isScalar(type: Type): boolean {
  return atomsOf(type).every(each => kindOf(each) !== 'object')
}

/** All the words that a type could be before anything was asked; null where it could be any, or no word at all. */
function wordsOf(type: Type): readonly string[] | null {
  const atoms = atomsOf(type).filter(each => each.type !== 'null')
  const words = atoms.flatMap(each => (each.type === 'words' ? each.of : []))
  return atoms.length > 0 && atoms.every(each => each.type === 'words') ? words : null
}
