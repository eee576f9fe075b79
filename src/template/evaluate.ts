/** Statements and where they stand in, their pieces added to the run; what Handlebars' own runtime would do, but strictly. */
import { didYouMean } from '../diagnostic.ts'
import type { Pointer } from '../value.ts'
import { BLOCKS, isBlock } from './blocks.ts'
import { bareOf, fault, placed, pointersOf, type TemplateValue, type ValueFault } from './cell.ts'
import type { Arguments } from './helpers/helper.ts'
import { HELPERS, isValueHelper } from './helpers/index.ts'
import { print } from './print.ts'
import {
  addPiece,
  because,
  deeper,
  enter,
  type MergeRun,
  report,
  settleFault,
  spend,
  stating,
  tell,
  visit
} from './run.ts'
import { lookUp, type Scope } from './scope.ts'
import { fits, nounOf, SHAPES } from './shapes.ts'
import { type Parameter, type Signature, signatureOf, usageOf } from './signatures.ts'
import { inPartial } from './statement.ts'
import type { BlockStatement, Call, Expression, Include, NamedArgument, TemplateStatement } from './syntax.ts'
import type { TemplateFile } from './template-file.ts'

type Named = ReadonlyMap<string, TemplateValue>

const NO_NAMES: Named = new Map()

/** Prints statements in their order. */
export function printBody(scope: Scope, body: readonly TemplateStatement[]): void {
  for (const each of body) printStatement(scope, each)
}

function printStatement(scope: Scope, statement: TemplateStatement): void {
  const { run } = scope
  spend(run, statement.at)
  visit(run, statement)
  if (statement.type === 'content') addPiece(run, { type: 'text', text: statement.text, at: statement.at })
  else if (statement.type === 'print') print(run, statement, evaluate(scope, statement.value))
  else if (statement.type === 'block') runBlock(scope, statement)
  else runInclude(scope, statement)
}

/** The cell of an expression. Arguments are evaluated from left to right, all of them. */
function evaluate(scope: Scope, expression: Expression): TemplateValue {
  spend(scope.run, expression.at)
  switch (expression.type) {
    case 'path':
      return lookUp(scope, expression)
    case 'literal':
      return { type: 'written', value: expression.value, inner: expression.inner }
    case 'call': {
      const { args, options } = expression
      const cells = args.map(each => evaluate(scope, each))
      return invoke(scope.run, expression, cells, evaluateOptions(scope, options))
    }
  }
}

function evaluateOptions(scope: Scope, options: readonly NamedArgument[]): Named {
  if (options.length === 0) return NO_NAMES
  return new Map(options.map(({ name, value }) => [name, evaluate(scope, value)]))
}

function runBlock(scope: Scope, block: BlockStatement): void {
  const { run } = scope
  const { call } = block
  const cells = call.args.map(each => evaluate(scope, each))
  const given = fittingArguments(call, cells, evaluateOptions(scope, call.options))
  if (!isBlock(call.name)) throw new Error(`${call.name} passed the checks and is no block`)
  const runs = BLOCKS[call.name]
  if ('type' in given) {
    settleFault(run, given)
    run.torn = true
  } else deeper(run, call.at, () => runs({ block, given, scope, printBody }))
}

/** Runs a partial or formula with its context, widened by what it is given by name. It sees nothing else but `@root`. */
function runInclude(scope: Scope, include: Include): void {
  const { run } = scope
  const base = include.context ? evaluate(scope, include.context) : scope.context
  const fields = evaluateOptions(scope, include.fields)
  const chosen = typeof include.name === 'string' ? partial(run, include.name) : formula(scope, include.name)
  const faults = [base, ...fields.values()].filter(each => each.type === 'fault')
  for (const each of faults) settleFault(run, each)
  if (chosen === null || faults.length > 0) {
    run.torn = true
    return
  }
  const { file, from } = chosen
  const context: TemplateValue = fields.size > 0 ? { type: 'widened', base, fields } : base
  enter(run, file)
  run.includes.push(file.title)
  const body = () => printBody({ ...scope, context, outer: null, names: null }, file.statements)
  const about = include.context ? pointersOf(base) : []
  // What chose the words is nearer to them than what they are about.
  const naming = inPartial(run.naming, include, run.includes.length === 1)
  deeper(run, include.at, () => stating(run, naming, () => because(run, about, () => because(run, from, body))))
  run.includes.pop()
}

/** A text to run, and the places of the dossier that chose it. */
interface Chosen {
  readonly file: TemplateFile
  readonly from: readonly Pointer[]
}

function partial(run: MergeRun, name: string): Chosen {
  const file = run.template.partials.get(name)
  if (!file) throw new Error(`the partial ${name} passed the checks and is not there`)
  return { file, from: [] }
}

/** The formula of a group that the dossier's word names. */
function formula(scope: Scope, call: Call): Chosen | null {
  const { run } = scope
  const cells = call.args.map(each => evaluate(scope, each))
  const given = fittingArguments(call, cells, NO_NAMES)
  if ('type' in given) {
    settleFault(run, given)
    return null
  }
  const [group = '', key = ''] = given.args.map(each => String(bareOf(each)))
  const formulas = run.template.formulas.get(group)
  const file = formulas?.get(key)
  const from = given.args.flatMap(pointersOf)
  if (file) {
    tell(run, from)
    return { file, from }
  }
  const message = `there is no formula \`${key}\` in the group \`${group}\``
  const stub = `${key}: { text: …, confirmed: null }`
  const hints = [
    ...didYouMean(key, formulas?.keys() ?? []),
    `to say it, add it to templates/formulas/${run.language.tag}.yaml: \`${stub}\``
  ]
  report(run, { rule: 'template/unknown-formula', message, span: call.at, hints, ...placed(from) })
  return null
}

/** Runs a helper that gives a value. */
function invoke(run: MergeRun, call: Call, args: readonly TemplateValue[], named: Named): TemplateValue {
  const fitting = fittingArguments(call, args, named)
  if ('type' in fitting) return fitting
  if (!isValueHelper(call.name)) throw new Error(`${call.name} passed the checks and is no helper`)
  return HELPERS[call.name](fitting.args, { at: call.at, options: fitting.options, language: run.language })
}

/** Holds the arguments of a call against its signature: every one that does not fit is a problem of its own. */
function fittingArguments(call: Call, args: readonly TemplateValue[], named: Named): Arguments | ValueFault {
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
  const isNull = bareOf(cell) === null
  const { noun, shape } = SHAPES[parameter.shape]
  if (isNull ? parameter.nullable : fits(cell, shape)) return null
  const span = expression?.at ?? call.at
  const where = { span, ...placed(pointersOf(cell)) }
  const said = span.source.text.slice(span.start, span.end)
  if (isNull) {
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
