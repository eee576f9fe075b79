/** A template with its values written in braces in, the pieces that a merge would make of it out. */
import { type Diagnostic, Rejected } from '../../src/diagnostic.ts'
import type { Document } from '../../src/document/document.ts'
import { parse } from '../../src/document/parse.ts'
import { originOf } from '../../src/fact.ts'
import { positionOf, type Source } from '../../src/source.ts'
import type { Piece } from '../../src/template/piece.ts'

export const FACTS = { language: 'en', title: 'Note verbale', labels: [] }

/**
 * Cuts a template at `{NAME}`. `values` says what a name holds (its own name where it says nothing), a piece's origin is
 * `/NAME`; `{@NAME}` is a mention, whose full and short form `values` gives as `full|short`, and `{@!NAME}` and `{@~NAME}` ask for one of them.
 */
export function piecesOf(template: string, values: Readonly<Record<string, string>> = {}): Piece[] {
  const source: Source = { name: 'templates/en/test.hbs', text: template }
  return [...template.matchAll(/\{(@[!~]?)?([^}]*)\}|[^{]+/g)].map(match => {
    const at = { source, start: match.index, end: match.index + match[0].length }
    const [whole, sign, name] = match
    if (name === undefined) return { type: 'text', text: whole, at }
    const text = values[name] ?? name
    const origins = [originOf('register', `/${name}`)]
    if (sign === undefined) return { type: 'value', text, at, origins }
    const [full = '', short = null] = text.split('|')
    const form = sign === '@!' ? 'full' : sign === '@~' ? 'short' : 'auto'
    return { type: 'mention', subject: `/${name}`, full, short, form, at, origins }
  })
}

/** The document of a template; see `piecesOf`. */
export function read(template: string, values: Readonly<Record<string, string>> = {}): Document {
  return parse(piecesOf(template, values), FACTS)
}

/** What a template is refused for: `rule @ line:column`. */
export function refusals(template: string, values: Readonly<Record<string, string>> = {}): string[] {
  return findings(() => read(template, values)).map(each => {
    const at = each.span ? positionOf(each.span.source, each.span.start) : null
    return `${each.rule} @ ${at ? `${at.line}:${at.column}` : 'nowhere'}`
  })
}

/** The findings that something is refused for; none when it is not refused. */
export function findings(run: () => unknown): readonly Diagnostic[] {
  try {
    run()
    return []
  } catch (caught) {
    if (caught instanceof Rejected) return caught.diagnostics
    throw caught
  }
}
