/** What the command line knows of `verbale explain` before it runs. */
import { LANGUAGES } from '../../languages/index.ts'
import { MADE_FORMS, reasonAgainst } from '../commands/forms.ts'
import { COMMON, choice, type Definition, file, TIMEOUT, text } from '../options.ts'

/** Every format of `explain`, the default first. */
const EXPLAINED = { pretty: 'for people', json: 'for machines', html: 'a page that stands alone' } as const

export type ExplainFormat = keyof typeof EXPLAINED

export const EXPLAIN_NAMES = Object.keys(EXPLAINED).filter((name): name is ExplainFormat =>
  Object.hasOwn(EXPLAINED, name)
)

export const EXPLAIN = {
  words: ['explain'],
  about: 'say of every statement of a note who says so',
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
    output: { ...file('a file, or - for standard output, where it goes without it'), alias: 'o' },
    format: {
      ...choice(EXPLAIN_NAMES, EXPLAIN_NAMES.map(name => `${name} (${EXPLAINED[name]})`).join(', ')),
      defaultDescription: 'as FILE ends, or pretty'
    },
    language: choice(Object.keys(LANGUAGES), 'one that the note lists, in place of its original'),
    form: { ...choice(MADE_FORMS, 'in place of the form that the note states'), reasonAgainst },
    with: file('the file copy of an issue, where it does not stand beside it as NAME.file.pdf'),
    register: file('of a PDF: the register that must hold the file copy that is read'),
    statements: { type: 'boolean', describe: 'list the names of statements, with page and first words' },
    statement: { ...text('only what has this number or name'), offers: ['1'] },
    page: { ...text('only statements on this page'), offers: ['1'] },
    search: { ...text('only statements that hold these words'), offers: [] },
    restricted: {
      type: 'boolean',
      describe: 'show values that may not leave the house (coordinates); without it they are called restricted'
    },
    timeout: { ...TIMEOUT, describe: 'seconds after which a PDF is given up' },
    ...COMMON
  }
} as const satisfies Definition
