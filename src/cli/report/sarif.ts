/** Findings in; a SARIF log (OASIS, version 2.1.0), as code scanning reads it, out. */
import { createHash } from 'node:crypto'
import { CODES } from '../../check/codes.ts'
import type { Severity } from '../../diagnostic.ts'
import { lineOf } from '../../source.ts'
import type { ReportedFinding, ReportOptions } from './finding.ts'
import { sentence } from './print.ts'

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' }

/** One run of this tool; the rules are those that were broken, in the order in which they first were. */
export function sarif(findings: readonly ReportedFinding[], options: ReportOptions): string {
  const rules = [...new Set(findings.map(each => each.rule))]
  const prints = fingerprints(findings, options)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'verbale', version: options.version, rules: rules.map(id => ruleOf(id, findings)) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((each, index) => ({
          ...resultOf(each, rules.indexOf(each.rule), options),
          partialFingerprints: { 'verbale/v1': prints[index] }
        }))
      }
    ]
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** What a rule means and how it is mended, and how grave it is where it was broken first. */
function ruleOf(id: string, findings: readonly ReportedFinding[]) {
  const severity = findings.find(each => each.rule === id)?.severity ?? 'error'
  const meaning = CODES.get(id)
  const defaultConfiguration = { level: LEVELS[severity] }
  if (!meaning) return { id, defaultConfiguration }
  return {
    id,
    shortDescription: { text: meaning.means },
    help: { text: meaning.mend },
    defaultConfiguration
  }
}

function resultOf(finding: ReportedFinding, ruleIndex: number, options: ReportOptions) {
  const { file, rule, severity } = finding
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: sentence(finding) },
    ...(file === null ? {} : { locations: [{ physicalLocation: placeOf(options.inRepository(file), finding) }] })
  }
}

function placeOf(file: string, { start, end }: ReportedFinding) {
  const region = start &&
    end && { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  return { artifactLocation: locationOf(file), ...(region ? { region } : {}) }
}

/** A path as a URI reference: below the root of the repository, or whole (SARIF 2.1.0, 3.4.3 and 3.4.4). */
function locationOf(path: string) {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? { uri: `file://${encoded}` } : { uri: encoded, uriBaseId: '%SRCROOT%' }
}

/**
 * What a finding is known by from one version of a file to the next: its rule, its file, the text of its line and which of
 * several alike it is. Lines that come or go above it change nothing.
 */
function fingerprints(findings: readonly ReportedFinding[], { inRepository }: ReportOptions): string[] {
  const seen = new Map<string, number>()
  return findings.map(({ rule, file, span, start }) => {
    const line = span && start ? lineOf(span.source, start.line).replace(/\s+/g, ' ').trim() : ''
    const key = JSON.stringify([rule, file === null ? null : inRepository(file), line])
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    return createHash('sha256').update(`${key}${occurrence}`).digest('hex').slice(0, 32)
  })
}
