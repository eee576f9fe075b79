/** The templates that a house wrote itself and those that its notes ask for in; the ones that nothing asks for out. */
import { type Diagnostic, warning } from '../diagnostic.ts'
import { readSource, type World } from '../world.ts'

/** What the program asks for without being told: a note's title and labels, and what a register says of it. */
const ASKED_FOR: readonly string[] = ['title', 'labels', 'subject', 'archival-title']

/** `own`: the templates of the workspace, not those of the package; `named`: those that its note requests name. */
export interface HouseTemplates {
  readonly language: string
  readonly own: readonly string[]
  readonly named: readonly string[]
}

/** Tells of templates of a house that no note request names; without a request there is nothing to hold them against. */
export function unusedTemplates(world: World, { language, own, named }: HouseTemplates): readonly Diagnostic[] {
  if (named.length === 0) return []
  const unused = own.filter(each => !named.includes(each) && !ASKED_FOR.includes(each))
  return unused.flatMap(name => {
    const source = readSource(world, `templates/${language}/${name}.hbs`)
    const message = `no note asks for the template \`${name}\``
    return source ? [warning({ rule: 'template/unused', message, span: { source, start: 0, end: 0 } })] : []
  })
}
