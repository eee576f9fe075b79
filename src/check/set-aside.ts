/** The findings of a note and what its request sets aside in; the findings as they count then, and what is set aside in vain, out. */
import { type Diagnostic, didYouMean, error, information, warning } from '../diagnostic.ts'
import { originOf } from '../fact.ts'
import { atRecord } from '../form/place.ts'
import { RULES } from '../form/rules/index.ts'
import type { SetAside } from '../records/keeping.ts'
import type { Records } from '../records/records.ts'
import { judgedBy } from './settings.ts'

type Entry = SetAside[number]

/** Tells a finding that is set aside for information, by whose name and why. Those of facts and law stay what they are. */
export function withSetAside(found: readonly Diagnostic[], { request }: Records): Diagnostic[] {
  const entries = (request['set-aside'] ?? []).filter(each => judgedBy(each.rule) === 'form')
  return found.map(finding => {
    const entry = entries.find(each => isMeant(finding, each))
    return entry ? told(finding, entry) : finding
  })
}

/** Whether an entry means a finding: by its rule, and by words of its message or around what was found, where it has some. */
function isMeant({ rule, message, span }: Diagnostic, { rule: meant, match }: Entry): boolean {
  if (rule !== meant || match === undefined || message.includes(match)) return rule === meant
  if (!span) return false
  const at = span.source.text.indexOf(match, Math.max(0, span.start - match.length + 1))
  return at >= 0 && at < Math.max(span.end, span.start + 1)
}

function told({ severity: _, rule, message, hints: __, ...place }: Diagnostic, { by, reason }: Entry): Diagnostic {
  const hints = [`set aside by ${by}: ${reason}`]
  return information({ ...place, rule: 'form/set-aside', message: `\`${rule}\` is set aside: ${message}`, hints })
}

/**
 * What is wrong with what is set aside: no rule of form, or no finding any more. `found` is everything that was found in
 * the note; where not all of it was looked at (`whole`), a finding may still stand elsewhere.
 */
export function setAsideFindings(found: readonly Diagnostic[], records: Records, whole: boolean): Diagnostic[] {
  return (records.request['set-aside'] ?? []).flatMap((entry, index) => {
    const refused = refusal(entry.rule)
    const at = (key: string) => atRecord(records, originOf('note', `/set-aside/${index}/${key}`))
    if (refused) return [error({ ...refused, ...at('rule'), hints: refused.hints })]
    if (!whole || found.some(each => isMeant(each, entry))) return []
    const message = `\`${entry.rule}\` finds nothing here that could be set aside`
    return [warning({ rule: 'form/unused-set-aside', message, ...at('rule'), hints: ['take it out'] })]
  })
}

/** Why findings of a rule are not set aside; null where they can be. */
function refusal(rule: string): Pick<Diagnostic, 'rule' | 'message' | 'hints'> | null {
  const judged = judgedBy(rule)
  if (judged === 'form') return null
  if (judged === undefined) {
    const ids = RULES.filter(each => each.judges === 'form').map(each => each.id)
    return { rule: 'form/unknown-rule', message: `there is no rule \`${rule}\``, hints: didYouMean(rule, ids) }
  }
  const [why, hint] = REFUSALS[judged]
  return { rule: 'form/not-set-aside', message: `\`${rule}\` ${why}`, hints: [hint] }
}

const REFUSALS = {
  facts: ['checks facts, which cannot be set aside', 'correct the record or the template'],
  law: ['is a question of law and cannot be set aside', 'take a position: `override: [{ rule, authority, reason }]`']
} as const
