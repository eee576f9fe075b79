/** Any text in; the same as text of an HTML page out, with what cannot be seen in it written out. */
import { codeName, forbiddenIn } from '../../languages/characters.ts'

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text between tags or in a quoted attribute. Overrides of direction and other unseen characters become their names. */
export function escaped(text: string): string {
  return named(text).replace(/[&<>"']/g, sign => NAMES[sign] ?? sign)
}

function named(text: string): string {
  return forbiddenIn(text, '\n\t').reduceRight(
    (made, { at, length, code }) => `${made.slice(0, at)}⟨${codeName(code)}⟩${made.slice(at + length)}`,
    text
  )
}

/** The fragment by which the page is entered at the first statement of a name. */
export function fragmentOf(name: string): string {
  return escaped(`statement/${name}`)
}

/** A link, or the address as text where it is none of the web: a record may hold `javascript:`. */
export function linked(address: string): string {
  if (!/^https?:\/\/[^\s"'<>]+$/i.test(address)) return escaped(address)
  return `<a class="out" href="${escaped(address)}" rel="noreferrer noopener">${escaped(address)}</a>`
}
