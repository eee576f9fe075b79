/** A document with mentions in, the same one with each name in the form that its place asks for out. */
import type { Language } from '../languages/language.ts'
import { beginsSentence } from '../languages/sentences.ts'
import type { Document, Inline, Mention, Text } from './document.ts'
import { endsWithStop, startsWithStop } from './spacing.ts'
import { rewrite } from './walk.ts'

/** What a pass carries from name to name. */
interface Pass {
  /** That of the note. */
  readonly language: Language
  /** Subjects whose full form has been printed. */
  readonly introduced: Set<string>
  /** What the paragraph, cell or footnote says up to here. */
  before: string
  /** Whether that ends with a value that has a full stop of its own. */
  stopped: boolean
}

/**
 * Turns mentions into text, in reading order, and prints one full stop where a value that ends with its own ("Smith & Co.")
 * ends the template's sentence. `auto` is the full form until that has been printed once, by whichever mention,
 * and the short form (where there is one) afterwards; a name that begins a sentence gets a capital.
 */
export function settle(document: Document, language: Language): Document {
  const pass = { language, introduced: new Set<string>(), before: '', stopped: false }
  return { ...document, blocks: rewrite(document.blocks, inlines => settledApart(inlines, pass)) }
}

/** Settles inlines that begin a sentence of their own. */
function settledApart(inlines: readonly Inline[], pass: Pass): Inline[] {
  const { before, stopped } = pass
  pass.before = ''
  pass.stopped = false
  const inside = inlines.flatMap(inline => settled(inline, pass))
  pass.before = before
  pass.stopped = stopped
  return inside
}

/** The settled inline; none where nothing of it is left. */
function settled(inline: Inline, pass: Pass): Inline[] {
  if (inline.type === 'text') return said(inline, pass)
  if (inline.type === 'mention') return said(named(inline, pass), pass)
  if (inline.type === 'footnote') return [{ ...inline, children: settledApart(inline.children, pass) }]
  if (inline.type === 'break') {
    pass.before += ' '
    pass.stopped = false
    return [inline]
  }
  const children = inline.children.flatMap(child => settled(child, pass))
  return children.length > 0 ? [{ ...inline, children }] : []
}

/** A text as it is printed; the template's full stop behind a value's is left out, since one sign is both. */
function said(text: Text, pass: Pass): Text[] {
  const isValue = text.origins.length > 0
  const doubled = pass.stopped && !isValue && startsWithStop(text.text)
  pass.stopped = isValue && endsWithStop(text.text)
  const printed = doubled ? { ...text, text: text.text.slice(1), at: { ...text.at, start: text.at.start + 1 } } : text
  pass.before += printed.text
  return printed.text === '' ? [] : [printed]
}

function named(mention: Mention, pass: Pass): Text {
  const { subject, full, short, form, at, origins, because, statement } = mention
  const abridged = form === 'short' || (form === 'auto' && pass.introduced.has(subject))
  const words = abridged && short !== null ? short : full
  if (words === full) pass.introduced.add(subject)
  const { say, sentences } = pass.language
  const text = beginsSentence(pass.before, sentences) ? say.capital(words) : words
  return { type: 'text', text, at, origins, language: undefined, because, statement }
}
