/** Words that a face cannot show in; one located finding for each letter and record out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import type { Text } from '../document/document.ts'
import type { Lettering } from './shape.ts'

/** The letters of a note that no face has, collected over all of it. */
export interface Missing {
  /** Takes note of what a face lacks of a text. */
  note(text: string, source: Text, lettering: Lettering): void
  findings(): readonly Diagnostic[]
}

/** No letter missed yet. */
export function createMissing(): Missing {
  const found = new Map<string, Diagnostic>()
  const note = (text: string, source: Text, lettering: Lettering) => {
    for (const letter of new Set(text)) {
      if (!lettering.word(letter).isMissing) continue
      const key = `${letter} ${source.origins[0]?.file} ${source.origins[0]?.pointer ?? `${source.at.source.name} ${source.at.start}`}`
      if (!found.has(key)) found.set(key, findingOf(letter, source, lettering))
    }
  }
  return { note, findings: () => [...found.values()] }
}

function findingOf(letter: string, source: Text, { face }: Lettering): Diagnostic {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const origin = source.origins[0]
  const where = origin ? ` (${origin.file} ${origin.pointer})` : ''
  return error({
    rule: 'layout/missing-glyph',
    message: `the ${face} face has no glyph for U+${code} \`${letter}\`${where}`,
    span: source.at,
    ...(origin ? { pointer: origin.pointer } : {}),
    hints: [
      'write it with letters that the face has: Latin, Cyrillic or Greek',
      'look for a letter that was pasted from elsewhere'
    ]
  })
}
