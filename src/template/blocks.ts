/** The table of blocks: what `if`, `unless`, `with`, `each` and `list` do with their argument and their body. */
import { LIST_SEPARATORS, LIST_WORDS } from '../language/language.ts'
import { bareOf, type Cell, holds, itemsOf, made, pointersOf } from './cell.ts'
import type { HelperOptions } from './compile.ts'
import type { BlockName } from './helpers/index.ts'
import type { Arguments } from './invoke.ts'
import { addPiece, type Frame, originsOf, report } from './run.ts'
import type { Block } from './syntax.ts'

/** A block that runs: its argument, its body and `{{else}}`, and the context around it. */
export interface RunningBlock {
  readonly block: Block
  readonly given: Arguments
  readonly here: Cell
  readonly options: HelperOptions<Frame>
}

/** The first argument; the checks have seen to it that there is one. */
function subject({ given }: RunningBlock): Cell {
  const [cell] = given.args
  if (cell === undefined) throw new Error('a block ran without its argument')
  return cell
}

/** A cell as a context of its own: Handlebars counts `../` by contexts that are not the same object. */
function entered(cell: Cell): Cell {
  return { ...cell }
}

function branch(running: RunningBlock, body: boolean): void {
  const { here, options } = running
  if (body) options.fn(here)
  else options.inverse(here)
}

function withBlock(running: RunningBlock): void {
  const { here, options } = running
  const cell = subject(running)
  if (bareOf(cell) === null) options.inverse(here)
  else options.fn(entered(cell), { data: options.data, blockParams: [cell] })
}

/** Runs the body once for each item; `before` runs ahead of each, `after` behind it. */
function eachItem(
  running: RunningBlock,
  before: (index: number, length: number) => void,
  after: (item: Cell) => void
): void {
  const { here, options } = running
  const list = subject(running)
  const items = itemsOf(list) ?? []
  if (items.length === 0) options.inverse(here)
  for (const [index, item] of items.entries()) {
    const from = pointersOf(list)
    const place = made(index, from)
    const ends = { first: made(index === 0, from), last: made(index === items.length - 1, from) }
    const data: Frame = { ...options.data, index: place, key: place, ...ends, _parent: options.data }
    before(index, items.length)
    options.fn(entered(item), { data, blockParams: [item, place] })
    after(item)
  }
}

/** Items with the language's own separators between them; one that prints nothing would leave a separator alone. */
function listBlock(running: RunningBlock): void {
  const { block, given, options } = running
  const { run } = options.data
  const word = LIST_WORDS.find(each => each === given.options.get('word')) ?? 'and'
  const mark = LIST_SEPARATORS.find(each => each === given.options.get('separator')) ?? 'comma'
  const origins = originsOf(run, pointersOf(subject(running)))
  const at = block.call.at
  let pieces = 0
  const before = (index: number, length: number): void => {
    const text = run.language.separator({ word, separator: mark }, index, length)
    if (text !== '') addPiece(run, { type: 'value', text, at, origins })
    pieces = run.pieces.length
  }
  const findings = run.findings.size
  eachItem(running, before, item => {
    if (run.pieces.length > pieces || run.findings.size > findings) return
    const [pointer] = pointersOf(item)
    const message = 'an item of this list prints nothing'
    const hints = ['choose the items first: `{{#list (only LIST "key" code)}}`']
    report(run, { rule: 'template/empty', message, span: at, hints, ...(pointer === undefined ? {} : { pointer }) })
  })
}

export const BLOCKS: { readonly [name in BlockName]: (running: RunningBlock) => void } = {
  if: running => branch(running, holds(subject(running))),
  unless: running => branch(running, !holds(subject(running))),
  with: withBlock,
  each: running =>
    eachItem(
      running,
      () => {},
      () => {}
    ),
  list: listBlock
}

/** True for the name of a block. */
export function isBlock(name: string): name is BlockName {
  return Object.hasOwn(BLOCKS, name)
}
