/** Everything that was found in; what of it counts in this workspace, on this day and beside what was known before, out. */
import { attempt, type Diagnostic, type Severity } from '../diagnostic.ts'
import type { Baseline } from '../records/baseline.ts'
import { type ReadSettings, readSettings, type Settings } from '../records/settings.ts'
import type { World } from '../world.ts'
import { newSince } from './baseline.ts'
import { applySettings, settingsFindings } from './settings.ts'

/** What the command line says of findings. */
export interface Counting {
  /** A day: 2026-11-14. */
  readonly today: string
  /** Severities by code, over those of the workspace. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  /** What was known before and does not count again; null where everything does. */
  readonly baseline: Baseline | null
}

export interface Counted {
  readonly findings: readonly Diagnostic[]
  /** How many findings do not count, because the workspace excepts them, does not ask for them, or knew them before. */
  readonly excepted: number
  readonly off: number
  readonly known: number
}

/** The settings of a world, as far as they can be read. */
export function settingsOf(world: World): ReadSettings {
  const read = attempt(() => readSettings(world))
  return read.value ?? { value: null, loaded: null, findings: read.findings }
}

/** What counts: the severities and exceptions of the workspace first, then those of the command line, then the baseline. */
export function counted(found: readonly Diagnostic[], settings: ReadSettings, counting: Counting): Counted {
  const applied = applySettings(found, settings, counting.today)
  const all = [...applied.findings, ...settingsFindings(found, settings, counting.today)]
  const graded = all.flatMap(each => gradedBy(counting.severities, each))
  const findings = counting.baseline ? newSince(graded, counting.baseline) : graded
  const off = [...applied.off.values()].reduce((sum, each) => sum + each, 0)
  return {
    findings,
    excepted: applied.excepted.length,
    off: off + all.length - graded.length,
    known: graded.length - findings.length
  }
}

function gradedBy(severities: Counting['severities'], finding: Diagnostic): Diagnostic[] {
  const severity = severities.get(finding.rule)
  if (severity === 'off') return []
  return [severity === undefined ? finding : { ...finding, severity }]
}

/** What fails a check although nothing that was found is an error. */
export type Gates = NonNullable<Settings['gates']>

export function gatesOf({ value }: ReadSettings): Gates {
  return value?.gates ?? {}
}
