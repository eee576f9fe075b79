/** NV051: the prior incidents in the body of a note in; more than its house lists there, without a chronology, out. */
import { placeOfTemplate } from '../note.ts'
import { firstTellings } from '../tellings.ts'
import type { Rule } from './rule.ts'

export const NV051: Rule = {
  id: 'NV051',
  kind: 'protest',
  title: 'many prior incidents stand in an annex, and the body counts them',
  reason: 'a page of dates is not read',
  severity: 'warning',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'form',
  check: note => {
    const { recall } = note.dossier
    const ids = (recall?.incidents ?? []).map(each => each.id)
    const told = firstTellings(note).filter(each => ids.includes(each.id)).length
    const most = note.profile.recall.body
    if (told <= most) return []
    const message = `the body tells ${told} prior incidents, and the house lists ${most} at most`
    return [{ message, at: placeOfTemplate(note), hints: ['`recall.summarised` says when the body only counts them'] }]
  }
}
