/** A case in; the legal positions that its request takes, and what is wrong with its overrides, out. */
import { type Diagnostic, error, warning } from '../../diagnostic.ts'
import { type Case, inNote } from './case.ts'

/** A legal position that a decision made use of; without an incident it is about the note. */
export interface LegalPosition {
  readonly rule: string
  readonly incident?: string
}

/**
 * The rules that are law and not fact, so that somebody with authority may take another position. Dates, lists and party
 * status (NV025, NV026, NV030, NV035 …) are facts. NV031 is about words, and is judged where words are.
 */
const OPEN = ['NV028', 'NV029', 'NV031', 'NV034']
/** The rules are numbered through, from NV001 on; a test holds this against their table. */
export const LAST_RULE = 56
const DECIDED_ELSEWHERE = ['NV031']

/** Whether the request takes a position against a rule, for one incident or for the note. */
export function takes({ request }: Case, rule: string, incident: string | null): boolean {
  const taken = [...(request.override ?? []), ...(request.stated?.positions ?? [])]
  return taken.some(
    each => each.rule === rule && (each.incident === undefined || incident === null || each.incident === incident)
  )
}

/** Overrides of facts are refused; one that nothing needed is pointed out. */
export function checkOverrides({ request, ...rest }: Case, used: readonly LegalPosition[]): Diagnostic[] {
  const facts = { request, ...rest }
  return (request.override ?? []).flatMap(({ rule, incident }, index) => {
    const place = inNote(facts, `/override/${index}`)
    if (!isRule(rule)) {
      const message = `there is no rule ${rule}`
      const hints = [`a position can be taken against ${OPEN.join(', ')}`]
      return [error({ rule: 'resolve/unknown-rule', message, ...place, hints })]
    }
    if (!OPEN.includes(rule)) {
      const message = `${rule} checks facts, which no authority can override`
      const hints = [`correct the record; a position can only be taken against ${OPEN.join(', ')}`]
      return [error({ rule: 'resolve/override-of-fact', message, ...place, hints })]
    }
    const needed = used.some(each => each.rule === rule && (incident === undefined || each.incident === incident))
    if (needed || DECIDED_ELSEWHERE.includes(rule)) return []
    const about = incident === undefined ? '' : ` for \`${incident}\``
    return [
      warning({ rule: 'resolve/unused-override', message: `the override of ${rule}${about} is not needed`, ...place })
    ]
  })
}

function isRule(rule: string): boolean {
  const number = Number(rule.slice('NV'.length))
  return number >= 1 && number <= LAST_RULE
}
