/** A template's tree, and what it asks for, in; a text that keeps them out, and back: the same, where the same text stands now. */
import type { TemplateReference } from './check-calls.ts'
import type { TemplateText } from './parse-error.ts'
import { idOf, type TemplateStatement } from './syntax.ts'

/** A text that was parsed and checked, and with which nothing was wrong. */
export interface KeptTemplate {
  readonly statements: readonly TemplateStatement[]
  readonly references: readonly TemplateReference[]
}

/** Keeps what was made of a text that starts at offset 0; what it lacks is its source. */
export function keepTree({ statements, references }: KeptTemplate): string {
  const plain = (key: string, value: unknown) => (key === 'source' || key === 'id' ? undefined : value)
  return JSON.stringify({ statements, references }, plain)
}

/** The same again, for a text that stands elsewhere. */
export function restoreTree(kept: string, text: TemplateText): KeptTemplate {
  const restored: KeptTemplate = JSON.parse(kept)
  complete(restored, text)
  return restored
}

/** Puts its source back into each span, and its id into each statement. */
function complete(part: unknown, text: TemplateText): void {
  if (part === null || typeof part !== 'object') return
  if ('start' in part && 'end' in part) {
    const span = { source: text.source, start: text.base + Number(part.start), end: text.base + Number(part.end) }
    Object.assign(part, span)
    return
  }
  for (const each of Object.values(part)) complete(each, text)
  if (isStatement(part)) Object.assign(part, { id: idOf(part.at) })
}

function isStatement(part: object): part is TemplateStatement {
  return 'type' in part && ['content', 'print', 'block', 'include'].includes(String(part.type))
}
