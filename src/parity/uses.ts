/** A template in; by step of the note, what of the dossier it prints and where it has words, each under which conditions, out. */
import type { Meanings } from '../dossier/meanings.ts'
import type { Span } from '../source.ts'
import type { BlockStatement, Call, Include, Print, TemplateStatement } from '../template/syntax.ts'
import { type Template, type TemplateFile, targetsOf } from '../template/template-file.ts'
import { type Answered, given } from './conditions.ts'
import { wholeOf } from './fields.ts'
import {
  DOSSIER,
  equality,
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
}

/** What a step of the note says. */
export interface StepUses {
  /** By field of the dossier: where it is printed, or chooses a formula. */
  readonly fields: ReadonlyMap<string, readonly Use[]>
  /** Where there are words, or anything else. */
  readonly words: readonly Use[]
  readonly said: readonly Use[]
}

/** How deep blocks and partials may stand in each other; merge stops there as well. */
const DEEPEST = 100

/** What is gathered on the way. */
interface Walk {
  readonly template: Template
  readonly meanings: Meanings
  readonly steps: Map<string, { fields: Map<string, Use[]>; words: Use[]; said: Use[] }>
}

/** Where a statement stands: in which scope, in which step, under which conditions. */
interface Site extends Standpoint {
  readonly step: string
  readonly where: readonly Holding[]
  /** The texts that are open: one inside itself says nothing new. */
  readonly open: readonly TemplateFile[]
}

/** The uses of a template by step; what stands in the template itself is a step by its own name. */
export function usesOf(template: Template, name: string, meanings: Meanings): ReadonlyMap<string, StepUses> {
  const walk: Walk = { template, meanings, steps: new Map() }
  const site = { context: DOSSIER, outer: null, names: new Map(), step: name, where: [], open: [template.main] }
  walkBody(walk, site, template.main.statements)
  return walk.steps
}

function walkBody(walk: Walk, site: Site, body: readonly TemplateStatement[]): void {
  for (const each of body) {
    if (each.type === 'content' && /[\p{L}\p{N}]/u.test(each.text)) note(walk, site, each.at, 'words')
    else if (each.type === 'print') walkPrint(walk, site, each)
    else if (each.type === 'block') walkBlock(walk, site, each)
    else if (each.type === 'include') walkInclude(walk, site, each)
  }
}

function stepOf({ steps }: Walk, { step }: Site) {
  const known = steps.get(step) ?? { fields: new Map<string, Use[]>(), words: [], said: [] }
  steps.set(step, known)
  return known
}

function note(walk: Walk, { where, ...site }: Site, at: Span, as: 'words' | 'said'): void {
  const step = stepOf(walk, { where, ...site })
  step.said.push({ at, where })
  if (as === 'words') step.words.push({ at, where })
}

/** Who speaks and who is spoken to: how often each is named, grammar decides. */
const SPEAKERS = /^(sender|recipient)(\.|$)/

function walkPrint(walk: Walk, site: Site, { value, at }: Print): void {
  note(walk, site, at, 'said')
  for (const field of fieldsRead(site, value)) addField(walk, site, field, at)
}

function addField(walk: Walk, site: Site, field: Extract<Referent, { type: 'field' }>, at: Span): void {
  const { fields } = stepOf(walk, site)
  const name = wholeOf(nameOf(field))
  if (SPEAKERS.test(name)) return
  fields.set(name, [...(fields.get(name) ?? []), { at, where: [...site.where, ...field.known] }])
}

function walkBlock(walk: Walk, site: Site, block: BlockStatement): void {
  const { call, body, inverse } = block
  const [asked] = call.args
  if (!asked) {
    walkBody(walk, site, body)
    return
  }
  const [yes, no] = [true, false].map(holds => given(site, asked, (call.name === 'unless') !== holds, walk.meanings))
  walkBranch(walk, insideOf(site, block, meaningOf(site, asked)), yes ?? null, body)
  walkBranch(walk, site, no ?? null, inverse ?? [])
}

function walkBranch(walk: Walk, site: Site, answer: Answered, body: readonly TemplateStatement[]): void {
  // where the contrary is known, no dossier leads
  if (answer === null || answer.some(each => site.where.some(one => one.key === each.key && one.holds !== each.holds)))
    return
  walkBody(walk, { ...site, where: [...site.where, ...answer] }, body)
}

/** `if` and `unless` stay where they are; the others go into what they are given. */
function insideOf(site: Site, { call, params }: BlockStatement, subject: Referent): Site {
  if (call.name === 'if' || call.name === 'unless' || call.name === 'sentence') return site
  const known = subject.type === 'field' ? subject.known : []
  const item: Referent = subject.type === 'field' ? { ...subject, known: [] } : subject
  const names = new Map([...site.names, ...params.map((name, index) => [name, index === 0 ? item : MADE] as const)])
  return { ...site, context: item, outer: site, names, where: [...site.where, ...known] }
}

function walkInclude(walk: Walk, site: Site, include: Include): void {
  if (site.open.length > DEEPEST) return
  const base = include.context ? meaningOf(site, include.context) : site.context
  const fields = new Map(include.fields.map(({ name, value }) => [name, meaningOf(site, value)]))
  const context: Referent = fields.size > 0 ? { type: 'widened', base, fields } : base
  const isStep = site.open.length === 1 && typeof include.name === 'string'
  const step = isStep && typeof include.name === 'string' ? include.name : site.step
  const inner = { ...site, context, outer: null, names: new Map<string, Referent>(), step }
  const chosen = typeof include.name === 'string' ? null : choiceIn(walk, inner, site, include.name)
  for (const file of targetsOf(include, walk.template)) {
    if (!file || site.open.includes(file)) continue
    const where = [...site.where, ...(chosen?.(file) ?? [])]
    walkBody(walk, { ...inner, where, open: [...site.open, file] }, file.statements)
  }
}

/** A formula that the dossier chooses stands there where the dossier has its key. */
function choiceIn(walk: Walk, inner: Site, site: Site, { args: [group, key], at }: Call) {
  const field = key ? stripped(meaningOf(site, key)) : MADE
  if (field.type !== 'field' || group?.type !== 'literal') return null
  addField(walk, { ...inner, where: site.where }, field, at)
  const texts = walk.template.formulas.get(String(group.value)) ?? new Map<string, TemplateFile>()
  return (file: TemplateFile): Holding[] => {
    const own = [...texts].find(each => each[1] === file)?.[0] ?? ''
    const [literal] = equality(nameOf(field), { type: 'written', value: own })
    return literal ? [{ ...literal, keys: [...texts.keys()] }] : []
  }
}
