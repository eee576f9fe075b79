/** A block and where it stands in; its body and its `{{else}}` walked with what is known in each, out. */
import { withNames } from '../template/scope.ts'
import type { BlockStatement, Expression, TemplateStatement } from '../template/syntax.ts'
import { given, givenAtAll, givenItems } from './conditions.ts'
import { type Environment, typeAt, type Value } from './environment.ts'
import { checkArguments, kept } from './expressions.ts'
import { filtered, isGiven } from './refine.ts'
import { itemsOf } from './results.ts'
import { type CallOutcome, knowing, meet, report, type Site, type Walk } from './site.ts'
import { atomsOf, isNever, unknown, wholeNumber } from './type.ts'

interface Running {
  readonly site: Site
  readonly block: BlockStatement
  readonly subject: Value
  /** What the block asks. */
  readonly asked: Expression
  readonly walk: Walk
}

/** Walks a block. */
export function walkBlock(site: Site, block: BlockStatement, walk: Walk): CallOutcome {
  const [subject] = checkArguments(site, block.call)
  const [asked] = block.call.args
  const walkAs = BLOCKS[block.call.name]
  // `sentence` asks nothing
  return subject && asked && walkAs ? walkAs({ site, block, subject, asked, walk }) : walk(site, block.body)
}

const BLOCKS: { readonly [name: string]: ((running: Running) => CallOutcome) | undefined } = {
  if: running => walkCondition(running, true),
  unless: running => walkCondition(running, false),
  with: walkWith,
  each: running => walkEach(running, walkItems(running)),
  list: walkList
}

/** One way through a block; null where no dossier takes it. */
function branch({ site, walk }: Running, inside: Site, body: readonly TemplateStatement[]): CallOutcome | null {
  const outcome = walk(inside, body)
  return inside.environment.dead && !site.environment.dead ? null : outcome
}

function elseOf(running: Running, environment: Environment): CallOutcome | null {
  return branch(running, knowing(running.site, environment), running.block.inverse ?? [])
}

/** A block prints whatever the dossier when each way through it does. */
function branches(site: Site, ways: readonly (CallOutcome | null)[]): CallOutcome {
  const live = ways.filter(each => each !== null)
  const [first, ...rest] = live
  if (!first) return { prints: true, fence: site.fence }
  const fence = rest.reduce((left, each) => meet(left, each.fence), first.fence)
  return { prints: live.every(each => each.prints), fence }
}

function walkCondition(running: Running, answer: boolean): CallOutcome {
  const { site, block, asked } = running
  const inside = knowing(site, given(site, asked, answer))
  return branches(site, [branch(running, inside, block.body), elseOf(running, given(site, asked, !answer))])
}

function walkWith(running: Running): CallOutcome {
  const { site, block, subject, asked } = running
  const inside = knowing(site, givenAtAll(site, asked, true))
  const type = filtered(site.check.types, subject.type, isGiven)
  const home = kept(isNever(type) ? lifeless(inside) : inside, { ...subject, type })
  const names = withNames(site.names, block.params, [home.ref])
  const entered = { ...home.site, context: home.ref, outer: site, names }
  return branches(site, [branch(running, entered, block.body), elseOf(running, givenAtAll(site, asked, false))])
}

function lifeless(site: Site): Site {
  return knowing(site, { ...site.environment, dead: true })
}

/** The body, for an item; null where the list is always empty. */
function walkItems(running: Running): CallOutcome | null {
  const { site, block, subject, asked } = running
  const { types } = site.check
  const inside = knowing(site, givenItems(site, asked, true))
  const list = subject.ref ? typeAt(types, inside.environment, subject.ref) : subject.type
  const lists = atomsOf(list).filter(each => each.type === 'list')
  const type = itemsOf(site, list)
  const isEmpty = isNever(type) || (lists.length > 0 && lists.every(each => each.most === 0))
  const item = { type: isNever(type) ? unknown(types) : type, ref: null, restricted: subject.restricted }
  const place = { type: wholeNumber(types), ref: null, restricted: false }
  const first = kept(isEmpty ? lifeless(inside) : inside, item)
  const second = kept(first.site, place)
  const names = withNames(site.names, block.params, [first.ref, second.ref])
  const entered = { ...second.site, context: first.ref, outer: site, names, loops: site.loops + 1 }
  const outcome = branch(running, entered, block.body)
  // the next item begins where this one ended
  return outcome && { ...outcome, fence: meet(site.fence, outcome.fence) }
}

function walkEach(running: Running, body: CallOutcome | null): CallOutcome {
  const { site, asked } = running
  return branches(site, [body, elseOf(running, givenItems(site, asked, false))])
}

/** An item that prints nothing would leave its separator alone. */
function walkList(running: Running): CallOutcome {
  const { site, block } = running
  const body = walkItems(running)
  if (body && !body.prints) {
    const message = 'an item of this list may print nothing'
    const hints = ['choose the items first: `{{#list (only LIST "key" code)}}`']
    report(site, { rule: 'template/empty', message, span: block.call.at, hints })
  }
  return walkEach(running, body)
}
