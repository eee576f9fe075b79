/** A note that was made in; what it ran of its templates, and of those that stand beside them, added to the tally. */

import { addMerge, type Tally } from '../coverage/coverage.ts'
import { describingTemplates } from '../describe.ts'
import { attempt } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import type { MadeNote } from '../fixtures/made.ts'
import { templateOf } from '../records/request.ts'
import { openTemplate } from '../template/template.ts'

/** Templates that every note runs besides its own: for its title and its labels. */
const BESIDE = ['title', 'labels']

/** Counts what one note runs. One that is refused counts as far as its records were resolved. */
export function addNote(tally: Tally, engine: Engine, { prepared }: MadeNote): void {
  if (!prepared) return
  const { kind, records } = prepared
  const { request, language } = records
  const resolved = prepared.stages.resolved()
  for (const name of [templateOf(request, kind), ...describingTemplates(kind), ...BESIDE]) {
    const opened = attempt(() => openTemplate(engine.templates, language, name)).value
    if (opened) addMerge(tally, opened, resolved)
  }
}
