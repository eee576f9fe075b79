/** The templates of some languages in; what those of one language can say and those of another cannot out. */
import { attempt } from '../diagnostic.ts'
import { createMeanings } from '../dossier/meanings.ts'
import type { Engine } from '../engine.ts'
import { openTemplate, templateNames } from '../template/template.ts'
import { judge, type ParityFindings, purposesOf, together } from './differs.ts'
import { compareSides, sideOf } from './templates.ts'

/** Compares the templates of each name, every language with every other; what cannot be opened is told elsewhere. */
export function templateParity(engine: Engine, languages: readonly string[]): ParityFindings {
  const { templates } = engine
  const meanings = createMeanings(engine.kinds.values())
  const names = [...new Set(languages.flatMap(each => templateNames(templates, each)))].sort()
  const purposes = new Map(languages.map(each => [each, purposesOf(engine, [each])]))
  const pairs = names.flatMap(name => {
    const opened = languages.flatMap(each => attempt(() => openTemplate(templates, each, name)).value ?? [])
    const sides = opened.map(each => sideOf(name, each, meanings))
    return sides.flatMap((one, index) => sides.slice(index + 1).map(other => [one, other] as const))
  })
  const judged = pairs.map(([one, other]) => {
    const own = [one, other].flatMap(each => purposes.get(each.language) ?? [])
    return judge(compareSides(one, other), own, 'warning')
  })
  return together(judged)
}
