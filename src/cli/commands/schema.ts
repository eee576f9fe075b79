/** `verbale schema`: the name of a shape in; what files of it hold, as JSON Schema, out. */
import { resolve } from 'node:path'
import { writeWhole } from '../disk/atomic.ts'
import { COMMON, type Command, EXIT_CODES, type Manner, mannerOf, type Option } from '../options.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { typed } from '../words.ts'
import { jsonSchema } from './json-schema.ts'

/** Every schema, by the name that the command knows it by. */
const NAMES = ['register', 'note', 'settings', 'dossier', 'manifest', 'explanation', 'fixture'] as const
type SchemaName = (typeof NAMES)[number]

const OPTIONS = {
  output: {
    alias: 'o',
    type: 'string',
    requiresArg: true,
    describe: 'a file, or - for standard output, where it goes without it',
    offers: 'file'
  },
  ...COMMON
} as const satisfies Record<string, Option>

export const schemaCommand: Command = {
  words: ['schema'],
  about: 'print the JSON Schema of records, dossier and manifest',
  takes: { what: 'name', offers: NAMES, many: false },
  options: OPTIONS,
  add: (yargs, choose) =>
    yargs.command({
      command: 'schema [name]',
      describe: schemaCommand.about,
      builder: each =>
        each
          .positional('name', { choices: NAMES, describe: 'which one; without it all of them, in one object' })
          .options(OPTIONS)
          .example('$0 schema register -o register.json', 'for editors that complete YAML by a schema')
          .example('$0 schema dossier', 'what a template can print')
          .example('$0 schema manifest', 'what `manifest.json` in a file copy says')
          .example('$0 schema explanation', 'what `explain --format json` gives')
          .epilogue(EXIT_CODES),
      handler: given => {
        const manner = mannerOf(given)
        choose(shell => printSchema(given.name, typed(given.output ?? '-'), manner, shell))
      }
    })
}

function printSchema(name: SchemaName | undefined, output: string, manner: Manner, shell: Shell): ExitCode {
  const all = () => Object.fromEntries(NAMES.map(each => [each, jsonSchema(each)]))
  const text = name === undefined ? `${JSON.stringify(all(), null, 2)}\n` : schemaText(name)
  if (output === '-') shell.out.write(text)
  else writeWhole(resolve(shell.cwd, output), new TextEncoder().encode(text))
  return tell([], manner, shell)
}

/** One schema as a file's text. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(jsonSchema(name), null, 2)}\n`
}
