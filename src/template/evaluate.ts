/** Statements and where they stand in, their pieces added to the run; what Handlebars' own runtime would do, but strictly. */
import { didYouMean } from '../diagnostic.ts'
import type { Pointer } from '../value.ts'
import { BLOCKS, isBlock } from './blocks.ts'
import { bareOf, pointersOf, type TemplateValue } from './cell.ts'
import { fittingArguments, invoke } from './invoke.ts'
import { lookUp } from './look-up.ts'
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
import type { Scope } from './scope.ts'
import { inPartial } from './statement.ts'
import type { BlockStatement, Call, Expression, Include, NamedArgument, TemplateStatement } from './syntax.ts'
import type { TemplateFile } from './template-file.ts'

const NO_NAMES: ReadonlyMap<string, TemplateValue> = new Map()

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

function evaluateOptions(scope: Scope, options: readonly NamedArgument[]): ReadonlyMap<string, TemplateValue> {
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
  const { file, from } =
    typeof include.name === 'string' ? { file: partial(run, include.name), from: [] } : formula(scope, include.name)
  const faults = [base, ...fields.values()].filter(each => each.type === 'fault')
  for (const each of faults) settleFault(run, each)
  if (file === null || faults.length > 0) {
    run.torn = true
    return
  }
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

function partial(run: MergeRun, name: string): TemplateFile {
  const file = run.template.partials.get(name)
  if (!file) throw new Error(`the partial ${name} passed the checks and is not there`)
  return file
}

/** A formula, and the places of the dossier that chose it. */
interface ChosenFormula {
  readonly file: TemplateFile | null
  readonly from: readonly Pointer[]
}

/** The formula of a group that the dossier's word names. */
function formula(scope: Scope, call: Call): ChosenFormula {
  const { run } = scope
  const cells = call.args.map(each => evaluate(scope, each))
  const given = fittingArguments(call, cells, NO_NAMES)
  if ('type' in given) {
    settleFault(run, given)
    return { file: null, from: [] }
  }
  const [group = '', key = ''] = given.args.map(each => String(bareOf(each)))
  const formulas = run.template.formulas.get(group)
  const file = formulas?.get(key)
  const from = given.args.flatMap(pointersOf)
  if (file) {
    tell(run, from)
    return { file, from }
  }
  const [pointer] = from
  report(run, {
    rule: 'template/unknown-formula',
    message: `there is no formula \`${key}\` in the group \`${group}\``,
    span: call.at,
    hints: didYouMean(key, formulas?.keys() ?? []),
    ...(pointer === undefined ? {} : { pointer })
  })
  return { file: null, from }
}
