/** Helpers that print names: a form of the name where it is asked for, and a mention where the reading order decides. */

import type { DossierName } from '../../dossier/schema.ts'
import { type GrammaticalCase, NAME_FORMS, type NameForm } from '../../languages/language.ts'
import { positionOf } from '../../source.ts'
import { bareOf, placed, pointersOf, printed, type TemplateValue, type ValueFault, type ValuePart } from '../cell.ts'
import type { MentionForm } from '../piece.ts'
import { argument, caseOf, checked, type Helper, type Invocation, isOfKind, promised, refusal } from './helper.ts'

const MENTION_FORMS: readonly MentionForm[] = ['auto', 'full', 'short']

const isName = isOfKind<DossierName>('name')

/** The name itself, of a name or of an object with one. */
interface NamedCell {
  readonly cell: TemplateValue
  readonly name: DossierName
}

export function namedCell(given: TemplateValue): NamedCell {
  const cell = isName(bareOf(given)) ? given : promised(given, 'name')
  return { cell, name: checked(cell, isName) }
}

/** The record lacks a form: it is to be mended there, so the template's place becomes a hint. */
function missing(form: NameForm, { cell, name }: NamedCell, call: Invocation): ValueFault {
  const { line, column } = positionOf(call.at.source, call.at.start)
  const forms = Object.keys(name.forms)
  const proposed = call.language.wording.names?.propose(
    name.forms[form.startsWith('short-') ? 'short-nom' : 'nom'] ?? '',
    form
  )
  return refusal(call, {
    rule: 'template/missing-form',
    message: `the name of \`${name.subject}\` has no form \`${form}\` in \`${call.language.tag}\``,
    ...placed(pointersOf(cell)),
    inRecord: true,
    hints: [
      `it has: ${forms.map(each => `\`${each}\``).join(', ') || 'none'}`,
      `asked for in ${call.at.source.name}:${line}:${column}`,
      ...(proposed ? [`perhaps \`${form}: ${proposed}\`; write it there if that is right`] : [])
    ]
  })
}

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

function storedForm({ forms }: DossierName, form: NameForm): string | undefined {
  return Object.hasOwn(forms, form) ? forms[form] : undefined
}

/** The form of a whole name in a case; without one as the language calls it by itself. */
function wholeForm(name: DossierName, inCase: GrammaticalCase | null): NameForm {
  return inCase ?? (storedForm(name, 'full') === undefined && storedForm(name, 'nom') !== undefined ? 'nom' : 'full')
}

/** A mention of a name in a case, for the reading order to settle. */
export function mentionIn(
  named: NamedCell,
  form: MentionForm,
  inCase: GrammaticalCase | null,
  call: Invocation
): Mention | ValueFault {
  const { name } = named
  const whole = wholeForm(name, inCase)
  const abridged = whole === 'full' ? 'short' : NAME_FORMS.find(each => each === `short-${whole}`)
  const full = storedForm(name, whole)
  const short = (abridged && storedForm(name, abridged)) ?? null
  if (full === undefined) return missing(whole, named, call)
  // a name that has a short form has it in every case: else its second mention would be in full again
  const isShort =
    form === 'short' || storedForm(name, 'short') !== undefined || storedForm(name, 'short-nom') !== undefined
  if (short === null && isShort) return missing(abridged ?? 'short', named, call)
  return mention(named, { full, short, form })
}

type Mention = Extract<ValuePart, { type: 'mention' }>

interface Mentioned {
  readonly full: string
  readonly short: string | null
  readonly form: MentionForm
}

function mention({ cell, name: { subject } }: NamedCell, forms: Mentioned): Mention {
  return { type: 'mention', subject, ...forms, from: pointersOf(cell) }
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
