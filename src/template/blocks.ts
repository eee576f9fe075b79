/** The table of blocks: what `if`, `unless`, `with`, `each` and `list` do with their argument and their body. */
import { LIST_SEPARATORS, LIST_WORDS } from '../languages/language.ts'
import { bareOf, holds, itemsOf, made, placed, pointersOf, type TemplateValue } from './cell.ts'
import type { Arguments } from './helpers/helper.ts'
import type { BlockName } from './helpers/index.ts'
import { addPiece, because, countEnd, originsOf, report, spend, stating, tell } from './run.ts'
import { type Scope, withNames } from './scope.ts'
import { inItem, type Naming } from './statement.ts'
import type { BlockStatement, TemplateStatement } from './syntax.ts'

/** A block that runs: its argument, and how to print a body in a scope. */
export interface RunningBlock {
  readonly block: BlockStatement
  readonly given: Arguments
  readonly scope: Scope
  readonly printBody: (scope: Scope, body: readonly TemplateStatement[]) => void
}

/** The first argument; the checks have seen to it that there is one. */
function subject({ given }: RunningBlock): TemplateValue {
  const [cell] = given.args
  if (cell === undefined) throw new Error('a block ran without its argument')
  return cell
}

function branch({ block, scope, printBody }: RunningBlock, body: boolean): void {
  countEnd(scope.run, block, body ? 0 : 1)
  printBody(scope, body ? block.body : (block.inverse ?? []))
}

function withBlock(running: RunningBlock): void {
  const { block, scope, printBody } = running
  const cell = subject(running)
  because(scope.run, pointersOf(cell), () => {
    if (bareOf(cell) === null) return branch(running, false)
    countEnd(scope.run, block, 0)
    const names = withNames(scope.names, block.params, [cell])
    printBody({ ...scope, context: cell, outer: scope, names }, block.body)
  })
}

/** Prints the body once for each item; `around` prints what stands beside it. */
function eachItem(
  running: RunningBlock,
  naming: (item: TemplateValue) => Naming,
  around: (print: () => void, item: TemplateValue, index: number, length: number) => void = print => print()
): void {
  const { block, scope, printBody } = running
  const items = itemsOf(subject(running)) ?? []
  const from = pointersOf(subject(running))
  countEnd(scope.run, block, items.length > 1 ? 2 : items.length === 1 ? 1 : 0)
  if (items.length === 0) because(scope.run, from, () => printBody(scope, block.inverse ?? []))
  for (const [index, item] of items.entries()) {
    spend(scope.run, block.call.at)
    const place = made(index, from)
    const first = made(index === 0, from)
    const last = made(index === items.length - 1, from)
    const number = made(index + 1, from)
    const loop = { index: place, number, key: place, first, last, outer: scope.loop }
    const names = withNames(scope.names, block.params, [item, place])
    const inner = { ...scope, context: item, outer: scope, names, loop }
    const print = () => because(scope.run, pointersOf(item), () => printBody(inner, block.body))
    around(() => stating(scope.run, naming(item), print), item, index, items.length)
  }
}

/** Items with the language's own separators between them; one that prints nothing would leave a separator alone. */
function listBlock(running: RunningBlock): void {
  const { block, given } = running
  const { run } = running.scope
  const word = LIST_WORDS.find(each => each === given.options.get('word')) ?? 'and'
  const mark = LIST_SEPARATORS.find(each => each === given.options.get('separator')) ?? 'comma'
  const origins = originsOf(run, pointersOf(subject(running)))
  const at = block.call.at
  const findings = run.findings.size
  eachItem(
    running,
    () => run.naming,
    (print, item, index, length) => {
      const text = run.language.say.separator({ word, separator: mark }, index, length)
      if (text !== '') addPiece(run, { type: 'value', text, at, origins })
      const pieces = run.pieces.length
      print()
      if (run.pieces.length > pieces || run.findings.size > findings) return
      run.torn = true
      const message = 'an item of this list prints nothing'
      const hints = ['choose the items first: `{{#list (only LIST "key" code)}}`']
      report(run, { rule: 'template/empty', message, span: at, hints, ...placed(pointersOf(item)) })
    }
  )
}

/** A sentence that may begin with a value or with a word of some formula: whichever it is gets the capital. */
function sentenceBlock(running: RunningBlock): void {
  const { pieces, language } = running.scope.run
  const from = pieces.length
  branch(running, true)
  const printed = pieces.slice(from).findIndex(piece => piece.type === 'mention' || /\S/.test(piece.text))
  const index = from + printed
  const first = pieces[index]
  // a name gets its capital from its position
  if (printed < 0 || !first || first.type === 'mention') return
  const [space = ''] = /^\s*/.exec(first.text) ?? []
  pieces[index] = { ...first, text: space + language.say.capital(first.text.slice(space.length)) }
}

export const BLOCKS: { readonly [name in BlockName]: (running: RunningBlock) => void } = {
  if: running => {
    const isSo = holds(subject(running))
    const from = pointersOf(subject(running))
    if (isSo) tell(running.scope.run, from)
    because(running.scope.run, from, () => branch(running, isSo))
  },
  unless: running => {
    const body = () => branch(running, !holds(subject(running)))
    because(running.scope.run, pointersOf(subject(running)), body)
  },
  with: withBlock,
  each: running => eachItem(running, item => inItem(running.scope.run.naming, item)),
  list: listBlock,
  sentence: sentenceBlock
}

/** True for the name of a block. */
export function isBlock(name: string): name is BlockName {
  return Object.hasOwn(BLOCKS, name)
}
