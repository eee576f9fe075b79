/** One note made in several languages in; a finding for each thing that they do not all say out. */
import { attempt, distinct } from '../diagnostic.ts'
import type { Prepared } from '../render.ts'
import { isWithin } from '../value.ts'
import type { World } from '../world.ts'
import { judge, type LanguageDifference, type ParityFindings, purposesOf } from './differs.ts'
import { type LedgerEntry, ledgerOf, type NoteLedger, standingOf } from './ledger.ts'

/**
 * Holds every language of a note against the first: whether it prints the same facts, choices, law and insertions, by part
 * and incident, and whether the same decided about its words. One that cannot be merged is told of elsewhere.
 */
export function noteParity(world: World, prepared: readonly Prepared[]): ParityFindings {
  const [first, ...others] = prepared.flatMap(each => attempt(() => ledgerOf(each)).value ?? [])
  const judged = others.map(other => {
    if (!first) return { findings: [], excused: [] }
    const purposes = [first, other].map(({ language }) => purposesOf(world, language))
    return judge([...missing(first, other), ...missing(other, first)], purposes, 'error')
  })
  return { findings: distinct(judged.flatMap(each => each.findings)), excused: judged.flatMap(each => each.excused) }
}

function missing(here: NoteLedger, there: NoteLedger): LanguageDifference[] {
  const facts = [...here.facts].flatMap(([key, entry]) =>
    there.facts.has(key) ? [] : [told('parity/fact', `prints ${entry.says}`, entry, here, there)]
  )
  const decisions = [...here.decisions.values()].flatMap(entry => {
    const reasons = [...(there.reasons.get(standingOf(entry)) ?? [])]
    // what a list decides is decided where its items do
    if (reasons.some(each => isWithin(each, entry.pointer))) return []
    return [told('parity/decision', `says something because of ${entry.says}`, entry, here, there)]
  })
  return [...facts, ...decisions]
}

function told(rule: string, does: string, entry: LedgerEntry, here: NoteLedger, there: NoteLedger): LanguageDifference {
  const { part, what, at, origin } = entry
  const message = `\`${here.language}\` ${does} in ${standingOf(entry)}; \`${there.language}\` nowhere there`
  const also = [...there.facts.values(), ...there.decisions.values()].find(each => each.part === part)?.at
  return { rule, part, what, message, at, also, lacks: there.language, ...(origin === undefined ? {} : { origin }) }
}
