/** What the check of a language's templates came by in; the partials and formulas that nothing asks for out, as warnings. */
import { type Diagnostic, warning } from '../diagnostic.ts'
import type { TemplateText } from '../template/parse-error.ts'
import type { TemplateStore } from '../template/template.ts'
import { readSource } from '../world.ts'
import type { Check } from './site.ts'

/** Partials that no template reaches, groups of formulas that nothing asks for, and formulas that no word chooses. */
export function unusedParts(check: Check, store: TemplateStore, language: string): readonly Diagnostic[] {
  return [...unusedPartials(check, store, language), ...unusedFormulas(check)]
}

function unusedPartials(check: Check, { world }: TemplateStore, language: string): Diagnostic[] {
  const folder = `templates/${language}/partials/`
  const paths = world.list(folder.slice(0, -1)).filter(each => each.endsWith('.hbs'))
  return paths.flatMap(path => {
    const name = path.slice(folder.length, -'.hbs'.length)
    const source = check.partials.has(name) ? null : readSource(world, path)
    const message = `nothing includes the partial \`${name}\``
    return source ? [warning({ rule: 'template/unused', message, span: { source, start: 0, end: 0 } })] : []
  })
}

function unusedFormulas({ entries, reached }: Check): Diagnostic[] {
  return [...entries].flatMap(([group, texts]) => {
    const unused = [...texts].filter(([key]) => !reached.has(`${group}/${key}`))
    const [first] = unused
    if (first && unused.length === texts.size)
      return [told(`nothing asks for the group of formulas \`${group}\``, first[1])]
    return unused.map(([key, text]) => told(`nothing asks for the formula \`${key}\` of the group \`${group}\``, text))
  })
}

function told(message: string, { source, base, text }: TemplateText): Diagnostic {
  return warning({ rule: 'template/unused', message, span: { source, start: base, end: base + text.length } })
}
