/** Findings in; a SARIF log (OASIS, version 2.1.0), as code scanning reads it, out. */
import type { Severity } from '../diagnostic.ts'
import { sentence } from './print.ts'
import type { Finding } from './report.ts'

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' }

/** One run of this tool; the rules are those that were broken, in the order in which they first were. */
export function sarif(findings: readonly Finding[]): string {
  const rules = [...new Set(findings.map(each => each.rule))]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'verbale', rules: rules.map(id => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(each => resultOf(each, rules.indexOf(each.rule)))
      }
    ]
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(finding: Finding, ruleIndex: number) {
  const { file, rule, severity } = finding
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: sentence(finding) },
    ...(file === null ? {} : { locations: [{ physicalLocation: placeOf(file, finding) }] })
  }
}

function placeOf(file: string, { start, end }: Finding) {
  const region = start &&
    end && { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  return { artifactLocation: { uri: uriOf(file) }, ...(region ? { region } : {}) }
}

/** A path as a URI reference, relative as it was (SARIF 2.1.0, 3.4.3). */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${encoded}` : encoded
}
