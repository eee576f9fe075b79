/** What Handlebars' parser throws in, a located finding out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import { offsetOf, positionOf, type Source } from '../source.ts'

/** A template's text inside its file; `base` is where it starts there (0 for a file of its own). */
export interface TemplateText {
  readonly source: Source
  readonly base: number
  readonly text: string
}

/** The parser's names of what it met, in words. */
const MET: { readonly [token: string]: string } = {
  EOF: 'the end of the template',
  OPEN_ENDBLOCK: 'the end of a block',
  INVERSE: '`{{else}}`',
  CLOSE: '`}}`',
  OPEN_SEXPR: 'a bracket',
  CLOSE_SEXPR: 'a closing bracket',
  EQUALS: '`=`',
  SEP: 'a separator'
}

/** The parser's error as a finding. `thrown` has a place when its own checks failed, and only a message otherwise. */
export function parseFinding({ source, base, text }: TemplateText, thrown: Error): Diagnostic {
  const at = (offset: number, length: number) => ({
    source,
    start: base + offset,
    end: base + Math.min(text.length, offset + length)
  })
  const rule = 'template/syntax'
  if ('lineNumber' in thrown && 'column' in thrown && typeof thrown.lineNumber === 'number') {
    const offset = offsetOf({ name: '', text }, { line: thrown.lineNumber, column: Number(thrown.column) + 1 })
    return error({ rule, message: thrown.message.replace(/ - \d+:\d+$/, ''), span: at(offset, 1) })
  }
  const [, expected = '', got = 'INVALID'] = /Expecting (.*), got '(\w+)'/.exec(thrown.message) ?? []
  const open = got === 'EOF' ? unclosed(text) : null
  if (open) {
    const message = `the block \`${open.text}\` is not closed`
    return error({
      rule,
      message,
      span: at(open.offset, open.text.length),
      hints: [`end it with \`{{/${open.name}}}\``]
    })
  }
  const offset = offsetOfError(text, thrown.message)
  const met = /^[\w.-]+|^\S/u.exec(text.slice(offset, offset + 40))?.[0] ?? ''
  const message = `${MET[got] ?? (met === '' ? 'this' : `\`${met}\``)} cannot stand here`
  return error({ rule, message, span: at(offset, met.length), hints: [`expected: ${expected}`] })
}

/** The innermost block that is still open at the end. */
function unclosed(text: string): { readonly offset: number; readonly text: string; readonly name: string } | null {
  const open: { offset: number; text: string; name: string }[] = []
  for (const match of text.matchAll(/\{\{~?(?:!--[\s\S]*?--|![\s\S]*?|\/[^}]*|[#^]\s*([^\s}~]+)[^}]*)\}\}/g)) {
    if (match[0].includes('/') && /^\{\{~?\//.test(match[0])) open.pop()
    else if (match[1]) open.push({ offset: match.index, text: match[0], name: match[1] })
  }
  return open.at(-1) ?? null
}

/**
 * Where the parser stopped. Its message shows the text around the place without line ends, over a row of dashes that
 * ends below it:
 *
 *     Parse error on line 2:
 *     ...{{date}} {{/if}} and
 *     ------------^
 */
function offsetOfError(text: string, message: string): number {
  const [first = '', shown = '', dashes = ''] = message.split('\n')
  const line = Number(/on line (\d+)/.exec(first)?.[1] ?? 1)
  const before = shown.slice(0, dashes.indexOf('^')).replace(/^\.\.\./, '')
  const needle = before + shown.slice(dashes.indexOf('^')).replace(/\.\.\.$/, '')
  const kept = [...text.matchAll(/[^\n]/gs)].map(match => match.index)
  const flat = text.replaceAll('\n', '')
  let best = offsetOf({ name: '', text }, { line, column: 1 })
  for (let found = flat.indexOf(needle); found >= 0; found = flat.indexOf(needle, found + 1)) {
    best = kept[found + before.length] ?? text.length
    if (positionOf({ name: '', text }, best).line >= line) break
  }
  return best
}
