/** What the command line knows of `verbale explain` before it runs. */
import { LANGUAGES } from '../../languages/index.ts'
import { MADE_FORMS, reasonAgainst } from '../commands/forms.ts'
import { COMMON, type Definition, TIMEOUT } from '../options.ts'

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
    output: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'a file, or - for standard output, where it goes without it',
      offers: 'file'
    },
    format: {
      choices: EXPLAIN_NAMES,
      requiresArg: true,
      describe: EXPLAIN_NAMES.map(name => `${name} (${EXPLAINED[name]})`).join(', '),
      defaultDescription: 'as FILE ends, or pretty'
    },
    language: {
      choices: Object.keys(LANGUAGES),
      requiresArg: true,
      describe: 'one that the note lists, in place of its original'
    },
    form: {
      choices: MADE_FORMS,
      requiresArg: true,
      describe: 'in place of the form that the note states',
      reasonAgainst
    },
    with: {
      type: 'string',
      requiresArg: true,
      describe: 'the file copy of an issue, where it does not stand beside it as NAME.file.pdf',
      offers: 'file'
    },
    register: {
      type: 'string',
      requiresArg: true,
      describe: 'of a PDF: the register that must hold the file copy that is read',
      offers: 'file'
    },
    statements: { type: 'boolean', describe: 'list the names of statements, with page and first words' },
    statement: { type: 'string', requiresArg: true, describe: 'only what has this number or name', offers: ['1'] },
    page: { type: 'string', requiresArg: true, describe: 'only statements on this page', offers: ['1'] },
    search: { type: 'string', requiresArg: true, describe: 'only statements that hold these words', offers: [] },
    restricted: {
      type: 'boolean',
      describe: 'show values that may not leave the house (coordinates); without it they are called restricted'
    },
    timeout: { ...TIMEOUT, describe: 'seconds after which a PDF is given up' },
    ...COMMON
  },
  examples: [
    ['$0 explain note.yaml', 'every statement with its records, sources and template lines'],
    ['$0 explain note.yaml -o note.explained.html', 'as a page to read in a browser'],
    ['$0 explain note.file.pdf', 'the same, years later, from what the copy carries'],
    ['$0 explain note.pdf --register register.yaml', 'only where its file copy is the registered one'],
    ['$0 explain note.yaml --search "35 steps"', 'who says so?'],
    ['$0 explain note.yaml --page 2', 'what stands on page 2'],
    ['$0 explain note.yaml --statements', 'what it states, by name'],
    ['$0 explain note.yaml --format json -o -', 'for a machine; `verbale schema explanation` describes it']
  ]
} as const satisfies Definition
