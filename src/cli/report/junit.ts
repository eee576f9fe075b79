/** Findings in; a JUnit report, as servers of continuous integration read it, out. */
import type { ReportedFinding, ReportOptions } from './finding.ts'
import { plainDifference, sentence, visible } from './print.ts'

/**
 * A test case for each finding: an error is a failure; anything less is a case that passed and had something to say. A file
 * that was checked and of which nothing is said is a case that passed. A run of which nothing is to be told is one case
 * that passed, as readers refuse a report without any.
 */
export function junit(findings: readonly ReportedFinding[], { checked }: Pick<ReportOptions, 'checked'>): string {
  const failures = findings.filter(each => each.severity === 'error').length
  const told = new Set(findings.map(each => each.file))
  const passed = checked
    .filter(file => !told.has(file))
    .map(file => `    <testcase classname="${escaped(file)}" name="nothing found"/>`)
  const cases = [...findings.map(testCase), ...passed]
  const all = cases.length > 0 ? cases : ['    <testcase classname="verbale" name="no findings"/>']
  const counts = `tests="${all.length}" failures="${failures}" errors="0"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="verbale" ${counts}>`,
    `  <testsuite name="verbale" ${counts}>`,
    ...all,
    '  </testsuite>',
    '</testsuites>',
    ''
  ].join('\n')
}

function testCase(finding: ReportedFinding): string {
  const { file, start, severity, rule, message, difference } = finding
  const place = start ? `${file}:${start.line}:${start.column}` : (file ?? '')
  const name = `${place} ${rule}`.trim()
  const head = `    <testcase classname="${escaped(file ?? 'verbale')}" name="${escaped(name)}">`
  const text = escaped([sentence(finding), ...(difference ? plainDifference(difference) : [])].join('\n'))
  const said =
    severity === 'error'
      ? `      <failure type="${escaped(rule)}" message="${escaped(message)}">${text}</failure>`
      : `      <system-out>${severity}: ${text}</system-out>`
  return [head, said, '    </testcase>'].join('\n')
}

/** For text and attributes; what XML 1.0 cannot hold is written as it is for people. */
function escaped(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
