/** A name and how it is asked for in; the mention of it, whose form the reading order settles, or the form that is missing, out. */
import type { DossierName } from '../../dossier/schema.ts'
import { type GrammaticalCase, NAME_FORMS, type NameForm } from '../../languages/language.ts'
import { positionOf } from '../../source.ts'
import { bareOf, placed, pointersOf, type TemplateValue, type ValueFault, type ValuePart } from '../cell.ts'
import type { MentionForm } from '../piece.ts'
import { checked, type Invocation, isOfKind, promised, refusal } from './helper.ts'

const isName = isOfKind<DossierName>('name')

/** The name itself, of a name or of an object with one. */
export interface NamedCell {
  readonly cell: TemplateValue
  readonly name: DossierName
}

export function namedCell(given: TemplateValue): NamedCell {
  const cell = isName(bareOf(given)) ? given : promised(given, 'name')
  return { cell, name: checked(cell, isName) }
}

/** The record lacks a form: it is to be mended there, so the template's place becomes a hint. */
export function missing(form: NameForm, { cell, name }: NamedCell, call: Invocation): ValueFault {
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

export function storedForm({ forms }: DossierName, form: NameForm): string | undefined {
  return Object.hasOwn(forms, form) ? forms[form] : undefined
}

/** The form of a whole name in a case; without one as the language calls it by itself. */
export function wholeForm(name: DossierName, inCase: GrammaticalCase | null): NameForm {
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

export function mention({ cell, name: { subject } }: NamedCell, forms: Mentioned): Mention {
  return { type: 'mention', subject, ...forms, from: pointersOf(cell) }
}
