/** The table of formats: the stages of a note in, its bytes in one format out. */

import type { Document } from '../document/document.ts'
import type { Resolved } from '../dossier/resolve.ts'
import type { Layout } from '../layout/page.ts'
import type { Records } from '../records/records.ts'
import { writeDossier } from './dossier.ts'
import { writePages } from './pages.ts'
import { writeTags } from './tags.ts'
import { writeText } from './text.ts'
import { writeTree } from './tree.ts'

/** What a format can ask for; each stage is made once, when it is asked for. */
export interface Stages {
  readonly profile: Records['profile']
  readonly resolved: () => Resolved
  readonly document: () => Document
  readonly layout: () => Layout
  readonly pdf: () => Uint8Array
}

interface FormatEntry {
  /** With the dot. */
  readonly extension: string
  /** What it is, for `--help`. */
  readonly what: string
  /** Whether it has pages. */
  readonly paged: boolean
  /** Whether it is the note as it is sent or shown; else a view of it for who writes templates. */
  readonly note: boolean
  readonly write: (stages: Stages) => Uint8Array
}

const utf8 = new TextEncoder()

/** Every format of `render --format`, the default first. */
export const FORMATS = {
  pdf: { extension: '.pdf', what: 'the note, typeset', paged: true, note: true, write: stages => stages.pdf() },
  txt: {
    extension: '.txt',
    what: 'the note as plain text',
    paged: false,
    note: true,
    write: stages => utf8.encode(writeText(stages.document(), stages.profile.parts.placement))
  },
  dossier: {
    extension: '.dossier.json',
    what: 'what the template sees',
    paged: false,
    note: false,
    write: stages => utf8.encode(writeDossier(stages.resolved()))
  },
  tree: {
    extension: '.tree.yaml',
    what: 'the note as a tree, with origins',
    paged: false,
    note: false,
    write: stages => utf8.encode(writeTree(stages.document()))
  },
  pages: {
    extension: '.pages.yaml',
    what: 'what stands where on each page',
    paged: true,
    note: false,
    write: stages => utf8.encode(writePages(stages.layout(), stages.profile))
  },
  tags: {
    extension: '.tags.yaml',
    what: 'the structure tree',
    paged: true,
    note: false,
    write: stages => utf8.encode(writeTags(stages.layout()))
  }
} as const satisfies Record<string, FormatEntry>

export type Format = keyof typeof FORMATS
