/** What the command line knows of `verbale render` before it runs. */
import { LANGUAGES } from '../../languages/index.ts'
import { CONFORMANCES, FORMAT_NAMES, FORMATS } from '../../write/formats.ts'
import { MADE_FORMS, reasonAgainst } from '../commands/forms.ts'
import { COMMON, type Definition } from '../options.ts'

const listOfFormats = FORMAT_NAMES.map(name => `${name} (${FORMATS[name].what})`).join(', ')

export const RENDER = {
  words: ['render', 'compile'],
  about: 'make notes from their requests',
  takes: {
    notes: {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'note requests; - is standard input',
      offers: 'note'
    }
  },
  options: {
    output: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'a file, a folder (out/), or - for standard output; without it, beside the note',
      offers: 'file'
    },
    format: {
      choices: FORMAT_NAMES,
      requiresArg: true,
      describe: listOfFormats,
      defaultDescription: 'as FILE ends, or pdf'
    },
    form: {
      choices: MADE_FORMS,
      requiresArg: true,
      describe: 'in place of the form that the note states',
      reasonAgainst
    },
    language: {
      choices: Object.keys(LANGUAGES),
      requiresArg: true,
      describe: 'one that the note lists, in place of its original'
    },
    conformance: {
      choices: CONFORMANCES,
      requiresArg: true,
      describe: 'the level of PDF/A that it claims, beside PDF/UA-1; 3a where it carries its sources',
      defaultDescription: '2a'
    },
    sources: {
      choices: ['embed', 'none'],
      requiresArg: true,
      describe: 'whether the PDF carries the records and templates that it is made from',
      defaultDescription: 'embed in file copies, else none'
    },
    internal: { type: 'boolean', describe: 'let an issue carry its sources, marked as not to leave the house' },
    watch: { type: 'boolean', describe: 'make it again whenever a file that it was made from changes' },
    ...COMMON
  },
  examples: [
    ['$0 render note.yaml', 'note.pdf, beside it'],
    ['$0 render note.yaml -o protest.txt', 'its text'],
    ['$0 render cases/*/note.yaml -o out/', 'each under the name of its folder'],
    ['$0 render note.yaml --format txt -o -', 'its text on standard output'],
    ['$0 render - -o note.pdf < note.yaml', 'from standard input'],
    ['$0 render note.yaml --form issue', 'note.issue.pdf, never written over, and its file copy note.issue.file.pdf'],
    ['$0 render note.yaml --watch', 'again at every change, until Ctrl-C'],
    ['$0 render note.yaml --report json=found.json', 'the findings for a machine']
  ]
} as const satisfies Definition
