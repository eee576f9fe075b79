/** The templates of a note in; for a place in one of them, the includes that put it into the note, out. */
import type { Span } from '../source.ts'
import type { Include } from '../template/syntax.ts'
import type { Template, TemplateFile } from '../template/template.ts'
import { filesOf, includesIn, targetsOf } from '../template/within.ts'
import { nameOf } from './place.ts'

/** Which includes put in what stands at a place: those that name its partial, or its formula by group and key. */
export type Callers = (at: Span) => readonly Span[]

/** Every text that some include may run, with the includes that may, each once. */
export function callsIn(templates: readonly Template[]): ReadonlyMap<TemplateFile, readonly Include[]> {
  const calls = new Map<TemplateFile, Set<Include>>()
  for (const template of templates) {
    for (const include of filesOf(template).flatMap(file => includesIn(file.statements))) {
      for (const target of targetsOf(include, template))
        if (target) calls.set(target, (calls.get(target) ?? new Set()).add(include))
    }
  }
  return new Map([...calls].map(([file, includes]) => [file, [...includes]]))
}

/** How callers are asked for. Texts that a template cannot reach have none. */
export function callersIn(templates: readonly Template[]): Callers {
  const calls = callsIn(templates)
  return at => {
    const spans = [...calls].flatMap(([file, includes]) => (holds(file, at) ? includes.map(each => each.at) : []))
    return [...new Map(spans.map(each => [`${each.source.name}:${each.start}`, each])).values()]
  }
}

/** `put in by templates/en/protest.hbs:4:1 and 2 more`; nothing for what stands in no partial and no formula. */
export function putInBy(callers: Callers, at: Span, most: number): string | null {
  const near = callers(at)
  const places = [...new Set([...near, ...near.flatMap(callers)].map(nameOf))]
  const more = places.length > most ? ` and ${places.length - most} more` : ''
  return places.length === 0 ? null : `put in by ${places.slice(0, most).join(', ')}${more}`
}

/** Whether a place stands in a text: partials are files of their own, formulas stretches of one. */
function holds({ statements }: TemplateFile, { source, start }: Span): boolean {
  const [first, last] = [statements[0]?.at, statements.at(-1)?.at]
  if (!first || !last || first.source.name !== source.name) return false
  return source.name.endsWith('.hbs') || (start >= first.start && start < last.end)
}
