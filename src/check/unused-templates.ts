/** The templates that a house wrote itself and those that its notes ask for in; the ones that nothing asks for out. */
import { describingTemplates } from '../describe.ts'
import { type Diagnostic, warning } from '../diagnostic.ts'
import type { Kind } from '../dossier/kind.ts'
import { readSource, type World } from '../world.ts'

/** What the program asks for without being told, besides what a register says of a note: a note's title and labels. */
const ASKED_FOR: readonly string[] = ['title', 'labels']

/** `own`: the templates of the workspace, not those of the package; `named`: those that its note requests name. */
export interface HouseTemplates {
  readonly language: string
  readonly own: readonly string[]
  readonly named: readonly string[]
  readonly kinds: readonly Kind[]
}

/** Tells of templates of a house that no note request names; without a request there is nothing to hold them against. */
export function unusedTemplates(world: World, { language, own, named, kinds }: HouseTemplates): readonly Diagnostic[] {
  if (named.length === 0) return []
  const asked = new Set([...named, ...ASKED_FOR, ...kinds.flatMap(describingTemplates)])
  const unused = own.filter(each => !asked.has(each))
  return unused.flatMap(name => {
    const source = readSource(world, `templates/${language}/${name}.hbs`)
    const message = `no note asks for the template \`${name}\``
    return source ? [warning({ rule: 'template/unused', message, span: { source, start: 0, end: 0 } })] : []
  })
}
