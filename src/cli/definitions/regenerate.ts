/** What the command line knows of `verbale regenerate` before it runs. */
import type { Form } from '../../records/forms.ts'
import { COMMON, type Definition } from '../options.ts'

/** What can be made of a file copy, and what it is. */
const FORMS = ['issue', 'file-copy', 'regenerated-copy', 'draft', 'courtesy-copy'] as const satisfies readonly Form[]

export const REGENERATE = {
  words: ['regenerate'],
  about: 'make a note again from its file copy alone',
  takes: {
    file: {
      type: 'string',
      demandOption: true,
      describe: 'a file copy, or an issue with its file copy beside it',
      offers: 'file'
    }
  },
  options: {
    output: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'the file to write, or - for standard output',
      offers: 'file'
    },
    form: {
      choices: FORMS,
      requiresArg: true,
      describe: 'what to make of it; a regenerated copy says of which file it is a copy, with its SHA-256',
      defaultDescription: 'the form of FILE'
    },
    with: {
      type: 'string',
      requiresArg: true,
      describe: 'the file copy of an issue, where it does not stand beside it',
      offers: 'file'
    },
    extract: {
      type: 'string',
      requiresArg: true,
      describe: 'lay what it carries out as a workspace, in a folder that is empty or not there yet',
      offers: 'folder'
    },
    ...COMMON
  },
  examples: [
    ['$0 regenerate note.file.pdf --form issue -o again.pdf', 'the issue, to the byte'],
    ['$0 regenerate note.file.pdf -o again.file.pdf', 'the file copy, to the byte'],
    ['$0 regenerate note.file.pdf --form regenerated-copy -o copy.pdf', 'a copy that says that it is one'],
    ['$0 regenerate note.file.pdf --extract case/', 'its records and templates, as a workspace']
  ]
} as const satisfies Definition
