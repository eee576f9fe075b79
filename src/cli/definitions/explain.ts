/** What the command line knows of `verbale explain` before it runs. */
import { LANGUAGES } from '../../languages/index.ts'
import { MADE_FORMS, reasonAgainst } from '../commands/forms.ts'
import { COMMON, choice, type Definition, file, TIMEOUT, text } from '../options.ts'

/** Every format of `explain`, the default first. */
const EXPLAINED = { pretty: 'for people', json: 'for machines', html: 'a self-contained page' } as const

export type ExplainFormat = keyof typeof EXPLAINED

export const EXPLAIN_NAMES = Object.keys(EXPLAINED).filter((name): name is ExplainFormat =>
  Object.hasOwn(EXPLAINED, name)
)

export const EXPLAIN = {
  words: ['explain'],
  about: 'show who says so, for every statement of a note',
  takes: {
    note: {
      type: 'string',
      demandOption: true,
      describe:
        'a note request, a file copy, or an issue with its file copy beside it; - is a request on standard input',
      offers: 'file'
    }
  },
  options: {
    output: { ...file('a file, or - for standard output (the default)'), alias: 'o' },
    format: {
      ...choice(EXPLAIN_NAMES, EXPLAIN_NAMES.map(name => `${name} (${EXPLAINED[name]})`).join(', ')),
      defaultDescription: 'as FILE ends, or pretty'
    },
    language: choice(Object.keys(LANGUAGES), 'a language that the note lists, instead of the original one'),
    form: { ...choice(MADE_FORMS, 'the form to use instead of the one that the note states'), reasonAgainst },
    with: file('the file copy of an issue, if it is not beside it as NAME.file.pdf'),
    register: file('for a PDF: the register that must hold its file copy'),
    statements: { type: 'boolean', describe: 'list the names of statements, with page and first words' },
    statement: { ...text('only statements with this number or name'), offers: ['1'] },
    page: { ...text('only statements on this page'), offers: ['1'] },
    search: { ...text('only statements that hold these words'), offers: [] },
    restricted: {
      type: 'boolean',
      describe: 'show values that may not leave the house (coordinates); by default they are shown as restricted'
    },
    timeout: { ...TIMEOUT, describe: 'time limit for a PDF, in seconds' },
    ...COMMON
  }
} as const satisfies Definition
