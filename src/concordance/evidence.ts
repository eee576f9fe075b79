/** A note in each of its languages in; what a comparison proves of them, part by part, and what they say otherwise on purpose, out. */
import type { Engine } from '../engine.ts'
import { factOf } from '../fact.ts'
import { purposesOf } from '../parity/differs.ts'
import { type LedgerEntry, ledgerOf } from '../parity/ledger.ts'
import type { Prepared } from '../render.ts'
import type { Evidence } from './compose.ts'

/** Fields that are printed as numbers or dates. */
const NUMBERS = /(?:^|\.)(?:date|time|value|count|number|as-of)$/

/** Of each part the entries that every language has; what one alone has is a difference, which `render` refuses. */
export function evidenceOf(engine: Engine, all: readonly Prepared[]): Evidence {
  const [first, ...others] = all.map(ledgerOf)
  const shared = [...(first?.entries ?? [])].flatMap(([key, entry]) => {
    return others.every(each => each.entries.has(key)) ? [entry] : []
  })
  const parts = new Map<string, LedgerEntry[]>()
  for (const each of shared) parts.set(each.standing, [...(parts.get(each.standing) ?? []), each])
  const languages = all.map(each => each.records.language)
  return {
    proven: [...parts].map(([part, entries]) => ({
      part,
      facts: entries.filter(each => each.rule === 'parity/fact').length,
      decisions: entries.filter(each => each.rule === 'parity/decision').length,
      numbers: entries.filter(isNumber).length
    })),
    purposes: languages.flatMap(language =>
      purposesOf(engine, [language]).flatMap(({ value }) => (value?.differs ?? []).map(each => ({ language, ...each })))
    )
  }
}

function isNumber({ origin }: LedgerEntry): boolean {
  return origin !== undefined && NUMBERS.test(factOf(origin).field ?? '')
}
