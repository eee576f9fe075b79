/** The wordings that people confirmed in a workspace, as its file `confirmations.yaml` says them: who, when, and which by digest. */
import * as z from 'zod'
import type { Diagnostic } from '../diagnostic.ts'
import { load } from '../load/load.ts'
import type { Loaded } from '../value.ts'
import { readSource, type World } from '../world.ts'
import { day, FORMAT_VERSION, line, sha256 } from './fields.ts'
import { validateShape } from './validate.ts'

export const CONFIRMATIONS_FILE = 'confirmations.yaml'

const confirmation = z.strictObject({
  file: line.describe(
    'Where the wording stands: `templates/formulas/LANGUAGE.yaml`, `templates/profiles/PROFILE.yaml`; `languages/LANGUAGE/names` for a table of grammar.'
  ),
  wording: line.describe('What it is called there: `opening/full`; `profile` for the habits of a house.'),
  sha256: sha256.describe('Of its text in UTF-8: a wording that changes has to be confirmed again.'),
  by: line.describe('Who confirms it.'),
  on: day.describe('When.')
})

export const confirmationsSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    confirmations: z.array(confirmation).describe('Made by `verbale confirm NOTE --by NAME --on DAY`.')
  })
  .meta({ id: 'Confirmations', title: 'verbale confirmations' })

export type Confirmation = z.infer<typeof confirmation>

/** The file of a workspace, read; `value` is null where there is none, or where something is wrong with it. */
export interface ReadConfirmations {
  readonly value: readonly Confirmation[] | null
  readonly loaded: Loaded | null
  readonly findings: readonly Diagnostic[]
}

/** Reads and checks `confirmations.yaml`. Throws `Rejected` where it is no YAML. */
export function readConfirmations(world: World): ReadConfirmations {
  const source = readSource(world, CONFIRMATIONS_FILE)
  if (source === null) return { value: null, loaded: null, findings: [] }
  const { value, ...read } = validateShape(confirmationsSchema, load(source))
  return { ...read, value: value?.confirmations ?? null }
}
