/** Findings in; a JUnit report, as servers of continuous integration read it, out. */
import { sentence, visible } from './print.ts'
import type { Finding } from './report.ts'

/**
 * A test case for each finding: an error is a failure; anything less is a case that passed and had something to say. A run
 * without findings is one case that passed, as readers refuse a report without any.
 */
export function junit(findings: readonly Finding[]): string {
  const failures = findings.filter(each => each.severity === 'error').length
  const cases =
    findings.length > 0 ? findings.flatMap(testCase) : ['    <testcase classname="verbale" name="no findings"/>']
  const counts = `tests="${cases.length === 0 ? 1 : Math.max(1, findings.length)}" failures="${failures}" errors="0"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="verbale" ${counts}>`,
    `  <testsuite name="verbale" ${counts}>`,
    ...cases.flat(),
    '  </testsuite>',
    '</testsuites>',
    ''
  ].join('\n')
}

function testCase(finding: Finding): string[] {
  const { file, start, severity, rule, message } = finding
  const place = start ? `${file}:${start.line}:${start.column}` : (file ?? '')
  const name = `${place} ${rule}`.trim()
  const head = `    <testcase classname="${escaped(file ?? 'verbale')}" name="${escaped(name)}">`
  const text = escaped(sentence(finding))
  const said =
    severity === 'error'
      ? `      <failure type="${escaped(rule)}" message="${escaped(message)}">${text}</failure>`
      : `      <system-out>${severity}: ${text}</system-out>`
  return [head, said, '    </testcase>']
}

/** For text and attributes; what XML 1.0 cannot hold is written as it is for people. */
export function escaped(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
