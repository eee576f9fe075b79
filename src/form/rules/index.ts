/** The table of form rules, in the order of their numbers: `rules.json` says what each holds and why, its check finds its faults. */
import * as acts from './acts.ts'
import * as attribution from './attribution.ts'
import * as communications from './communications.ts'
import * as coordinates from './coordinates.ts'
import * as courtesies from './courtesies.ts'
import * as dates from './dates.ts'
import * as factsInTemplates from './facts-in-templates.ts'
import * as languages from './languages.ts'
import * as lines from './lines.ts'
import * as pages from './pages.ts'
import * as priorIncidents from './prior-incidents.ts'
import * as quantities from './quantities.ts'
import * as request from './request.ts'
import type { Rule, RuleCheck } from './rule.ts'
import rows from './rules.json'
import * as shortForms from './short-forms.ts'
import * as spellings from './spellings.ts'
import * as treaties from './treaties.ts'
import * as words from './words.ts'

const CHECKS: Readonly<Record<string, RuleCheck>> = {
  ...acts,
  ...attribution,
  ...communications,
  ...coordinates,
  ...courtesies,
  ...dates,
  ...factsInTemplates,
  ...lines,
  ...languages,
  ...pages,
  ...priorIncidents,
  ...quantities,
  ...request,
  ...shortForms,
  ...spellings,
  ...treaties,
  ...words
}

/** What holds of a rule whose row does not say otherwise. */
const USUAL = { on: 'document', stages: [], judges: 'form', kinds: null } as const

type Row = Omit<Rule, 'check' | keyof typeof USUAL> & Partial<Rule>

export const RULES: readonly Rule[] = (rows as readonly Row[]).map(row => ({
  ...USUAL,
  ...row,
  check: CHECKS[row.id] ?? null
}))
