/** What a note can be written as, and what a PDF of it can claim: plain data, for whoever asks before anything is made. */

interface FormatFacts {
  /** With the dot. */
  readonly extension: string
  /** What it is, for `--help`. */
  readonly what: string
  /** Whether it has pages. */
  readonly paged: boolean
  /** Whether it is the note as it is sent or shown; else a view of it for who writes templates. */
  readonly note: boolean
}

/** Every format of `render --format`, the default first. */
export const FORMATS = {
  pdf: { extension: '.pdf', what: 'the note, typeset', paged: true, note: true },
  txt: { extension: '.txt', what: 'the note as plain text', paged: false, note: true },
  dossier: { extension: '.dossier.json', what: 'what the template sees', paged: false, note: false },
  tree: { extension: '.tree.yaml', what: 'the note as a tree, with origins', paged: false, note: false },
  pages: { extension: '.pages.yaml', what: 'what stands where on each page', paged: true, note: false },
  tags: { extension: '.tags.yaml', what: 'the structure tree', paged: true, note: false },
  concordance: {
    extension: '.concordance.pdf',
    what: 'a working paper: the languages side by side, for those who confirm them',
    paged: true,
    note: false
  }
} as const satisfies Record<string, FormatFacts>

export type Format = keyof typeof FORMATS

/** Those that are made of a note in one language. */
export type NoteFormat = Exclude<Format, 'concordance'>

export const FORMAT_NAMES = Object.keys(FORMATS).filter((name): name is Format => Object.hasOwn(FORMATS, name))

/** Levels of PDF/A: part 2 (ISO 19005-2) with Unicode or accessible, part 3 (ISO 19005-3), which may carry files. */
export const CONFORMANCES = ['2u', '2a', '3a'] as const
export type Conformance = (typeof CONFORMANCES)[number]
