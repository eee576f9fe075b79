/** The stages of a note in, its bytes in one format out. */

import type { Document } from '../document/document.ts'
import type { Resolved } from '../dossier/resolve.ts'
import { keyOf } from '../fact.ts'
import type { Element, Layout } from '../layout/page.ts'
import type { Records } from '../records/records.ts'
import { byCodeUnit } from '../records/sequence.ts'
import type { NoteFormat } from './formats.ts'
import { quoted, textOf, writePages } from './pages.ts'
import { type Kid, readingOrder, runsOf, type TaggedRun } from './pdf/reading-order.ts'
import { writeText } from './text.ts'
import { writeTree } from './tree.ts'

/** What a format can ask for; each stage is made once, when it is asked for. */
export interface Stages {
  readonly profile: Records['profile']
  readonly resolved: () => Resolved
  readonly document: () => Document
  readonly layout: () => Layout
  readonly pdf: () => Uint8Array
}

const utf8 = new TextEncoder()

/** How a note is written in each format. */
export const WRITERS: Readonly<Record<NoteFormat, (stages: Stages) => Uint8Array>> = {
  pdf: stages => stages.pdf(),
  txt: stages => utf8.encode(writeText(stages.document(), stages.profile.parts.placement)),
  dossier: stages => utf8.encode(writeDossier(stages.resolved())),
  tree: stages => utf8.encode(writeTree(stages.document())),
  pages: stages => utf8.encode(writePages(stages.layout(), stages.profile)),
  tags: stages => utf8.encode(writeTags(stages.layout()))
}

/** Writes the dossier as indented JSON: `{ "dossier": …, "origins": { pointer: ["register#/…"] } }`, pointers sorted. */
function writeDossier(resolved: Resolved): string {
  const origins = Object.fromEntries(
    [...resolved.origins].sort(([a], [b]) => byCodeUnit(a, b)).map(([pointer, list]) => [pointer, list.map(keyOf)])
  )
  return `${JSON.stringify({ dossier: resolved.dossier, origins }, null, 2)}\n`
}

/** Writes what a screen reader walks through: what a PDF of this layout says of its structure. */
export function writeTags(layout: Layout): string {
  const order = readingOrder(layout.elements, runsOf(layout))
  const linesOf = (number: number, indent: string): string[] => {
    const element = layout.elements[number]
    const kids = order[number] ?? []
    if (!element) return []
    const head = `${indent}- ${nameOf(element)}:${kids.length === 0 ? ' []' : ''}`
    return [head, ...kids.flatMap(kid => kidLines(kid, `${indent}    `))]
  }
  const kidLines = (kid: Kid, indent: string): string[] =>
    kid.type === 'element' ? linesOf(kid.number, indent) : [`${indent}- ${contentOf(kid.run)}`]
  return `${linesOf(0, '').join('\n')}\n`
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
function contentOf(run: TaggedRun): string {
  if (run.items.some(item => item.type === 'image')) return `page ${run.page + 1}: an image`
  const text = run.items.map(item => (item.type === 'text' ? textOf(item.parts) : '')).join('')
  return `page ${run.page + 1}: ${quoted(text)}`
}
