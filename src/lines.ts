/** A small template and a resolved dossier in; its paragraphs, each as one text with its origins, out. */
import type { Text } from './document/document.ts'
import { parse } from './document/parse.ts'
import { settle } from './document/settle.ts'
import { leaves } from './document/walk.ts'
import type { Resolved } from './dossier/resolve.ts'
import { merge } from './template/merge.ts'
import type { Template } from './template/template-file.ts'

/** The lines of a small template that is no part of the note's body (its title, its labels), one text a paragraph. */
export function linesOf(template: Template, resolved: Resolved): Text[] {
  const { language } = template
  const { pieces } = merge(template, resolved)
  const document = settle(parse(pieces, { language: language.tag, title: '', labels: [] }), language)
  return document.blocks.flatMap(block => {
    const parts = [...leaves({ ...document, blocks: [block] })].flatMap(leaf => (leaf.type === 'text' ? [leaf] : []))
    const first = parts[0]
    if (!first) return []
    return [{ ...first, text: parts.map(each => each.text).join(''), origins: parts.flatMap(each => each.origins) }]
  })
}
