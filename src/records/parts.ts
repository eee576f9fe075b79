/** The parts of a note, as templates mark them and profiles put them in order. */

/** The parts of a note that a template can mark (`::: opening`); where they stand is the profile's affair. */
export const PARTS = [
  'specimen',
  'letterhead',
  'reference',
  'title',
  'opening',
  'closing',
  'dateline',
  'seal',
  'initials',
  'addressee',
  'enclosures',
  'annex'
] as const
export type Part = (typeof PARTS)[number]

/** Parts that are set line by line and are no sentences: names, numbers, dates and room for what is put on paper by hand. */
export const LINE_PARTS: ReadonlySet<Part | null> = new Set<Part>([
  'specimen',
  'letterhead',
  'reference',
  'title',
  'dateline',
  'seal',
  'initials',
  'addressee'
])
