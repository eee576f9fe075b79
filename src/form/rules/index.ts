/** The table of form rules, in the order of their numbers: `rules.json` says what each holds and why, its check finds its faults. */
import type { Severity } from '../../diagnostic.ts'
import * as acts from './acts.ts'
import * as attribution from './attribution.ts'
import * as casualties from './casualties.ts'
import * as communications from './communications.ts'
import * as coordinates from './coordinates.ts'
import * as courtesies from './courtesies.ts'
import * as dates from './dates.ts'
import * as demands from './demands.ts'
import * as enclosures from './enclosures.ts'
import * as factsInTemplates from './facts-in-templates.ts'
import * as firstLines from './first-lines.ts'
import * as hedges from './hedges.ts'
import * as languages from './languages.ts'
import * as openingNames from './opening-names.ts'
import * as pages from './pages.ts'
import * as priorIncidents from './prior-incidents.ts'
import * as request from './request.ts'
import type { Ground, Judged, Rule, RuleCheck } from './rule.ts'
import rows from './rules.json'
import * as shortForms from './short-forms.ts'
import * as signatures from './signatures.ts'
import * as treaties from './treaties.ts'
import * as units from './units.ts'
import * as words from './words.ts'

const CHECKS: Readonly<Record<string, RuleCheck>> = {
  ...acts,
  ...attribution,
  ...casualties,
  ...communications,
  ...coordinates,
  ...courtesies,
  ...dates,
  ...demands,
  ...enclosures,
  ...factsInTemplates,
  ...firstLines,
  ...hedges,
  ...languages,
  ...openingNames,
  ...pages,
  ...priorIncidents,
  ...request,
  ...shortForms,
  ...signatures,
  ...treaties,
  ...units,
  ...words
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information']
const GROUNDS: readonly Ground[] = ['document', 'layout', 'register', 'dossier']
const JUDGED: readonly Judged[] = ['form', 'facts', 'law']

export const RULES: readonly Rule[] = rows.map(row => ({
  ...row,
  severity: oneOf(SEVERITIES, row.severity),
  on: oneOf(GROUNDS, row.on),
  judges: oneOf(JUDGED, row.judges),
  check: CHECKS[row.id] ?? null
}))

/** A word of the table; another one is our mistake. */
function oneOf<T extends string>(words: readonly T[], given: string): T {
  const word = words.find(each => each === given)
  if (word === undefined) throw new Error(`rules.json cannot say ${given}`)
  return word
}
