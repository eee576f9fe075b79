/** `verbale schema`: the name of a shape in; what files of it hold, as JSON Schema, out. */
import { resolve } from 'node:path'
import * as z from 'zod'
import { manifestSchema } from '../../bundle/schema.ts'
import type { NoteKind } from '../../dossier/kind.ts'
import { dossierSchemaOf } from '../../dossier/schema.ts'
import { explanationSchema } from '../../explain/schema.ts'
import { KINDS } from '../../kinds/index.ts'
import { confirmationsSchema } from '../../records/confirmations.ts'
import { fixtureSchema } from '../../records/fixture.ts'
import { requestSchemaOf } from '../../records/request.ts'
import { registerSchema } from '../../records/schema.ts'
import { settingsSchema } from '../../records/settings.ts'
import { translationsSchema } from '../../records/translations.ts'
import type { Json } from '../../value.ts'
import { type SCHEMA, SCHEMAS } from '../definitions.ts'
import { writeWhole } from '../disk/atomic.ts'
import { commonOptionsOf, type GivenOptions } from '../options.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'

/** `id` is the name under which zod defines the whole; `written` says that people write such files as YAML. */
const kinds = {
  register: { schema: () => registerSchema, id: 'Register', written: true },
  note: { schema: () => ofKinds(requestSchemaOf), id: 'NoteRequest', written: true },
  settings: { schema: () => settingsSchema, id: 'Settings', written: true },
  dossier: { schema: () => ofKinds(dossierSchemaOf), id: 'Dossier', written: false },
  manifest: { schema: () => manifestSchema, id: 'Manifest', written: false },
  explanation: { schema: explanationSchema, id: 'Explanation', written: false },
  fixture: { schema: () => fixtureSchema, id: 'Fixture', written: true },
  confirmations: { schema: () => confirmationsSchema, id: 'Confirmations', written: true },
  translations: { schema: () => translationsSchema, id: 'Translations', written: true }
}

/** The schema of a file that is of one of several kinds. */
function ofKinds(schemaOf: (kind: NoteKind) => z.ZodType): z.ZodType {
  const schemas = [...KINDS.values()].map(schemaOf)
  const [first] = schemas
  return first && schemas.length === 1 ? first : z.union(schemas)
}

/** What an editor needs to complete and check a file of one kind, with what each field means. */
export function jsonSchema(kind: keyof typeof kinds): Json {
  const { schema, id, written } = kinds[kind]
  const whole = z.toJSONSchema(schema(), {
    target: 'draft-2020-12',
    override: ({ jsonSchema: each }) => {
      if (written) takeNumbers(each)
    }
  })
  const { [id]: root, ...definitions } = whole.$defs ?? {}
  // editors look for titles and fields at the root, not behind a reference
  return { $schema: whole.$schema, ...root, $defs: definitions } as Json
}

/** A text may be written without quotation marks where YAML reads a number: `date: 2022`, `number: 007`. */
function takeNumbers(schema: z.core.JSONSchema.BaseSchema): void {
  const isFree = schema.pattern === undefined && schema.enum === undefined && schema.const === undefined
  const types = [schema.type ?? []].flat()
  if (isFree && types.includes('string')) Object.assign(schema, { type: [...new Set([...types, 'number'])] })
}

type SchemaName = (typeof SCHEMAS)[number]

export async function run(given: GivenOptions<typeof SCHEMA>, shell: Shell): Promise<ExitCode> {
  const { name, output = '-' } = given
  const common = await commonOptionsOf(given)
  const all = () => Object.fromEntries(SCHEMAS.map(each => [each, jsonSchema(each)]))
  const text = name === undefined ? `${JSON.stringify(all(), null, 2)}\n` : schemaText(name)
  if (output === '-') shell.out.write(text)
  else writeWhole(resolve(shell.cwd, output), text)
  return tell([], common, shell)
}

/** One schema as a file's text. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(jsonSchema(name), null, 2)}\n`
}
