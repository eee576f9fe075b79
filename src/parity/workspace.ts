/** The templates of some languages in; what those of one language can say and those of another cannot out. */
import { attempt, type Diagnostic, distinct } from '../diagnostic.ts'
import { createMeanings } from '../dossier/meanings.ts'
import type { Engine } from '../engine.ts'
import { openTemplate } from '../template/template.ts'
import { judge, type ParityFindings, purposeFindings, purposesOf } from './differs.ts'
import { compareSides, sideOf } from './templates.ts'

/** Compares the templates of each name, every language with every other; what cannot be opened is told elsewhere. */
export function templateParity({ world, templates, kinds }: Engine, tags: readonly string[]): ParityFindings {
  const meanings = createMeanings(kinds.values())
  const names = [...new Set(tags.flatMap(tag => namesIn(world.list(`templates/${tag}`), tag)))].sort()
  const purposes = new Map(tags.map(tag => [tag, purposesOf(world, tag)]))
  const judged = names.flatMap(name => {
    const opened = tags.flatMap(tag => attempt(() => openTemplate(templates, tag, name)).value ?? [])
    const sides = opened.map(each => sideOf(name, each, meanings))
    const pairs = sides.flatMap((one, index) => sides.slice(index + 1).map(other => [one, other] as const))
    return pairs.map(([one, other]) => {
      const own = [one, other].flatMap(each => purposes.get(each.language) ?? [])
      return judge(compareSides(one, other), own, 'warning')
    })
  })
  return { findings: distinct(judged.flatMap(each => each.findings)), excused: judged.flatMap(each => each.excused) }
}

function namesIn(files: readonly string[], language: string): string[] {
  const folder = `templates/${language}/`
  const own = files.map(each => each.slice(folder.length)).filter(each => /^[^/]+\.hbs$/.test(each))
  return own.map(each => each.slice(0, -'.hbs'.length))
}

/** What is wrong with the files that say what differs on purpose; `excused` are their entries that were of use. */
export function differsFindings({ world, languages }: Engine, excused: Iterable<string>): readonly Diagnostic[] {
  return purposeFindings(
    Object.keys(languages).map(language => purposesOf(world, language)),
    new Set(excused)
  )
}
