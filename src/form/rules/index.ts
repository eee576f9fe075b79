/** The form rules, in the order of their numbers: the table in `README.md` says what each holds and why, its words or its check find its faults. */
import * as acts from './acts.ts'
import * as attribution from './attribution.ts'
import * as communications from './communications.ts'
import * as coordinates from './coordinates.ts'
import * as courtesies from './courtesies.ts'
import * as dates from './dates.ts'
import * as factsInTemplates from './facts-in-templates.ts'
import * as languages from './languages.ts'
import lexical from './lexical.json'
import * as lines from './lines.ts'
import * as pages from './pages.ts'
import * as priorIncidents from './prior-incidents.ts'
import * as quantities from './quantities.ts'
import page from './README.md?raw'
import * as request from './request.ts'
import type { LexicalRow, Rule, RuleCheck } from './rule.ts'
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

const WORDS = lexical as Readonly<Record<string, readonly LexicalRow[]>>

/** A row of the table: `| [NV001](words.ts) | what holds | why | …`. */
const ROW = /^\| \[(NV\d{3})\]\(\S+\) \| (.+) \|$/gm

export const RULES: readonly Rule[] = Array.from(page.matchAll(ROW), ([, id = '', row = '']) => ruleIn(id, row))

function ruleIn(id: string, row: string): Rule {
  const [title = '', reason = '', severity, on, _undecided, _stages, judges, kinds = ''] = row.split(' | ')
  const said = { id, title, reason, severity, on, judges, kinds: kinds === 'all' ? null : kinds.split(', ') }
  return { ...(said as Omit<Rule, 'words' | 'check'>), words: WORDS[id] ?? [], check: CHECKS[id] ?? null }
}
