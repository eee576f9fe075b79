/** What the command line knows of `verbale regenerate` before it runs. */
import type { Form } from '../../records/forms.ts'
import { COMMON, choice, type Definition, file, text } from '../options.ts'

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
    output: { ...file('the file to write, or - for standard output'), alias: 'o' },
    form: {
      ...choice(FORMS, 'what to make from it; a regenerated copy names the file that it copies, with its SHA-256'),
      defaultDescription: 'the form of FILE'
    },
    with: file('the file copy of an issue, if it is not beside it'),
    extract: {
      ...text('write what it carries as a workspace, in an empty folder or a new one'),
      offers: 'folder'
    },
    ...COMMON
  }
} as const satisfies Definition
