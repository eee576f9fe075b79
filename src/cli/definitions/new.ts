/** What the command line knows of `verbale new` before it runs. */
import { COMMON, type Definition } from '../options.ts'

export const NEW = {
  words: ['new'],
  about: 'make a workspace to start from',
  takes: {
    dir: { type: 'string', demandOption: true, describe: 'a folder that is empty or not there yet', offers: 'folder' }
  },
  options: COMMON,
  examples: [
    ['$0 new my-notes', 'a register, a note and a house profile that render at once'],
    ['$0 new .', 'the same in this folder, which is empty']
  ]
} as const satisfies Definition
