/** What the command line knows of `verbale completion` before it runs. */
import type { Definition } from '../options.ts'

export const COMPLETION = {
  words: ['completion'],
  about: 'print a script that completes commands and options with the tab key',
  takes: { shell: { choices: ['bash', 'zsh'], demandOption: true, describe: 'for which shell' } },
  options: {}
} as const satisfies Definition
