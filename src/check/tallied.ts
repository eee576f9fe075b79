/** A note that was made in; what it ran of its templates, and of those that stand beside them, added to the tally. */

import { addMerge, type Tally } from '../coverage/coverage.ts'
import { attempt } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import type { MadeNote } from '../fixtures/made.ts'
import { openTemplate } from '../template/template.ts'

/** Templates that every note runs besides its own: for its title and labels, and for what an archive says of it. */
const BESIDE = ['title', 'labels', 'subject', 'archival-title']

/** Counts what one note runs. One that is refused counts as far as its records were resolved. */
export function addNote(tally: Tally, engine: Engine, { prepared }: MadeNote): void {
  if (!prepared) return
  const { request, language } = prepared.records
  const resolved = prepared.stages.resolved()
  for (const name of [request.template, ...BESIDE]) {
    const opened = attempt(() => openTemplate(engine.templates, language, name)).value
    if (opened) addMerge(tally, opened, resolved)
  }
}
