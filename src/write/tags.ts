/** A layout in; its structure tree as readable YAML out, in reading order, each element with the text that belongs to it. */
import type { Element, Layout } from '../layout/page.ts'
import { quoted, textOf } from './pages.ts'
import { type Kid, type Run, readingOrder, runsOf } from './pdf/reading-order.ts'

/** Writes what a screen reader walks through: what a PDF of this layout says of its structure. */
export function writeTags(layout: Layout): string {
  const order = readingOrder(layout.elements, runsOf(layout))
  const lines: string[] = []
  const visit = (number: number, indent: string): void => {
    const element = layout.elements[number]
    const kids = order[number] ?? []
    if (!element) return
    lines.push(`${indent}- ${nameOf(element)}:${kids.length === 0 ? ' []' : ''}`)
    for (const kid of kids) write(kid, `${indent}    `)
  }
  const write = (kid: Kid, indent: string): void => {
    if (kid.type === 'element') visit(kid.number, indent)
    else lines.push(`${indent}- ${contentOf(kid.run)}`)
  }
  visit(0, '')
  return `${lines.join('\n')}\n`
}

/** `TH (scope Column)`: the role, and what else is said of the element. */
function nameOf({ role, language, scope, numbering, alternate }: Element): string {
  const said = [
    language && `language ${language}`,
    scope && `scope ${scope}`,
    numbering && `numbering ${numbering}`,
    alternate && `alternate ${quoted(alternate)}`
  ]
  const known = said.filter(each => each !== undefined)
  return known.length === 0 ? role : `${role} (${known.join(', ')})`
}

/** The text of a run, or that it is a picture, with the page that it is on. */
function contentOf(run: Run): string {
  if (run.items.some(item => item.type === 'image')) return `page ${run.page + 1}: an image`
  const text = run.items.map(item => (item.type === 'text' ? textOf(item.parts) : '')).join('')
  return `page ${run.page + 1}: ${quoted(text)}`
}
