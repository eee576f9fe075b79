/** The findings of a note in; the same without the overrides told as not needed that a rule of form needs, out. */
import type { Diagnostic } from '../diagnostic.ts'
import { checkForm } from '../form/form.ts'
import type { Lexicons } from '../languages/lexicon.ts'
import type { Prepared } from '../render.ts'
import { steps } from '../value.ts'

/**
 * The records alone do not show that a sentence asks for a position; the rules that read words do. `made` is the note in
 * each of its languages: what one of them needs is needed.
 */
export function withoutNeeded(
  findings: readonly Diagnostic[],
  made: readonly Prepared[],
  lexicons?: Lexicons
): readonly Diagnostic[] {
  return findings.filter(
    ({ rule, pointer }) =>
      rule !== 'resolve/unused-override' ||
      !made.some(each => isNeeded(each, Number(steps(pointer ?? '').at(-1)), lexicons))
  )
}

/** Whether the rule that an override is of finds more in the note without it. */
function isNeeded(prepared: Prepared, index: number, lexicons: Lexicons | undefined): boolean {
  const { records } = prepared
  const all = records.request.override ?? []
  const request = { ...records.request, override: all.filter((_, at) => at !== index) }
  const [before, after] = [records, { ...records, request }].map(each => {
    const found = checkForm({ ...prepared, records: each }, { paged: false, lexicons })
    return found.filter(({ rule }) => rule === all[index]?.rule).length
  })
  return (after ?? 0) > (before ?? 0)
}
