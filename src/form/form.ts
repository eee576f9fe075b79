/** A prepared note in; what its form leaves to be desired, by the rules of the table, out. */
import { attempt, type Diagnostic, distinct } from '../diagnostic.ts'
import type { Lexicons } from '../languages/lexicon.ts'
import { LEXICONS } from '../languages/lexicons.ts'
import type { Prepared } from '../render.ts'
import { lexicalFaults } from './lexical.ts'
import { type Note, openNote } from './note.ts'
import { RULES } from './rules/index.ts'
import type { Rule, RuleFault } from './rules/rule.ts'

/**
 * Holds a note against every form rule, with the severities of the rules themselves (`applySettings` gives those of a
 * workspace). A note that cannot be merged or laid out gives what stands against that instead; one that is to have no
 * pages is not laid out.
 */
export function checkForm(
  prepared: Prepared,
  { paged = true, lexicons = LEXICONS }: { readonly paged?: boolean; readonly lexicons?: Lexicons | undefined } = {}
): readonly Diagnostic[] {
  const opened = attempt(() => openNote(prepared, lexicons))
  const note = opened.value
  if (!note) return opened.findings
  const laidOut = attempt(() => (paged ? note.layout() : null))
  const rules = RULES.filter(({ on }) => laidOut.value !== null || on !== 'layout').filter(
    ({ kinds }) => kinds === null || kinds.includes(note.kind.name)
  )
  return distinct([
    ...laidOut.findings,
    ...rules.flatMap(rule => faultsOf(rule, note).map(fault => findingOf(rule, fault)))
  ])
}

function faultsOf({ words, check }: Rule, note: Note): readonly RuleFault[] {
  return [...words.flatMap(row => lexicalFaults(note, row)), ...(check?.(note) ?? [])]
}

function findingOf({ id, severity }: Rule, { message, at, hints = [], severity: own }: RuleFault): Diagnostic {
  return { severity: own ?? severity, rule: id, message, ...at, hints: [...hints, ...(at.hints ?? [])] }
}
