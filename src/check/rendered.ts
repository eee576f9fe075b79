/** A note that `render` made in; what stands against its form, as its workspace counts it, out. */
import { type Diagnostic, refuse } from '../diagnostic.ts'
import { checkForm } from '../form/form.ts'
import type { Prepared } from '../render.ts'
import type { Pointer } from '../value.ts'
import type { World } from '../world.ts'
import { withoutNeeded } from './overrides.ts'
import { setAsideFindings, withSetAside } from './set-aside.ts'
import { applySettings, judgedBy, settingErrors, settingsInForce, settingsOf } from './settings.ts'

/** How a note was made, and when. */
export interface Circumstances {
  /** The world whose settings count. */
  readonly world: World
  /** A day: 2026-11-14. */
  readonly today: string
  /** Whether it has pages. */
  readonly paged: boolean
}

/** Throws `Rejected` with everything that is wrong with the settings of a world. */
export function refuseSettings(world: World): void {
  const settings = settingsOf(world)
  refuse([...settings.findings, ...settingErrors(settings)])
}

/** Everything that was noticed about a note on its way, and by the form rules. Its stages are used as they were made. */
export function lookAtRendered(prepared: Prepared, { world, today, paged }: Circumstances): readonly Diagnostic[] {
  const { findings } = applySettings(foundIn(prepared, paged), settingsOf(world), today)
  return prepared.records.request.form === 'draft' ? findings : findings.map(withWayOut)
}

/** The places of the settings that take out some of what `lookAtRendered` would give. */
export function settingsUsed(prepared: Prepared, { world, today, paged }: Circumstances): ReadonlySet<Pointer> {
  return settingsInForce(foundIn(prepared, paged), settingsOf(world), today)
}

/** What is found in a note, as its request lets it count. */
function foundIn(prepared: Prepared, paged: boolean): readonly Diagnostic[] {
  const { records, notes } = prepared
  const found = [...withoutNeeded(notes, [prepared]), ...checkForm(prepared, { paged })]
  const isWhole = paged && (records.request.languages.translations ?? []).length === 0
  return [...withSetAside(found, records), ...setAsideFindings(found, records, isWhole)]
}

/** A rule of form can be wrong at the worst hour: the error that holds a note back says how it is set aside. */
function withWayOut(finding: Diagnostic): Diagnostic {
  if (finding.severity !== 'error' || judgedBy(finding.rule) !== 'form') return finding
  const hint = `if the rule is wrong here, write in the request: \`set-aside: [{ rule: ${finding.rule}, reason, by }]\``
  return { ...finding, hints: [...finding.hints, hint] }
}
