/** What the YAML library says is wrong → the same in our own words. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import type { Source } from '../../source.ts'

/** What the library gives: its code, its sentence, and two offsets. */
interface LibraryError {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

interface Words {
  readonly rule?: string
  readonly message: string
  readonly hints?: readonly string[]
}

const quoteHint = 'a text with `: `, ` #`, or one of []{}&*!|>%@` at its start stands in quotes'

const columnHint = 'fields of one record start in one column'

/** By the library's code. What is not here keeps the library's own sentence. */
const words: { readonly [code: string]: Words } = {
  BAD_INDENT: {
    message: 'the indentation does not fit the lines above',
    hints: [columnHint]
  },
  BAD_SCALAR_START: { message: 'a text cannot start with this character', hints: [quoteHint] },
  BLOCK_AS_IMPLICIT_KEY: { message: 'this text holds a second `: `', hints: [columnHint, quoteHint] },
  MISSING_CHAR: { message: 'something is not closed, or a field lacks its colon' },
  MULTILINE_IMPLICIT_KEY: { message: 'a key stands in one line and ends in a colon', hints: [quoteHint] },
  NON_STRING_KEY: { message: 'a key is a word', hints: [quoteHint] },
  TAB_AS_INDENT: { message: 'a tab indents this line', hints: ['indent with spaces'] },
  TAG_RESOLVE_FAILED: { rule: 'record/tag', message: 'tags (`!…`) are not read', hints: ['leave the tag out'] },
  UNEXPECTED_TOKEN: { message: 'this does not belong here', hints: [quoteHint] }
}

/** One syntax error of the library as a finding. */
export function syntaxFinding(source: Source, found: LibraryError): Diagnostic {
  const known = unclosed(found) ?? words[found.code]
  const [start, end] = found.pos.map(each => Math.min(each, source.text.length))
  return error({
    rule: known?.rule ?? 'record/syntax',
    message: known?.message ?? ownSentence(found.message),
    span: { source, start: start ?? 0, end: end ?? start ?? 0 },
    hints: known?.hints ?? []
  })
}

/** The library counts a bracket that is not closed among the faults of indentation. */
function unclosed({ code, message }: LibraryError): Words | null {
  if (code !== 'BAD_INDENT' || !message.startsWith('Flow')) return null
  return { message: 'a `[` or `{` above is not closed' }
}

function ownSentence(message: string): string {
  return message.slice(0, 1).toLowerCase() + message.slice(1).replace(/\.$/, '')
}
