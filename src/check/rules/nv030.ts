/** NV030: that a treaty binds both sides at the date of an incident is decided where legal bases are chosen. */
import { failing, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV030: Rule = {
  id: 'NV030',
  title: 'a treaty is cited only where sender and addressee were parties at the date of the incident',
  reason: 'party status is a fact; Azerbaijan is no party to Additional Protocol I (practice 0.5)',
  severity: 'error',
  on: 'dossier',
  judges: 'facts',
  decides: { inPart: 'treaties of real States whose dates `law.yaml` does not have' },
  stages: ['NV030'],
  examples: {
    passes: [passing('both are parties', 'embassy-storming')],
    fails: [
      failing(
        'not yet a party',
        'drafter-insertion',
        ['register.yaml', 'vccr: 2027-01-15'],
        ['register.yaml', 'vccr: 1968-01-15', 'vccr: 2027-01-15']
      )
    ]
  },
  check: null
}
