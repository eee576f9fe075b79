/** What the command line knows of `verbale schema` before it runs. */
import { COMMON, type Definition } from '../options.ts'

/** Every schema, by the name that the command knows it by. */
export const SCHEMAS = ['register', 'note', 'settings', 'dossier', 'manifest', 'explanation', 'fixture'] as const

export const SCHEMA = {
  words: ['schema'],
  about: 'print the JSON Schema of records, dossier and manifest',
  takes: { name: { choices: SCHEMAS, describe: 'which one; without it all of them, in one object' } },
  options: {
    output: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'a file, or - for standard output, where it goes without it',
      offers: 'file'
    },
    ...COMMON
  },
  examples: [
    ['$0 schema register -o register.json', 'for editors that complete YAML by a schema'],
    ['$0 schema dossier', 'what a template can print'],
    ['$0 schema manifest', 'what `manifest.json` in a file copy says'],
    ['$0 schema explanation', 'what `explain --format json` gives']
  ]
} as const satisfies Definition
