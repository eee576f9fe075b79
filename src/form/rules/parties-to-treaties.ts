/** NV030: that a treaty binds both sides at the date of an incident is decided where legal bases are chosen. */
import type { Rule } from './rule.ts'

export const NV030: Rule = {
  id: 'NV030',
  kind: 'any',
  title: 'a treaty is cited only where sender and addressee were parties at the date of the incident',
  reason: 'party status is a fact; Azerbaijan is no party to Additional Protocol I',
  severity: 'error',
  on: 'dossier',
  decides: { inPart: 'treaties of real States whose dates `law.yaml` does not have' },
  stages: ['NV030'],
  judges: 'facts',
  check: null
}
