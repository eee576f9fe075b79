/** Words that a face cannot show in; one located finding for each letter and record out. */

import { type Diagnostic, error } from '../diagnostic.ts'
import type { Text } from '../document/document.ts'
import { blaming, placeName } from '../fact.ts'
import { codeName } from '../languages/characters.ts'
import type { Span } from '../source.ts'
import type { FaceInLanguage } from './shape.ts'

/** What a text is laid at the door of: a leaf of the document, or a setting of the house that no template holds. */
interface Source extends Pick<Text, 'origins'> {
  readonly at: Span | null
}

/** The letters of a note that no face has, collected over all of it. */
export interface MissingGlyph {
  /** Takes note of what a face lacks of a text. */
  note(text: string, source: Source, lettering: FaceInLanguage): void
  findings(): readonly Diagnostic[]
}

/** No letter missed yet. */
export function createMissing(): MissingGlyph {
  const found = new Map<string, Diagnostic>()
  const note = (text: string, source: Source, lettering: FaceInLanguage) => {
    for (const letter of new Set(text)) {
      if (!lettering.word(letter).isMissing) continue
      const key = `${letter} ${keyOf(source)}`
      if (!found.has(key)) found.set(key, findingOf(letter, source, lettering))
    }
  }
  return { note, findings: () => [...found.values()] }
}

/** One record, or one place in a template where no record stands behind a text. */
function keyOf({ at, origins: [origin] }: Source): string {
  return origin ? String(origin) : `${at?.source.name} ${at?.start}`
}

function findingOf(letter: string, source: Source, { face }: FaceInLanguage): Diagnostic {
  const origin = source.origins[0]
  const where = origin ? ` (${placeName(origin)})` : ''
  return error({
    rule: 'layout/missing-glyph',
    message: `the ${face} face has no glyph for ${codeName(letter.codePointAt(0) ?? 0)} \`${letter}\`${where}`,
    span: source.at,
    ...blaming(origin),
    hints: [
      'write it with letters that the face has: Latin, Cyrillic or Greek',
      'look for a letter that was pasted from elsewhere'
    ]
  })
}
