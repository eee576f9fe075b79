/** A template and a resolved dossier in, pieces with their places and origins out; or every finding of the run at once. */
import { didYouMean, Rejected } from '../diagnostic.ts'
import { LANGUAGES } from '../language/index.ts'
import type { Dossier } from '../record/dossier.ts'
import type { Span } from '../source.ts'
import type { Origin, Pointer } from '../value.ts'
import { BLOCKS, isBlock } from './blocks.ts'
import { bareOf, type Cell, pointersOf } from './cell.ts'
import { type InternalCall, type InternalHelpers, internalHelpers } from './compile.ts'
import { fittingArguments, invoke } from './invoke.ts'
import { lookUp } from './look-up.ts'
import type { Piece } from './piece.ts'
import { print } from './print.ts'
import { addPiece, createRun, deeper, type Frame, type Limits, report, settleFault, spend, visit } from './run.ts'
import type { Include } from './syntax.ts'
import type { Template, TemplateFile } from './template.ts'

/** A dossier, and for each place in it the record values that it was made from. */
export interface Resolved {
  readonly dossier: Dossier
  /** A place that is not in the map has the origins of the nearest one above it. */
  readonly origins: ReadonlyMap<Pointer, readonly Origin[]>
}

export interface Merged {
  readonly pieces: readonly Piece[]
  /** How often each statement ran, as `file:start-end`: the coverage of the template. */
  readonly visits: ReadonlyMap<string, number>
}

/** Pieces and nodes that no note needs: a long one has some hundreds. */
const LIMITS: Limits = { pieces: 20_000, nodes: 200_000 }

/** Fills a template. Throws `Rejected` with everything that the run found wrong. */
export function merge(template: Template, { dossier, origins }: Resolved, limits: Limits = LIMITS): Merged {
  const language = LANGUAGES[template.language]
  if (!language) throw new Error(`a template in ${template.language} was opened, and there is no such language`)
  const run = createRun({ template, language, origins, limits })
  const root: Cell = { type: 'datum', value: dossier, pointer: '' }
  runFile(template.main, root, { run, file: template.main, root })
  if (run.findings.size > 0) throw new Rejected([...run.findings.values()])
  const visits = new Map([...run.visits].map(([statement, count]) => [spanKey(statement.at), count]))
  return { pieces: run.pieces, visits }
}

function spanKey({ source, start, end }: Span): string {
  return `${source.name}:${start}-${end}`
}

/** `partial` makes Handlebars take our helpers and data as they are, for the template itself and for its partials. */
function runFile(file: TemplateFile, context: Cell, data: Frame): void {
  file.compiled.run(context, { partial: true, helpers: OURS, partials: {}, decorators: {}, data })
}

/** The node that one of our helpers was called for. */
function siteOf<T>(list: readonly T[], { site }: InternalCall<Frame>): T {
  const node = list[site]
  if (node === undefined) throw new Error(`a template ran a node that it does not have: ${site}`)
  return node
}

const INTERNAL: InternalHelpers<Frame> = {
  text: call => {
    const { run, file } = call.options.data
    const content = siteOf(file.compiled.sites.text, call)
    spend(run, content.at)
    visit(run, content)
    addPiece(run, { type: 'text', text: content.text, at: content.at })
    return ''
  },
  print: call => {
    const { run, file } = call.options.data
    const site = siteOf(file.compiled.sites.print, call)
    visit(run, site)
    print(run, site, onlyArgument(call))
    return ''
  },
  get: call => {
    const { run, file } = call.options.data
    const lookup = siteOf(file.compiled.sites.get, call)
    spend(run, lookup.path.at)
    return lookUp(run, lookup, call.args[0])
  },
  literal: call => siteOf(call.options.data.file.compiled.sites.literal, call),
  call: call => {
    const { run, file } = call.options.data
    const site = siteOf(file.compiled.sites.call, call)
    spend(run, site.at)
    return invoke(run, site, call.args, call.options.hash)
  },
  block: call => {
    runBlock(call)
    return ''
  },
  include: call => {
    const { run, file } = call.options.data
    const site = siteOf(file.compiled.sites.include, call)
    spend(run, site.at)
    visit(run, site)
    runInclude(site, call)
    return ''
  }
}

const OURS = internalHelpers(INTERNAL)

function onlyArgument({ args }: InternalCall<Frame>): Cell {
  const [cell] = args
  if (cell === undefined) throw new Error('a template printed nothing at all')
  return cell
}

function runBlock({ site: number, args, here, options }: InternalCall<Frame>): void {
  const { run, file } = options.data
  const block = siteOf(file.compiled.sites.block, { site: number, args, here, options })
  const { call } = block
  spend(run, call.at)
  visit(run, block)
  if (!isBlock(call.name)) throw new Error(`${call.name} passed the checks and is no block`)
  const runs = BLOCKS[call.name]
  const given = fittingArguments(call, args, options.hash)
  if ('type' in given) settleFault(run, given)
  else deeper(run, call.at, () => runs({ block, given, here, options }))
}

/** Runs a partial or formula with its context, widened by what it is given by name. */
function runInclude(include: Include, call: InternalCall<Frame>): void {
  const { data, hash } = call.options
  const { run } = data
  const base = onlyArgument(call)
  const found = includedFile(include, call)
  const given = new Map(Object.entries(hash))
  for (const each of [base, ...given.values()]) if (each.type === 'fault') settleFault(run, each)
  if (found === null || [base, ...given.values()].some(each => each.type === 'fault')) return
  const context: Cell = given.size > 0 ? { type: 'widened', base, fields: given } : base
  run.includes.push(found.title)
  deeper(run, include.at, () => runFile(found, context, { ...data, file: found }))
  run.includes.pop()
}

function includedFile({ name }: Include, { args, options }: InternalCall<Frame>): TemplateFile | null {
  const { run } = options.data
  if (typeof name === 'string') {
    const partial = run.template.partials.get(name)
    if (!partial) throw new Error(`the partial ${name} passed the checks and is not there`)
    return partial
  }
  const given = fittingArguments(name, args.slice(1), {})
  if ('type' in given) {
    settleFault(run, given)
    return null
  }
  const [group, key] = given.args.map(each => String(bareOf(each)))
  const formulas = run.template.formulas.get(group ?? '')
  const formula = formulas?.get(key ?? '')
  if (formula) return formula
  const [pointer] = given.args.flatMap(pointersOf)
  report(run, {
    rule: 'template/unknown-formula',
    message: `there is no formula \`${key}\` in the group \`${group}\``,
    span: name.at,
    hints: didYouMean(key ?? '', formulas?.keys() ?? []),
    ...(pointer === undefined ? {} : { pointer })
  })
  return null
}
