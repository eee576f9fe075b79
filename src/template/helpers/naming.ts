/** Helpers that print names: a form of the name where it is asked for, and a mention where the reading order decides. */
import type { DossierName } from '../../dossier/schema.ts'
import { positionOf } from '../../source.ts'
import type { Json } from '../../value.ts'
import { bareOf, isObject, pointersOf, type TemplateValue, type ValueFault, type ValuePart } from '../cell.ts'
import type { MentionForm } from '../piece.ts'
import { argument, type Helper, type Invocation, refusal } from './helper.ts'
import { promised } from './printing.ts'

const MENTION_FORMS: readonly MentionForm[] = ['auto', 'full', 'short']

function isName(value: Json): value is DossierName {
  return isObject(value) && value['kind'] === 'name'
}

/** The name itself, of a name or of an object with one. */
function nameOf(cell: TemplateValue): { readonly cell: TemplateValue; readonly name: DossierName } {
  const own = isName(bareOf(cell)) ? cell : promised(cell, 'name')
  const name = bareOf(own)
  if (!isName(name)) throw new Error('a helper was given what its signature does not allow')
  return { cell: own, name }
}

/** The record lacks a form: it is to be mended there, so the template's place becomes a hint. */
function missing(form: string, { cell, name }: ReturnType<typeof nameOf>, call: Invocation): ValueFault {
  const [pointer] = pointersOf(cell)
  const { line, column } = positionOf(call.at.source, call.at.start)
  const forms = Object.keys(name.forms)
  return refusal(call, {
    rule: 'template/missing-form',
    message: `the name of \`${name.subject}\` has no form \`${form}\` in \`${call.language.tag}\``,
    ...(pointer === undefined ? {} : { pointer }),
    inRecord: true,
    hints: [
      `it has: ${forms.map(each => `\`${each}\``).join(', ') || 'none'}`,
      `asked for in ${call.at.source.name}:${line}:${column}`
    ]
  })
}

export const name: Helper = (args, call) => {
  const named = nameOf(argument(args, 0))
  const asked = call.options.get('form') ?? 'auto'
  const from = pointersOf(named.cell)
  const form = MENTION_FORMS.find(each => each === asked)
  if (form !== undefined) return mention(named, form, call)
  if (asked === 'plate') return plate(named, call)
  const text = Object.hasOwn(named.name.forms, asked) ? named.name.forms[asked] : undefined
  if (text === undefined) return missing(asked, named, call)
  return { type: 'printed', parts: [{ type: 'value', text, from }] }
}

/** On a letterhead or in an address a name stands alone and counts as no mention: the text names it in full again. */
function plate(named: ReturnType<typeof nameOf>, call: Invocation): TemplateValue {
  const { full } = named.name.forms
  if (full === undefined) return missing('full', named, call)
  return {
    type: 'printed',
    parts: [{ type: 'value', text: call.language.say.plate(full), from: pointersOf(named.cell) }]
  }
}

function mention(named: ReturnType<typeof nameOf>, form: MentionForm, call: Invocation): TemplateValue {
  const { subject, forms } = named.name
  const { full, short = null } = forms
  if (full === undefined) return missing('full', named, call)
  if (form === 'short' && short === null) return missing('short', named, call)
  const part: ValuePart = { type: 'mention', subject, full, short, form, from: pointersOf(named.cell) }
  return { type: 'printed', parts: [part] }
}

/** Both forms carry the ending, since it can differ between them and only the reading order chooses one. */
export const possessive: Helper = (args, call) => {
  const named = nameOf(argument(args, 0))
  const { subject, forms, plural } = named.name
  if (forms['full'] === undefined) return missing('full', named, call)
  const full = call.language.say.possessive(forms['full'], plural)
  const short = forms['short'] === undefined ? null : call.language.say.possessive(forms['short'], plural)
  if (full === null) return missing('gen', named, call)
  const part: ValuePart = { type: 'mention', subject, full, short, form: 'auto', from: pointersOf(named.cell) }
  return { type: 'printed', parts: [part] }
}
