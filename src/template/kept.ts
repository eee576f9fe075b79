/** A template's tree in, a text that keeps it out, and back: the same tree, at the place where the same text stands now. */
import type { TemplateText } from './parse-error.ts'
import { idOf, type TemplateStatement } from './syntax.ts'

/** Keeps the tree of a text that starts at offset 0; what it lacks is its source. */
export function keepTree(statements: readonly TemplateStatement[]): string {
  return JSON.stringify(statements, (key, value) => (key === 'source' || key === 'id' ? undefined : value))
}

/** The tree again, for a text that stands elsewhere. */
export function restoreTree(kept: string, text: TemplateText): readonly TemplateStatement[] {
  const statements: readonly TemplateStatement[] = JSON.parse(kept)
  complete(statements, text)
  return statements
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
