/** `verbale schema`: the name of a shape in; what files of it hold, as JSON Schema, out. */
import { resolve } from 'node:path'
import { type SCHEMA, SCHEMAS } from '../definitions/schema.ts'
import { writeWhole } from '../disk/atomic.ts'
import { type Given, type Manner, mannerOf } from '../options.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { typed } from '../words.ts'
import { jsonSchema } from './json-schema.ts'

type SchemaName = (typeof SCHEMAS)[number]

export async function run(given: Given<typeof SCHEMA>, shell: Shell): Promise<ExitCode> {
  return printSchema(given.name, typed(given.output ?? '-'), await mannerOf(given), shell)
}

function printSchema(name: SchemaName | undefined, output: string, manner: Manner, shell: Shell): ExitCode {
  const all = () => Object.fromEntries(SCHEMAS.map(each => [each, jsonSchema(each)]))
  const text = name === undefined ? `${JSON.stringify(all(), null, 2)}\n` : schemaText(name)
  if (output === '-') shell.out.write(text)
  else writeWhole(resolve(shell.cwd, output), new TextEncoder().encode(text))
  return tell([], manner, shell)
}

/** One schema as a file's text. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(jsonSchema(name), null, 2)}\n`
}
