/** What the command line knows of `verbale schema` before it runs. */
import { COMMON, type Definition, file } from '../options.ts'

/** Every schema, by the name that the command knows it by. */
export const SCHEMAS = ['register', 'note', 'settings', 'dossier', 'manifest', 'explanation', 'fixture'] as const

export const SCHEMA = {
  words: ['schema'],
  about: 'print the JSON Schema of records, dossier and manifest',
  takes: { name: { choices: SCHEMAS, describe: 'which schema; by default all of them, in one object' } },
  options: {
    output: { ...file('a file, or - for standard output (the default)'), alias: 'o' },
    ...COMMON
  }
} as const satisfies Definition
