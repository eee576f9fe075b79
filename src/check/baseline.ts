/** Findings in; a baseline of them as text out, and later those findings that are not in it: only what is new counts. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Baseline } from '../records/baseline.ts'
import { byCodeUnit } from '../records/sequence.ts'
import { lineOf, positionOf } from '../source.ts'

type Fingerprint = Baseline['findings'][number]

/**
 * What tells a finding from others whatever is written above it: its rule, its file, the text of its line with one space
 * where there is white space, and which it is of those that are alike, in the order of the file.
 */
export function fingerprintsOf(findings: readonly Diagnostic[]): readonly Fingerprint[] {
  const seen = new Map<string, number>()
  const prints = new Map<Diagnostic, Fingerprint>()
  for (const finding of [...findings].sort(byPlace)) {
    const print = { rule: finding.rule, file: finding.span?.source.name ?? '', line: lineText(finding) }
    const key = JSON.stringify(print)
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    prints.set(finding, { ...print, occurrence })
  }
  return findings.flatMap(each => prints.get(each) ?? [])
}

function lineText({ span }: Diagnostic): string {
  if (!span) return ''
  return lineOf(span.source, positionOf(span.source, span.start).line).replace(/\s+/g, ' ').trim()
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const byFile = byCodeUnit(a.span?.source.name ?? '', b.span?.source.name ?? '')
  return byFile || (a.span?.start ?? 0) - (b.span?.start ?? 0) || byCodeUnit(a.message, b.message)
}

/** A baseline of findings as JSON text: the same for the same findings, in whatever order. */
export function baselineOf(findings: readonly Diagnostic[]): string {
  const sorted = [...fingerprintsOf(findings)].sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)))
  return `${JSON.stringify({ verbale: 1, findings: sorted } satisfies Baseline, null, 2)}\n`
}

function keyOf({ rule, file, line, occurrence }: Fingerprint): string {
  return JSON.stringify([file, rule, line, occurrence])
}

/** The findings that a baseline does not have. */
export function newSince(findings: readonly Diagnostic[], baseline: Baseline): readonly Diagnostic[] {
  const known = new Set(baseline.findings.map(keyOf))
  const prints = fingerprintsOf(findings).map(keyOf)
  return findings.filter((_, index) => !known.has(prints[index] ?? ''))
}
