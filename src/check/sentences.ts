/** A note's plain text as it was and as it is in; each sentence that changed, before and after, out. */
import { diffArrays } from 'diff'
import type { SentenceChange } from '../diagnostic.ts'

/** More edits than this are shown by nobody. */
const MOST_EDITS = 1000
/** A full stop behind these ends no sentence. */
const ABBREVIATIONS = /(?:\bNos?|\bart|\bpara|\b[A-Z])\.$/

/** Pairs what went with what came in its place, in the order of the note. */
export function sentenceChanges(before: string, after: string): SentenceChange[] {
  const [old, now] = [before, after].map(sentencesOf)
  const parts = diffArrays(old ?? [], now ?? [], { maxEditLength: MOST_EDITS })
  if (!parts) return [{ before: before.trim(), after: after.trim() }]
  const changes: SentenceChange[] = []
  for (const [index, part] of parts.entries()) {
    if (!part.removed && !part.added) continue
    const earlier = parts[index - 1]
    // what came stands behind what went, and was paired with it
    if (part.added && earlier?.removed) continue
    const next = parts[index + 1]
    const gone = part.removed ? part.value : []
    const come = part.added ? part.value : next?.added ? next.value : []
    const length = Math.max(gone.length, come.length)
    for (let at = 0; at < length; at++) changes.push({ before: gone[at] ?? null, after: come[at] ?? null })
  }
  return changes
}

/** The sentences of a plain text: its paragraphs without their line ends, cut behind what ends a sentence. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.replace(/\s+/g, ' ').trim())
    .filter(paragraph => paragraph !== '')
    .flatMap(sentencesIn)
}

function sentencesIn(paragraph: string): string[] {
  const found: string[] = []
  let open = ''
  for (const part of paragraph.split(/(?<=[.!?…]["”’)]?) (?=\p{Lu}|["“‘(])/u)) {
    open = open === '' ? part : `${open} ${part}`
    if (ABBREVIATIONS.test(open)) continue
    found.push(open)
    open = ''
  }
  return open === '' ? found : [...found, open]
}
