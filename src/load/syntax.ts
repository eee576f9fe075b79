/** What the YAML library says is wrong → the same in our own words. */
import { type Diagnostic, error } from '../diagnostic.ts'
import { lastUpTo, type Source } from '../source.ts'

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

const quoteHint = 'put a text in quotes if it has `: `, ` #`, or one of []{}&*!|>%@` at its start'

const mappingHint = 'put fields inside a field in braces: `{ a: { b: … } }`'

const columnHint = 'all fields of a record start in the same column'

/** By the library's code. What is not here keeps the library's own sentence. */
const words: { readonly [code: string]: Words } = {
  BAD_INDENT: {
    message: 'the indentation does not fit the lines above',
    hints: [columnHint]
  },
  BAD_SCALAR_START: { message: 'a text cannot start with this character', hints: [quoteHint] },
  BLOCK_IN_FLOW: { message: 'this text holds a second `: `', hints: [quoteHint, mappingHint] },
  BLOCK_AS_IMPLICIT_KEY: { message: 'this text holds a second `: `', hints: [columnHint, quoteHint] },
  MISSING_CHAR: { message: 'something is not closed, or a field lacks its colon' },
  MULTILINE_IMPLICIT_KEY: { message: 'a key must be on one line and end in a colon', hints: [quoteHint] },
  NON_STRING_KEY: { message: 'a key must be a word', hints: [quoteHint] },
  TAB_AS_INDENT: { message: 'a tab indents this line', hints: ['indent with spaces'] },
  TAG_RESOLVE_FAILED: { rule: 'record/tag', message: 'tags (`!…`) are not read', hints: ['leave the tag out'] },
  UNEXPECTED_TOKEN: { message: 'this does not belong here', hints: [quoteHint] }
}

/**
 * The syntax errors of the library as findings, without those that only follow from another; `quotations` is where quoted
 * texts start, in order.
 */
export function syntaxFindings(
  source: Source,
  found: readonly LibraryError[],
  quotations: readonly number[]
): Diagnostic[] {
  const findings: Diagnostic[] = []
  let open: LibraryError | null = null
  for (const each of found) {
    if (open && follows(source, open, each)) continue
    const start = isOpenQuotation(each) ? lastBefore(quotations, each.pos[0]) : undefined
    if (start !== undefined) open = each
    findings.push(start === undefined ? syntaxFinding(source, each, quotations) : openQuotation(source, start))
    if (isLast(each)) break
  }
  return findings
}

/** What a tab indents stands in no column, and a stray bracket ends the whole: nothing below is where it seems. */
function isLast(found: LibraryError): boolean {
  return found.code === 'TAB_AS_INDENT' || isOutside(found)
}

function isOutside({ code, message }: LibraryError): boolean {
  return code === 'UNEXPECTED_TOKEN' && / token in YAML stream: /.test(message)
}

/** The last of some rising offsets that is before another. */
function lastBefore(offsets: readonly number[], limit: number): number | undefined {
  return offsets[lastUpTo(offsets.length, index => offsets[index] ?? 0, limit - 1)]
}

/** The library finds a quotation mark that is never closed where the text ends; what helps is where it starts. */
function isOpenQuotation({ code, message }: LibraryError): boolean {
  return code === 'MISSING_CHAR' && /^Missing closing ["']quote/.test(message)
}

function openQuotation(source: Source, start: number): Diagnostic {
  const mark = source.text.slice(start, start + 1)
  return error({
    rule: 'record/syntax',
    message: 'this quotation mark is never closed',
    span: { source, start, end: start + 1 },
    hints: [`the text in it ends with another \`${mark}\``]
  })
}

/** The brackets around an open quotation are not closed either, which is found right behind it. */
function follows({ text }: Source, quotation: LibraryError, other: LibraryError): boolean {
  return unclosed(other) !== null && text.slice(quotation.pos[0] + 1, other.pos[0]).trim() === ''
}

function syntaxFinding(source: Source, found: LibraryError, quotations: readonly number[]): Diagnostic {
  const known = unclosed(found) ?? stray(source, found) ?? closedEarly(source, found, quotations) ?? words[found.code]
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

function stray({ text }: Source, found: LibraryError): Words | null {
  const bracket = text.slice(...found.pos)
  if (!isOutside(found) || !/^[\]}]$/.test(bracket)) return null
  return { message: `this \`${bracket}\` closes nothing`, hints: ['take it out, or open what it closes'] }
}

const inside: { readonly [mark: string]: string } = {
  "'": 'write an apostrophe inside `\'…\'` twice, or put the text in `"…"`',
  '"': 'a quotation mark inside `"…"` is written `\\"`'
}

/** In `'the guard's post'` the apostrophe ends the text, and the rest of it belongs to nothing. */
function closedEarly({ text }: Source, { code, pos }: LibraryError, quotations: readonly number[]): Words | null {
  const before = text.slice(0, pos[0]).trimEnd()
  const mark = before.slice(-1)
  const hint = inside[mark]
  const start = lastBefore(quotations, before.length - 1)
  if (code !== 'UNEXPECTED_TOKEN' || hint === undefined || start === undefined || text[start] !== mark) return null
  return { message: 'the text in quotation marks ends before this', hints: [hint] }
}

function ownSentence(message: string): string {
  return message.slice(0, 1).toLowerCase() + message.slice(1).replace(/\.$/, '')
}
