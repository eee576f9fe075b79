/** The templates of a note in; for a place in one of them, the includes that put it into the note, out. */
import type { Span } from '../source.ts'
import type { Include, Statement } from '../template/syntax.ts'
import type { Template, TemplateFile } from '../template/template.ts'

/** Which includes put in what stands at a place: those that name its partial, or its formula by group and key. */
export type Callers = (at: Span) => readonly Span[]

/** How callers are asked for. Texts that a template cannot reach have none. */
export function callersIn(templates: readonly Template[]): Callers {
  const calls = new Map<TemplateFile, Span[]>()
  for (const template of templates) {
    for (const include of filesOf(template).flatMap(file => includesIn(file.statements))) {
      for (const target of targetsOf(include, template)) calls.set(target, [...(calls.get(target) ?? []), include.at])
    }
  }
  return at => {
    const spans = [...calls].flatMap(([file, includes]) => (holds(file, at) ? includes : []))
    return [...new Map(spans.map(each => [`${each.source.name}:${each.start}`, each])).values()]
  }
}

function filesOf({ main, partials, formulas }: Template): readonly TemplateFile[] {
  return [main, ...partials.values(), ...[...formulas.values()].flatMap(group => [...group.values()])]
}

function includesIn(body: readonly Statement[]): Include[] {
  return body.flatMap(each => {
    if (each.type === 'include') return [each]
    return each.type === 'block' ? [...includesIn(each.body), ...includesIn(each.inverse ?? [])] : []
  })
}

/** The texts that an include may run; every formula of the group where the dossier names the key. */
export function targetsOf({ name }: Include, { partials, formulas }: Template): readonly TemplateFile[] {
  if (typeof name === 'string') return [partials.get(name)].filter(each => each !== undefined)
  const [group, key] = name.args.map(each => (each.type === 'literal' ? String(each.value) : null))
  const texts = formulas.get(group ?? '')
  if (!texts) return []
  return key === null || key === undefined ? [...texts.values()] : [texts.get(key)].filter(each => each !== undefined)
}

/** Whether a place stands in a text: partials are files of their own, formulas stretches of one. */
function holds({ statements }: TemplateFile, { source, start }: Span): boolean {
  const [first, last] = [statements[0]?.at, statements.at(-1)?.at]
  if (!first || !last || first.source.name !== source.name) return false
  return source.name.endsWith('.hbs') || (start >= first.start && start < last.end)
}
