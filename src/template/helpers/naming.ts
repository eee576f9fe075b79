/** Helpers that print names: a form of the name where it is asked for, and a mention where the reading order decides. */
import { NAME_FORMS } from '../../languages/language.ts'
import { pointersOf, printed } from '../cell.ts'
import type { MentionForm } from '../piece.ts'
import { argument, caseOf, type Helper } from './helper.ts'
import { mention, mentionIn, missing, namedCell, storedForm, wholeForm } from './mention.ts'

const MENTION_FORMS: readonly MentionForm[] = ['auto', 'full', 'short']

export const name: Helper = (args, call) => {
  const named = namedCell(argument(args, 0))
  const asked = call.options.get('form') ?? 'auto'
  const form = MENTION_FORMS.find(each => each === asked)
  if (form !== undefined) {
    const part = mentionIn(named, form, caseOf(call), call)
    return part.type === 'fault' ? part : { type: 'printed', parts: [part] }
  }
  // on a letterhead or in an address a name stands alone and counts as no mention: the text names it in full again
  const stored = asked === 'plate' ? wholeForm(named.name, caseOf(call)) : NAME_FORMS.find(each => each === asked)
  if (stored === undefined) throw new Error(`there is no form ${asked} of names`)
  const text = storedForm(named.name, stored)
  if (text === undefined) return missing(stored, named, call)
  return printed(asked === 'plate' ? call.language.say.plate(text) : text, pointersOf(named.cell))
}

/** Both forms carry the ending, since it can differ between them and only the reading order chooses one. */
export const possessive: Helper = (args, call) => {
  const named = namedCell(argument(args, 0))
  const { forms, plural } = named.name
  const ofWhom = (form: string | undefined) => (form === undefined ? null : call.language.say.possessive(form, plural))
  if (forms['full'] === undefined) return missing('full', named, call)
  const full = ofWhom(forms['full'])
  return full === null
    ? missing('gen', named, call)
    : { type: 'printed', parts: [mention(named, { full, short: ofWhom(forms['short']), form: 'auto' })] }
}
