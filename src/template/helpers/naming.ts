/** Helpers that print names: a form of the name where it is asked for, and a mention where the reading order decides. */
import type { DossierName } from '../../dossier/schema.ts'
import { positionOf } from '../../source.ts'
import { bareOf, placed, pointersOf, printed, type TemplateValue, type ValueFault } from '../cell.ts'
import type { MentionForm } from '../piece.ts'
import { argument, checked, type Helper, type Invocation, isOfKind, promised, refusal } from './helper.ts'

const MENTION_FORMS: readonly MentionForm[] = ['auto', 'full', 'short']

const isName = isOfKind<DossierName>('name')

/** The name itself, of a name or of an object with one. */
interface NamedCell {
  readonly cell: TemplateValue
  readonly name: DossierName
}

function nameOf(args: readonly TemplateValue[]): NamedCell {
  const given = argument(args, 0)
  const cell = isName(bareOf(given)) ? given : promised(given, 'name')
  return { cell, name: checked(cell, isName) }
}

/** The record lacks a form: it is to be mended there, so the template's place becomes a hint. */
function missing(form: string, { cell, name }: NamedCell, call: Invocation): ValueFault {
  const { line, column } = positionOf(call.at.source, call.at.start)
  const forms = Object.keys(name.forms)
  return refusal(call, {
    rule: 'template/missing-form',
    message: `the name of \`${name.subject}\` has no form \`${form}\` in \`${call.language.tag}\``,
    ...placed(pointersOf(cell)),
    inRecord: true,
    hints: [
      `it has: ${forms.map(each => `\`${each}\``).join(', ') || 'none'}`,
      `asked for in ${call.at.source.name}:${line}:${column}`
    ]
  })
}

export const name: Helper = (args, call) => {
  const named = nameOf(args)
  const asked = call.options.get('form') ?? 'auto'
  const { forms } = named.name
  const form = MENTION_FORMS.find(each => each === asked)
  if (form !== undefined) {
    const { full, short = null } = forms
    if (full === undefined) return missing('full', named, call)
    return form === 'short' && short === null ? missing('short', named, call) : mention(named, { full, short, form })
  }
  // on a letterhead or in an address a name stands alone and counts as no mention: the text names it in full again
  const stored = asked === 'plate' ? 'full' : asked
  const text = Object.hasOwn(forms, stored) ? forms[stored] : undefined
  if (text === undefined) return missing(stored, named, call)
  return printed(asked === 'plate' ? call.language.say.plate(text) : text, pointersOf(named.cell))
}

interface Mentioned {
  readonly full: string
  readonly short: string | null
  readonly form: MentionForm
}

function mention({ cell, name: { subject } }: NamedCell, forms: Mentioned): TemplateValue {
  return { type: 'printed', parts: [{ type: 'mention', subject, ...forms, from: pointersOf(cell) }] }
}

/** Both forms carry the ending, since it can differ between them and only the reading order chooses one. */
export const possessive: Helper = (args, call) => {
  const named = nameOf(args)
  const { forms, plural } = named.name
  const ofWhom = (form: string | undefined) => (form === undefined ? null : call.language.say.possessive(form, plural))
  if (forms['full'] === undefined) return missing('full', named, call)
  const full = ofWhom(forms['full'])
  return full === null
    ? missing('gen', named, call)
    : mention(named, { full, short: ofWhom(forms['short']), form: 'auto' })
}
