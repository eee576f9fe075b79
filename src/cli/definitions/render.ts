/** What the command line knows of `verbale render` before it runs. */
import { LANGUAGES } from '../../languages/index.ts'
import { CONFORMANCES, FORMAT_NAMES, FORMATS } from '../../write/formats.ts'
import { MADE_FORMS, reasonAgainst } from '../commands/forms.ts'
import { COMMON, choice, type Definition, file } from '../options.ts'

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
    output: { ...file('a file, a folder (out/), or - for standard output; without it, beside the note'), alias: 'o' },
    format: { ...choice(FORMAT_NAMES, listOfFormats), defaultDescription: 'as FILE ends, or pdf' },
    form: { ...choice(MADE_FORMS, 'the form to use instead of the one that the note states'), reasonAgainst },
    language: choice(Object.keys(LANGUAGES), 'a language that the note lists, instead of the original one'),
    conformance: {
      ...choice(CONFORMANCES, 'the level of PDF/A that it claims, besides PDF/UA-1; 3a if it carries its sources'),
      defaultDescription: '2a'
    },
    sources: {
      ...choice(['embed', 'none'], 'whether the PDF carries the records and templates that it is made from'),
      defaultDescription: 'embed in file copies, else none'
    },
    internal: { type: 'boolean', describe: 'let an issue carry its sources; it is marked to stay in the house' },
    watch: { type: 'boolean', describe: 'render again whenever a source file changes' },
    ...COMMON
  }
} as const satisfies Definition
