/** Names what a note says, by its step, what it says it of, and which partial says it: `occasion/kyiv-2025-11-14/consequences`. */
import { once } from '../once.ts'
import { bareOf, isObject, type TemplateValue } from './cell.ts'
import type { Expression, Include } from './syntax.ts'

/**
 * The statement that is being printed. Its name holds no word of the language, no number and nothing of what stands around
 * it, so that it stays when records are added or put in another order, and is the same in every language.
 */
export interface Naming {
  readonly step: string
  /** What it is about: the outermost record, else what its item is called by. */
  readonly item: string | null
  readonly isRecord: boolean
  readonly role: string | null
  readonly name: string
}

/** What stands in a template itself is called as its file is. */
export function namingOf(title: string): Naming {
  return named({ step: /([^/]*)\.hbs$/.exec(title)?.[1] ?? title, item: null, isRecord: false, role: null })
}

function named(parts: Omit<Naming, 'name'>): Naming {
  const { step, item, role } = parts
  const about = item === null ? step : `${step}/${item}`
  return { ...parts, name: role === null ? about : `${about}/${role}` }
}

/**
 * What a partial or formula says that stands on lines of its own. In the note's template it is a step of the note; further
 * in it is a role, and so is only the outermost one that is about the same.
 */
export function inPartial(around: Naming, include: Include, isOutermost: boolean): Naming {
  if (!once(alone, include, standsAlone)) return around
  const called = callingOf(include)
  if (isOutermost) return named({ ...around, step: called })
  return around.role === null ? named({ ...around, role: called }) : around
}

/** What is said of one item of a list; of what stands in a record nothing is said apart from it. */
export function inItem(around: Naming, item: TemplateValue): Naming {
  if (around.isRecord) return around
  const record = wordAt(item, RECORDS)
  if (record !== null) return named({ ...around, item: record, isRecord: true, role: null })
  const word = around.item === null ? wordAt(item, WORDS) : null
  return word === null ? around : named({ ...around, item: word })
}

/** Where an item says which record it is or is about. */
const RECORDS = [['id'], ['note', 'id'], ['facility', 'id']] as const
/** Where an item that is no record says what sets it apart from others. */
const WORDS = [['class'], ['type'], ['after']] as const

function wordAt(item: TemplateValue, paths: readonly (readonly string[])[]): string | null {
  for (const path of paths) {
    const found = path.reduce((at, key) => (isObject(at) ? (at[key] ?? null) : null), bareOf(item))
    if (typeof found === 'string') return found
  }
  return null
}

/** A formula is called by its group, and by its key or the field that chooses it. */
function callingOf({ name }: Include): string {
  return typeof name === 'string' ? name : name.args.map(wordOf).join('/')
}

function wordOf(argument: Expression): string {
  if (argument.type === 'literal') return String(argument.value)
  return argument.type === 'path' ? (argument.steps.at(-1) ?? argument.original) : argument.name
}

/** Templates are kept from note to note, and so is this of each of their tags. */
const alone = new WeakMap<Include, boolean>()

/** Whether nothing else is printed on the line of a tag; where a tag there takes white space, a sentence goes on. */
function standsAlone({ at: { source, start, end } }: Include): boolean {
  const tag = source.text.slice(start, end)
  const from = source.text.lastIndexOf('\n', start - 1) + 1
  const to = source.text.indexOf('\n', end)
  const beside = source.text.slice(from, start) + source.text.slice(end, to < 0 ? undefined : to)
  return !/^\{\{~|~\}\}$/.test(tag) && beside.replace(CONDITIONS, '').trim() === ''
}

/** Tags that print nothing themselves; items of a `list` are parts of one sentence. */
const CONDITIONS = /\{\{(?:#(?:if|unless|with|each)\b|\/(?:if|unless|with|each)\b|else\b|!)[^}~]*\}\}/g
