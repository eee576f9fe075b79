/** The call of a helper and its cells in, what the helper makes of them out, once they fit its signature. */
import { didYouMean } from '../diagnostic.ts'
import { bareOf, fault, pointersOf, type TemplateValue, type ValueFault } from './cell.ts'
import { HELPERS, isValueHelper } from './helpers/index.ts'
import type { MergeRun } from './run.ts'
import { fits, nounOf, SHAPES } from './shapes.ts'
import { type Parameter, type Signature, signatureOf, usageOf } from './signatures.ts'
import type { Call, Expression } from './syntax.ts'

/** Arguments that fit. */
export interface Arguments {
  readonly args: readonly TemplateValue[]
  readonly options: ReadonlyMap<string, string>
}

type Named = ReadonlyMap<string, TemplateValue>

/** Runs a helper that gives a value. */
export function invoke(run: MergeRun, call: Call, args: readonly TemplateValue[], named: Named): TemplateValue {
  const fitting = fittingArguments(call, args, named)
  if ('type' in fitting) return fitting
  if (!isValueHelper(call.name)) throw new Error(`${call.name} passed the checks and is no helper`)
  return HELPERS[call.name](fitting.args, { at: call.at, options: fitting.options, language: run.language })
}

/** Holds the arguments of a call against its signature: every one that does not fit is a problem of its own. */
export function fittingArguments(call: Call, args: readonly TemplateValue[], named: Named): Arguments | ValueFault {
  const signature = signatureOf(call.name)
  if (signature === null) throw new Error(`${call.name} passed the checks and is no helper`)
  const faults: ValueFault[] = []
  for (const [index, cell] of args.entries()) {
    const parameter = signature.parameters[signature.repeats ? 0 : index]
    const wrong = parameter && misfit(call, parameter, cell, call.args[index])
    if (wrong && !(signature.inTurn && cell.type === 'fault')) faults.push(wrong)
  }
  const options = new Map<string, string>()
  for (const [name, cell] of named) {
    const word = wordOf(call, signature, name, cell)
    if (typeof word === 'string') options.set(name, word)
    else faults.push(word)
  }
  return faults.length > 0 ? fault(...faults.flatMap(each => each.problems)) : { args, options }
}

function misfit(
  call: Call,
  parameter: Parameter,
  cell: TemplateValue,
  expression: Expression | undefined
): ValueFault | null {
  if (cell.type === 'fault') return cell
  if (bareOf(cell) === null && parameter.nullable) return null
  const { noun, shape } = SHAPES[parameter.shape]
  if (bareOf(cell) !== null && fits(cell, shape)) return null
  const span = expression?.at ?? call.at
  const [pointer] = pointersOf(cell)
  const where = { span, ...(pointer === undefined ? {} : { pointer }) }
  const said = span.source.text.slice(span.start, span.end)
  if (bareOf(cell) === null) {
    const message = `\`${call.name}\` takes ${noun}, and \`${said}\` is \`null\` here`
    return fault({ ...where, rule: 'template/null', message, hints: [`guard it: \`{{#if ${said}}}\``] })
  }
  const message = `\`${call.name}\` takes ${noun}, and \`${said}\` is ${nounOf(cell)}`
  return fault({ ...where, rule: 'template/type', message })
}

/** The word of a named argument; which words there can be was checked where it is a literal. */
function wordOf(call: Call, signature: Signature, name: string, cell: TemplateValue): string | ValueFault {
  if (cell.type === 'fault') return cell
  const value = bareOf(cell)
  const known = signature.options[name] ?? []
  if (typeof value === 'string' && known.includes(value)) return value
  const span = call.options.find(each => each.name === name)?.value.at ?? call.at
  const message = typeof value === 'string' ? `\`${name}\` cannot be "${value}"` : `\`${name}\` is ${nounOf(cell)} here`
  const hints = typeof value === 'string' ? didYouMean(value, known) : [`usage: \`${usageOf(call.name, signature)}\``]
  return fault({ rule: 'template/arguments', message, span, hints })
}
