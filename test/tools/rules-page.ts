/** The table of form rules in; the page about them beside them out. */
import { PENDING, RULES } from '../../src/form/rules/index.ts'
import type { Rule } from '../../src/form/rules/rule.ts'

const HEAD = `# Form rules

What a protocol desk looks for in a note, as \`verbale check\` looks for it. This page is made from the rules (\`npm run tables\`).

Each rule has one file: why it holds and what a program cannot decide of it; what passes and what fails stands in \`test/form/examples\`. A rule is tried on
the merged note, so that a finding stands where the words come from: on the line of a template, or on the value of a record.
\`verbale.yaml\` makes a rule graver or lighter, and excepts findings for a reason and until a day. **Facts** nobody excepts;
a rule of **law** gives way to a position that the request takes (\`override\`), by whose authority and why.

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

`

const TABLE =
  '| rule | what holds | severity | looks at | what it cannot decide | also said by | |\n| --- | --- | --- | --- | --- | --- | --- |\n'

/** `src/form/rules/README.md`, with a link to the file of each rule. */
export function rulesPage(files: ReadonlyMap<string, string>): string {
  const details = RULES.map(rule => `**${rule.id}**: ${rule.reason}.`)
  const waiting = PENDING.map(each => `| ${each.id} | ${each.title} | ${each.waitsFor} |`)
  return [
    `${HEAD}${TABLE}${RULES.map(rule => rowOf(rule, files.get(rule.id) ?? '')).join('\n')}`,
    `## Why\n\n${details.join('\n\n')}`,
    `## Pending\n\nThese come with the languages that they are about.\n\n| rule | what holds | waits for |\n| --- | --- | --- |\n${waiting.join('\n')}`
  ]
    .join('\n\n')
    .concat('\n')
}

function rowOf({ id, title, severity, on, decides, stages, overrides, check }: Rule, file: string): string {
  const limits = decides === 'yes' ? '' : decides.inPart
  const codes = stages.filter(each => each !== id).map(each => `\`${each}\``)
  const elsewhere = check === null ? [`decided by ${codes.join(', ') || 'the records'} alone`] : codes
  const cells = [`[${id}](${file})`, title, severity, on, limits, elsewhere.join(', '), overrides ?? '']
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
