/** What the command line knows of `verbale new` before it runs. */
import { COMMON, type Definition } from '../options.ts'

export const NEW = {
  words: ['new'],
  about: 'make a workspace to start from',
  takes: {
    dir: { type: 'string', demandOption: true, describe: 'an empty folder or a new one', offers: 'folder' }
  },
  options: COMMON
} as const satisfies Definition
