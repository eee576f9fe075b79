/** The table of form rules in; the page about them beside them out. */
import { RULES } from '../../src/form/rules/index.ts'
import type { Rule } from '../../src/form/rules/rule.ts'

/** A rule, or a part of one, that comes with the languages that it is about. */
interface Pending {
  readonly id: string
  readonly title: string
  readonly waitsFor: string
}

export const PENDING: readonly Pending[] = [
  {
    id: 'NV006',
    title: 'the recipient stands in the dative, as recorded',
    waitsFor: 'Ukrainian'
  },
  {
    id: 'NV007',
    title: 'verbs agree with the senders in number and gender',
    waitsFor: 'French, Spanish, Arabic, Russian'
  },
  { id: 'NV008', title: 'articles and prepositions are contracted and elided', waitsFor: 'French, Spanish' },
  {
    id: 'NV023',
    title: 'dates are written by the rule of the language',
    waitsFor: 'each language but Azerbaijani, English and Russian'
  },
  { id: 'NV045', title: 'thin spaces before double punctuation marks', waitsFor: 'French' },
  { id: 'NV047', title: 'the body is in one language', waitsFor: 'each language but Azerbaijani, English and Russian' }
]

const HEAD = `# Form rules

What a protocol desk looks for in a note, as \`verbale check\` looks for it. This page is made from the rules (\`npm run tables\`).

\`rules.json\` says of each rule why it holds, for which kinds of note, and what a program cannot decide of it. Words that no note
may hold are rows there: what is looked for, by its name in the lexicon of each language (\`languages/xx/lexicon.ts\`, which says
\`none('because …')\` where a language has no such words), where, and what lets it pass. What hangs on records is looked for in the
file that the table names. What passes and what fails stands in \`test/form/examples\`. A rule is tried on the merged note, so that a finding stands where the words come from: on the line of a template, or on the value of a record.
\`render\` holds a note against the same rules before it writes it: a draft is written with its findings, and what leaves the
house (\`form: issue\`) is not written while one of them is an error.

\`verbale.yaml\` makes a rule graver or lighter, and excepts findings for a reason and until a day. A rule of **form** reads
words and pages, and may read them wrongly: \`set-aside\` in the request lets its finding pass, by whose name and why. **Facts**
nobody excepts; a rule of **law** gives way to a position that the request takes (\`override\`), by whose authority and why.

\`\`\`yaml
# verbale.yaml
verbale: 1
rules: { NV049: off, NV045: error }       # off, information, warning, error
gates: { coverage: 95, warnings: 0 }
exceptions:
  - rule: NV044
    in: notes/2026/*.yaml                 # a name or a pattern; anywhere without it
    match: etc.                           # words of the message or of the line; any without it
    reason: a quotation from the treaty
    until: 2026-12-31                     # told 14 days before, and the finding is back after it
    by: Head of Protocol
\`\`\`

\`\`\`yaml
# note.yaml
set-aside:
  - rule: NV044                           # a rule of form; facts and law are never set aside
    match: etc.                           # words of the message, or those in which it was found; any without it
    reason: a quotation from the treaty
    by: Head of Protocol
\`\`\`

A finding that is set aside is told for information (\`form/set-aside\`), and one that no longer occurs is a warning
(\`form/unused-set-aside\`). No file shows what was set aside: \`explain\` lists it from the request, and \`verbale record
--request note.yaml\` keeps it in the entry of the register.

`

const TABLE =
  '| rule | what holds | severity | looks at | what it cannot decide | also said by | judges | kinds |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n'

/** `src/form/rules/README.md`, with a link to the file of each rule. */
export function rulesPage(files: ReadonlyMap<string, string>): string {
  const details = RULES.map(rule => `- **${rule.id}**: ${rule.reason}.`)
  const waiting = PENDING.map(each => `| ${each.id} | ${each.title} | ${each.waitsFor} |`)
  return [
    `${HEAD}${TABLE}${RULES.map(rule => rowOf(rule, files.get(rule.id) ?? 'rules.json')).join('\n')}`,
    `## Why\n\n${details.join('\n')}`,
    `## Pending\n\nThese come with the languages that they are about.\n\n| rule | what holds | waits for |\n| --- | --- | --- |\n${waiting.join('\n')}`
  ]
    .join('\n\n')
    .concat('\n')
}

function rowOf(
  { id, title, severity, on, stages, judges, kinds, words, check, undecided = '' }: Rule,
  file: string
): string {
  const codes = stages.filter(each => each !== id).map(each => `\`${each}\``)
  const elsewhere = check === null && !words ? [`decided by ${codes.join(', ') || 'the records'} alone`] : codes
  const cells = [
    `[${id}](${file})`,
    title,
    severity,
    on,
    undecided,
    elsewhere.join(', '),
    judges,
    kinds?.join(', ') ?? 'all'
  ]
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
