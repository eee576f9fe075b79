/** The stages of a note in, its bytes in one format out. */

import type { Document } from '../document/document.ts'
import type { Resolved } from '../dossier/resolve.ts'
import type { Layout } from '../layout/page.ts'
import type { Records } from '../records/records.ts'
import { writeDossier } from './dossier.ts'
import type { Format } from './formats.ts'
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

const utf8 = new TextEncoder()

/** How a note is written in each format. */
export const WRITERS: Readonly<Record<Format, (stages: Stages) => Uint8Array>> = {
  pdf: stages => stages.pdf(),
  txt: stages => utf8.encode(writeText(stages.document(), stages.profile.parts.placement)),
  dossier: stages => utf8.encode(writeDossier(stages.resolved())),
  tree: stages => utf8.encode(writeTree(stages.document())),
  pages: stages => utf8.encode(writePages(stages.layout(), stages.profile)),
  tags: stages => utf8.encode(writeTags(stages.layout()))
}
