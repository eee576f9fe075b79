/** One note made in several languages in; a finding for each thing that they do not all say out. */
import { attempt } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import type { Prepared } from '../render.ts'
import { isWithin, type Pointer } from '../value.ts'
import { judge, type LanguageDifference, type ParityFindings, purposesOf, together } from './differs.ts'
import { type LedgerEntry, ledgerOf, type NoteLedger } from './ledger.ts'

/**
 * Holds every language of a note against the first: whether it prints the same facts, choices, law and insertions, by part
 * and incident, and whether the same decided about its words. One that cannot be merged is told of elsewhere.
 */
export function noteParity(engine: Engine, prepared: readonly Prepared[]): ParityFindings {
  const [first, ...others] = prepared.flatMap(each => attempt(() => ledgerOf(each)).value ?? [])
  const judged = others.flatMap(other => {
    const differences = first ? [...missing(first, other), ...missing(other, first)] : []
    // where nothing differs, nobody asks what is on purpose
    if (!first || differences.length === 0) return []
    return judge(differences, purposesOf(engine, [first.language, other.language]), 'error')
  })
  return together(judged)
}

function missing(here: NoteLedger, there: NoteLedger): LanguageDifference[] {
  return [...here.entries].flatMap(([key, entry]) => {
    const { rule, part, what, at, origin } = entry
    if (there.entries.has(key) || isDecided(entry, there)) return []
    const message = `\`${here.language}\` ${entry.says} in ${entry.standing}; \`${there.language}\` nowhere there`
    const also = [...there.entries.values()].find(each => each.part === part)?.at
    return [{ rule, part, what, message, at, also, lacks: there.language, origin }]
  })
}

/**
 * Whether a place decided about anything there. What a list decides is decided where its items do, or are printed: one
 * language has a singular and a plural where another has the same words for both.
 */
function isDecided({ pointer, standing }: LedgerEntry, { reasons, printed }: NoteLedger): boolean {
  if (pointer === undefined) return false
  const isItem = (each: Pointer) => isWithin(each, pointer) && /^\/\d/.test(each.slice(pointer.length))
  const [known = NONE, shown = NONE] = [reasons.get(standing), printed.get(standing)]
  return known.has(pointer) || [...known].some(each => isWithin(each, pointer)) || [...shown].some(isItem)
}

const NONE: ReadonlySet<Pointer> = new Set()
