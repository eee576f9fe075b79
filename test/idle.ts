/** Dossiers in; the statements of the protest template, its partials and its formulas that none of them reaches, out. */
import { expect } from 'vitest'
import type { Resolved } from '../src/dossier/resolve.ts'
import { lineOf, positionOf } from '../src/source.ts'
import { merge } from '../src/template/merge.ts'
import type { TemplateStatement } from '../src/template/syntax.ts'
import { openTemplate } from '../src/template/template.ts'
import { engineHere } from './fixtures.ts'

const { templates } = engineHere()

/** The statements of a template and of all that stands in them. */
function within(statements: readonly TemplateStatement[]): TemplateStatement[] {
  return statements.flatMap(each =>
    each.type === 'block' ? [each, ...within(each.body), ...within(each.inverse ?? [])] : [each]
  )
}

function placeOf({ at }: TemplateStatement): string {
  const { line, column } = positionOf(at.source, at.start)
  return `${at.source.name}:${line}:${column} ${lineOf(at.source, line).trim()}`
}

export function idle(dossiers: readonly Resolved[], language = 'en'): string[] {
  const template = openTemplate(templates, language, 'protest')
  const formulas = [...template.formulas.values()].flatMap(each => [...each.values()])
  const visited = new Set(dossiers.flatMap(each => [...merge(template, each).visits.keys()]))
  const all = [template.main, ...template.partials.values(), ...formulas].flatMap(each => within(each.statements))
  expect(all.length).toBeGreaterThan(200)
  return all.filter(each => !visited.has(each.id)).map(placeOf)
}
