/** A template in; by step of the note, what of the dossier it prints and where it has words, each under which conditions, out. */
import type { Meanings } from '../dossier/meanings.ts'
import { once } from '../once.ts'
import type { Span } from '../source.ts'
import { withNames } from '../template/scope.ts'
import type { BlockStatement, Call, Include, TemplateStatement } from '../template/syntax.ts'
import { type Template, type TemplateFile, targetsOf } from '../template/template-file.ts'
import { type Answered, given } from './conditions.ts'
import { wholeOf } from './fields.ts'
import { follows } from './follows.ts'
import {
  DOSSIER,
  equality,
  type FieldReferent,
  fieldsRead,
  type Holding,
  MADE,
  meaningOf,
  nameOf,
  type Referent,
  type Standpoint,
  stripped
} from './referents.ts'

/** One place of a template, and what holds of every dossier for which it is reached. */
export interface Use {
  readonly at: Span
  readonly where: readonly Holding[]
  /** Whether the template's own words stand there. */
  readonly isWords: boolean
}

/** What a step of the note says. */
export interface StepUses {
  /** By field of the dossier: where it is printed, or chooses a formula. */
  readonly fields: ReadonlyMap<string, readonly Use[]>
  /** Where anything is said. */
  readonly said: readonly Use[]
}

/** How deep blocks and partials may stand in each other; merge stops there as well. */
const DEEPEST = 100

/** Where a statement stands: in which scope, in which step, under which conditions; and what is gathered on the way. */
interface Site extends Standpoint {
  readonly template: Template
  readonly meanings: Meanings
  readonly steps: Map<string, { fields: Map<string, Use[]>; said: Use[] }>
  readonly step: string
  readonly where: readonly Holding[]
  /** The texts that are open: one inside itself says nothing new. */
  readonly open: readonly TemplateFile[]
}

/** The uses of a template by step; what stands in the template itself is a step by its own name. */
export function usesOf(template: Template, name: string, meanings: Meanings): ReadonlyMap<string, StepUses> {
  const scope = { context: DOSSIER, outer: null, names: null }
  const site: Site = { ...scope, template, meanings, steps: new Map(), step: name, where: [], open: [template.main] }
  walkBody(site, template.main.statements)
  return site.steps
}

function walkBody(site: Site, body: readonly TemplateStatement[]): void {
  const { where } = site
  for (const each of body) {
    const { at } = each
    if (each.type === 'block') walkBlock(site, each)
    else if (each.type === 'include') walkInclude(site, each)
    else if (each.type === 'print') {
      stepOf(site).said.push({ at, where, isWords: false })
      for (const field of fieldsRead(site, each.value)) addField(site, field, at)
    } else if (/[\p{L}\p{N}]/u.test(each.text)) stepOf(site).said.push({ at, where, isWords: true })
  }
}

function stepOf({ steps, step }: Site) {
  return once(steps, step, () => ({ fields: new Map(), said: [] }))
}

/** Who speaks, who is spoken to, and the State that it is about: how often each is named, grammar decides. */
const SPEAKERS = /^(sender|recipient|concerned)(\.|$)/

function addField(site: Site, field: FieldReferent, at: Span): void {
  const name = wholeOf(nameOf(field))
  const uses = SPEAKERS.test(name) ? [] : once(stepOf(site).fields, name, () => [])
  uses.push({ at, where: [...site.where, ...field.known], isWords: false })
}

function walkBlock(site: Site, block: BlockStatement): void {
  const { name, args } = block.call
  const [asked] = args
  // `sentence` asks nothing
  const answer = (holds: boolean): Answered =>
    asked ? given(site, asked, (name === 'unless') !== holds, site.meanings) : []
  walkBranch(asked ? insideOf(site, block, meaningOf(site, asked)) : site, answer(true), block.body)
  walkBranch(site, answer(false), block.inverse ?? [])
}

function walkBranch(site: Site, answer: Answered, body: readonly TemplateStatement[]): void {
  const isContrary = (each: Holding) => follows(site.where, { ...each, holds: !each.holds })
  // where the contrary is known, no dossier leads
  if (answer && !answer.some(isContrary)) walkBody({ ...site, where: [...site.where, ...answer] }, body)
}

/** `if` and `unless` stay where they are; the others go into what they are given. */
function insideOf(site: Site, { call, params }: BlockStatement, subject: Referent): Site {
  if (call.name === 'if' || call.name === 'unless') return site
  const known = subject.type === 'field' ? subject.known : []
  const item: Referent = subject.type === 'field' ? { ...subject, known: [] } : subject
  const names = withNames(site.names, params, [item, MADE])
  return { ...site, context: item, outer: site, names, where: [...site.where, ...known] }
}

function walkInclude(site: Site, include: Include): void {
  const { template, open } = site
  const { name } = include
  if (open.length > DEEPEST) return
  const base = include.context ? meaningOf(site, include.context) : site.context
  const fields = new Map(include.fields.map(each => [each.name, meaningOf(site, each.value)]))
  const context: Referent = fields.size > 0 ? { type: 'widened', base, fields } : base
  const isCalled = typeof name === 'string'
  const step = open.length === 1 && isCalled ? name : site.step
  const chosen = isCalled ? null : choiceIn(site, name)
  for (const file of targetsOf(include, template)) {
    if (!file || open.includes(file)) continue
    const where = [...site.where, ...(chosen?.(file) ?? [])]
    walkBody({ ...site, context, outer: null, names: null, step, where, open: [...open, file] }, file.statements)
  }
}

/** A formula that the dossier chooses stands there where the dossier has its key. */
function choiceIn(site: Site, { args: [group, key], at }: Call) {
  const field = key ? stripped(meaningOf(site, key)) : MADE
  if (field.type !== 'field' || group?.type !== 'literal') return null
  addField(site, field, at)
  const texts = site.template.formulas.get(String(group.value)) ?? new Map<string, TemplateFile>()
  return (file: TemplateFile): Holding[] => {
    const own = [...texts].find(each => each[1] === file)?.[0] ?? ''
    return equality(nameOf(field), { type: 'written', value: own }).map(each => ({ ...each, of: texts.size }))
  }
}
