/** The file of formulas of a language in, the text of each as a template of its own out, with its place in the file. */
import { type Diagnostic, error, Rejected } from '../diagnostic.ts'
import { child, type Json, type Loaded, type Pointer, placeOf } from '../value.ts'
import { isObject } from './cell.ts'
import { endFindings, formOf, type PhraseForms, shapeFindings } from './formula-shapes.ts'
import type { TemplateText } from './parse-error.ts'

/** By group and key. */
export type Formulas = ReadonlyMap<string, ReadonlyMap<string, TemplateText>>

/**
 * Reads the data of `templates/formulas/LANGUAGE.yaml`, whose phrases have the forms that the language wants. Throws `Rejected`
 * with everything that is not as it should be.
 */
export function readFormulas(loaded: Loaded, language: string, forms: PhraseForms = {}): Formulas {
  const findings: Diagnostic[] = []
  const refuse = (pointer: Pointer, message: string, hints: readonly string[] = []): void => {
    findings.push(error({ rule: 'template/formulas', message, span: placeOf(loaded, pointer), pointer, hints }))
  }
  const root = fields(loaded.value)
  if (root['verbale'] !== 1) refuse('/verbale', 'the file must start with `verbale: 1`')
  if (root['language'] !== language) refuse('/language', `these are the formulas of \`${language}\``)
  const groups = Object.entries(fields(root['formulas'] ?? null))
  if (groups.length === 0) refuse('/formulas', 'there are no `formulas`')
  const read = groups.map(([group, keys]) => {
    const at = child('/formulas', group)
    if (!isObject(keys)) refuse(at, `the group \`${group}\` does not hold formulas`)
    const texts = Object.entries(fields(keys)).map(([key, formula]) => {
      return [key, formulaText(loaded, child(at, key), formula, refuse)] as const
    })
    return [group, new Map(texts.flatMap(([key, text]) => (text ? [[key, text]] : [])))] as const
  })
  const phrases = read.flatMap(([group, texts]) => [group, ...[...texts.keys()].map(key => `${group}/${key}`)])
  findings.push(...shapeFindings(loaded, root['shapes'] ?? null, phrases, forms))
  for (const [group, texts] of read)
    for (const [key, text] of texts) findings.push(...endFindings(text, formOf(forms, group, key) ?? {}))
  if (findings.length > 0) throw new Rejected(findings)
  return new Map(read)
}

function fields(value: Json): { readonly [key: string]: Json } {
  return isObject(value) ? value : {}
}

type Refuse = (pointer: Pointer, message: string, hints?: readonly string[]) => void

/** `{ text, confirmed }`: who attests the wording is part of the entry, so that nobody forgets to ask. */
function formulaText(loaded: Loaded, pointer: Pointer, formula: Json, refuse: Refuse): TemplateText | null {
  const { text, confirmed, ...more } = fields(formula)
  for (const key of Object.keys(more)) refuse(child(pointer, key), `a formula has no field \`${key}\``)
  if (confirmed === undefined || !(confirmed === null || typeof confirmed === 'string')) {
    refuse(pointer, '`confirmed` names who or what attests the wording, or is null')
  }
  if (typeof text !== 'string') refuse(pointer, 'a formula must have a `text`')
  else return asWritten(loaded, child(pointer, 'text'), text, refuse)
  return null
}

/** A text whose characters stand in the file one by one, so that places in it are places in the file. */
function asWritten(loaded: Loaded, pointer: Pointer, text: string, refuse: Refuse): TemplateText | null {
  const { source, start, end } = placeOf(loaded, pointer)
  const base = /^["']/.test(source.text.slice(start, end)) ? start + 1 : start
  if (source.text.slice(base, base + text.length) === text) return { source, base, text }
  refuse(pointer, 'the text of a formula must be on one line, without escapes', [
    'put it in the kind of quotation marks that it does not contain'
  ])
  return null
}
