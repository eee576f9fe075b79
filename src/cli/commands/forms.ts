/** A form in; whether a note can be made in it, or the reason why not, out. */
import { basename, extname } from 'node:path'
import { FORMS, type Form } from '../../records/forms.ts'
import { type Conformance, FORMAT_NAMES, FORMATS, type Format } from '../../write/formats.ts'
import type { Job } from '../disk/targets.ts'
import { Obstacle } from '../obstacle.ts'
import { shellWord } from '../report/print.ts'

/** Every form, and why it cannot be made; null where it can. */
const REASONS: Readonly<Record<Form, string | null>> = {
  draft: null,
  issue: null,
  'courtesy-copy': null,
  'file-copy': null,
  'certified-copy':
    'a certified copy bears the words, the name and the seal of who certifies it, which nothing here can give',
  'regenerated-copy': 'a regenerated copy is made from a file copy: `verbale regenerate FILE --form regenerated-copy`'
}

/** The forms that can be made, in their order. */
export const MADE_FORMS: readonly Form[] = FORMS.filter(form => REASONS[form] === null)

/** Why a form cannot be made; null where it can, and for a word that is no form. */
export function reasonAgainst(word: string): string | null {
  const form = FORMS.find(each => each === word)
  return form === undefined ? null : REASONS[form]
}

/** What to make of every note. */
export interface Wanted {
  readonly format: Format
  readonly form: Form | undefined
  readonly language: string | undefined
  readonly addressee?: string | undefined
  readonly conformance: Conformance | undefined
  /** Whether it carries what it is made from; undefined where its form decides. */
  readonly embed: boolean | undefined
  /** Whether an issue that does so is to stay in the house. */
  readonly internal: boolean
}

/**
 * The format that was asked for, or else that of the file to be written, as its name ends. Throws `Obstacle` where the two
 * disagree, so that no file is named what it is not.
 */
export function formatFor(asked: Format | undefined, jobs: readonly Job[]): Format {
  const [first] = jobs
  return first?.target.type === 'file' ? formatOfFile(asked, first.target.path) : (asked ?? 'pdf')
}

function formatOfFile(asked: Format | undefined, path: string): Format {
  const name = basename(path).toLowerCase()
  const ending = extname(name)
  // `x.concordance.pdf` ends as a concordance does, and not only as a note
  const named = FORMAT_NAMES.filter(format => name.endsWith(FORMATS[format].extension)).at(-1)
  if (asked === undefined) {
    if (named !== undefined || ending === '') return named ?? 'pdf'
    throw new Obstacle(`cannot tell the format from \`${ending}\``, [`add --format to -o ${shellWord(basename(path))}`])
  }
  const others = FORMAT_NAMES.filter(format => extname(`x${FORMATS[format].extension}`) === ending)
  const isBare = named === undefined || FORMATS[named].extension === ending
  if (named === asked || (isBare && others.includes(asked)) || (named === undefined && others.length === 0))
    return asked
  const wrong = `--format ${asked} and -o ${shellWord(basename(path))} disagree`
  const bare = basename(path).slice(0, -(named === undefined ? ending : FORMATS[named].extension).length)
  const rename = `name it ${shellWord(bare + FORMATS[asked].extension)}`
  throw new Obstacle(wrong, [named === undefined ? rename : `ask for --format ${named}, or ${rename}`])
}
