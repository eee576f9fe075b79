/** What a golden is compared with: a note and the name of an output in; its text, what it is called and how its file ends, out. */

import { wordsFor } from '../describe.ts'
import { attempt, type Diagnostic } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import type { Compared } from '../record/fixture.ts'
import type { Prepared } from '../render.ts'
import type { Span } from '../source.ts'
import { merge } from '../template/merge.ts'
import { openTemplate } from '../template/template.ts'
import { FORMATS, type Format } from '../write/index.ts'

interface Output {
  /** With the dot. */
  readonly ending: string
  /** For sentences. */
  readonly what: string
  readonly write: (engine: Engine, prepared: Prepared) => string
}

const utf8 = new TextDecoder()

function ofFormat(format: Format): Output {
  const { extension, what, write } = FORMATS[format]
  return { ending: extension, what, write: (_, { stages }) => utf8.decode(write(stages)) }
}

/** Every output that a golden can hold. */
export const OUTPUTS: Readonly<Record<Compared, Output>> = {
  txt: ofFormat('txt'),
  tree: ofFormat('tree'),
  pages: ofFormat('pages'),
  tags: ofFormat('tags'),
  dossier: ofFormat('dossier'),
  pdf: {
    ending: '.pdf.sha256',
    what: 'the PDF',
    write: ({ world }, { stages }) => `${world.sha256(stages.pdf())}\n`
  },
  description: {
    ending: '.description.yaml',
    what: 'what a register says of the note',
    write: (engine, { stages, records }) => {
      const { title, subject } = wordsFor(engine, records.language, stages.resolved())
      return `title: ${JSON.stringify(title)}\nsubject: ${JSON.stringify(subject)}\n`
    }
  }
}

/** The output of a note, or what stands against it; a note that is refused as a whole is told of elsewhere. */
export function outputOf(engine: Engine, prepared: Prepared | null, output: Compared): Attempted {
  return attempt(() => prepared && OUTPUTS[output].write(engine, prepared))
}

interface Attempted {
  readonly value: string | null
  readonly findings: readonly Diagnostic[]
}

/** What printed the description of a note where it is no longer the same; of words that only went, what stands around them. */
export function describersOf(engine: Engine, { stages, records }: Prepared, before: string): readonly Span[] {
  const pieces = ['subject', 'archival-title'].flatMap(
    name => merge(openTemplate(engine.templates, records.language, name), stages.resolved()).pieces
  )
  const come = pieces.filter(each => each.type !== 'mention' && !before.includes(each.text.replaceAll('\u00A0', ' ')))
  return (come.length > 0 ? come : pieces).map(each => each.at)
}
