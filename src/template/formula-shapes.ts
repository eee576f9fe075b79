/** The set phrases of a language and what its folder wants of each in; those that say no shape, or are not what they must be, out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import type { PhraseForm } from '../languages/language.ts'
import { child, type Json, type Loaded, type Pointer, placeOf } from '../value.ts'
import { isObject } from './cell.ts'
import type { TemplateText } from './parse-error.ts'
import type { Call, Expression, Path } from './syntax.ts'
import { statementsIn, type TemplateFile } from './template-file.ts'

/** What a language wants of its set phrases, by group or by `group/key`. */
export type PhraseForms = Readonly<Record<string, PhraseForm>>

/** What is wanted of one set phrase. */
export function formOf(forms: PhraseForms, group: string, key: string): PhraseForm | null {
  return forms[`${group}/${key}`] ?? forms[group] ?? null
}

/** What the file says under `shapes`, held against the forms; all that is missing there is told at once, as it has to be written. */
export function shapeFindings(
  loaded: Loaded,
  stated: Json,
  phrases: readonly string[],
  forms: PhraseForms
): Diagnostic[] {
  const finding = (pointer: Pointer, message: string, hint: string): Diagnostic =>
    error({ rule: 'template/formula-shape', message, span: placeOf(loaded, pointer), pointer, hints: [hint] })
  const given = isObject(stated) ? stated : {}
  const wanted = Object.keys(forms).filter(name => phrases.includes(name))
  const missing = wanted.filter(name => given[name] === undefined)
  const strange = Object.keys(given).filter(name => !phrases.includes(name))
  const wrong = wanted.filter(name => given[name] !== undefined && given[name] !== forms[name]?.shape)
  const stub = missing.map(name => `${name}: ${forms[name]?.shape}`).join('; ')
  return [
    ...(missing.length === 0
      ? []
      : [
          finding(
            stated === null ? '/formulas' : '/shapes',
            `the shape of ${missing.map(name => `\`${name}\``).join(', ')} is not said`,
            `add under \`shapes:\`, on a line each: \`${stub}\``
          )
        ]),
    ...wrong.map(name =>
      finding(
        child('/shapes', name),
        `\`${name}\` is said to be \`${given[name]}\`, but the words around it want \`${forms[name]?.shape}\``,
        `write its phrases as that, and \`${name}: ${forms[name]?.shape}\``
      )
    ),
    ...strange.map(name =>
      finding(child('/shapes', name), `there are no formulas \`${name}\``, 'take the line out, or write the formulas')
    )
  ]
}

/** How a set phrase begins or ends as what stands around it does not let it. */
export function endFindings(
  { source, base, text }: TemplateText,
  { beginnings = [] }: Partial<PhraseForm>
): Diagnostic[] {
  const span = { source, start: base, end: base + text.length }
  return beginnings
    .filter(each => each.pattern.test(text))
    .map(({ message, mend }) =>
      error({ rule: 'template/formula-shape', message: `the phrase ${message}`, span, hints: [mend(text)] })
    )
}

/** Names in a set phrase that stand in no case that its words can govern. */
export function slotFindings({ statements }: TemplateFile, { slots = {} }: PhraseForm): Diagnostic[] {
  return statementsIn(statements).flatMap(each => {
    if (each.type !== 'print' || each.value.type !== 'call' || each.value.name !== 'name') return []
    const [named] = each.value.args
    const cases = named?.type === 'path' ? slots[named.steps.join('.')] : undefined
    const inCase = caseIn(each.value)
    if (named?.type !== 'path' || cases === undefined || cases.some(known => known === (inCase ?? 'nom'))) return []
    return [caseFinding(each.value, named, inCase, cases)]
  })
}

function caseIn({ options }: Call): string | null {
  const value: Expression | undefined = options.find(each => each.name === 'case')?.value
  return value?.type === 'literal' ? String(value.value) : null
}

function caseFinding({ at }: Call, { original }: Path, inCase: string | null, cases: readonly string[]): Diagnostic {
  const what = inCase === null ? 'stands in no case' : `cannot stand in \`${inCase}\``
  const hints = [`write one of its cases: ${cases.map(each => `\`case="${each}"\``).join(', ')}`]
  return error({ rule: 'template/formula-shape', message: `\`${original}\` ${what} here`, span: at, hints })
}
