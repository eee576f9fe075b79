/** A small template and a note's dossier, as what fills templates with it, in; its paragraphs, each as one text with its origins, out. */
import type { Text } from './document/document.ts'
import { parse } from './document/parse.ts'
import { settle } from './document/settle.ts'
import { leaves } from './document/walk.ts'
import { type Fill, unflawed } from './template/merge.ts'
import type { Template } from './template/template-file.ts'

/** The lines of a small template that is no part of the note's body (its title, its labels), one text a paragraph. */
export function linesOf(template: Template, fill: Fill): Text[] {
  const { language } = template
  const { pieces } = unflawed(fill(template))
  const document = settle(parse(pieces, { language: language.tag, title: '', labels: [] }), language)
  return document.blocks.flatMap(block => {
    const parts = [...leaves({ ...document, blocks: [block] })].flatMap(leaf => (leaf.type === 'text' ? [leaf] : []))
    const first = parts[0]
    if (!first) return []
    return [{ ...first, text: parts.map(each => each.text).join(''), origins: parts.flatMap(each => each.origins) }]
  })
}
