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
      ...choice(FORMS, 'what to make of it; a regenerated copy says of which file it is a copy, with its SHA-256'),
      defaultDescription: 'the form of FILE'
    },
    with: file('the file copy of an issue, where it does not stand beside it'),
    extract: {
      ...text('lay what it carries out as a workspace, in a folder that is empty or not there yet'),
      offers: 'folder'
    },
    ...COMMON
  }
} as const satisfies Definition
