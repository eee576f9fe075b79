/** A made note and the workspace around it in; how each wording stands that it prints, and what is found of them, out. */
import { type Diagnostic, refuse } from '../diagnostic.ts'
import type { Preparsed } from '../preparsed.ts'
import { readConfirmations } from '../records/confirmations.ts'
import { readSettings } from '../records/settings.ts'
import type { Prepared } from '../render.ts'
import type { World } from '../world.ts'
import { confirmationFindings, type JudgedWording, judge } from './confirm.ts'
import { wordingsOf } from './wordings.ts'

/** The wordings of a note, each as it stands in the workspace. Throws `Rejected` where the file of confirmations is wrong. */
export function judgedIn(prepared: Prepared, world: World, preparsed: Preparsed | undefined): JudgedWording[] {
  const { value, findings } = readConfirmations(world)
  refuse(findings)
  return judge(wordingsOf(prepared, preparsed), value ?? [], world.sha256)
}

/**
 * What is found of the wordings of a note, and what is wrong with the file of confirmations. Where unconfirmed words are
 * allowed and nobody confirmed any, nothing is looked for.
 */
export function lookAtWordings(
  prepared: Prepared,
  world: World,
  preparsed: Preparsed | undefined,
  note: string
): readonly Diagnostic[] {
  const { value, findings } = readConfirmations(world)
  if (findings.length > 0) return findings
  const { language } = prepared.templates.main
  const allowed = (readSettings(world).value?.unconfirmed ?? language.unconfirmed) === 'allowed'
  if (allowed && value === null) return []
  const judged = judgedIn(prepared, world, preparsed)
  return confirmationFindings(judged, { form: prepared.form, note, allowed })
}
