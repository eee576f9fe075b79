/** The settings of a workspace, as its file `verbale.yaml` says them: where things stand, and how notes are checked. */
import * as z from 'zod'
import type { Diagnostic } from '../diagnostic.ts'
import { type PatternSource, pattern, patternSource } from '../languages/pattern.ts'
import { load } from '../load/load.ts'
import type { Loaded } from '../value.ts'
import { readSource, type World } from '../world.ts'
import { FORMAT_VERSION } from './fields.ts'
import { code, exception } from './keeping.ts'
import { validateShape } from './validate.ts'

export const SETTINGS_FILE = 'verbale.yaml'

/** How grave a finding of a rule is in this workspace; `off` does not look. */
export const SETTING_SEVERITIES = ['off', 'information', 'warning', 'error'] as const

/** Steps with `/` between them, none of which leads out: nothing outside the workspace is read. */
const INSIDE = /^(?!\.\.?(?:\/|$))[^/]+(?:\/(?!\.\.?(?:\/|$))[^/]+)*$/

export const settingsSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    register: z
      .string()
      .min(1)
      .regex(INSIDE, 'a file inside this folder, named from it with `/` and without `..`')
      .optional()
      .describe('Where the register stands; beside each note, or above, without it.'),
    rules: z.record(code, z.enum(SETTING_SEVERITIES)).optional().describe('How grave the findings of a rule are.'),
    gates: z
      .strictObject({
        coverage: z.number().min(0).max(100).optional().describe('Per cent of the branches that fixtures must reach.'),
        warnings: z.number().int().min(0).optional().describe('How many warnings are let through; all without it.')
      })
      .optional()
      .describe('What fails a check although no finding of it is an error.'),
    unconfirmed: z
      .enum(['allowed', 'refused'])
      .optional()
      .describe(
        'Whether an issue may print words that nobody has confirmed (`verbale confirm`). Without it that is as its language says, and refused where that says nothing.'
      ),
    exceptions: z.array(exception).optional().describe('Findings that do not count, for a reason and for a time.')
  })
  .meta({ id: 'Settings', title: 'verbale settings' })

export type Settings = z.infer<typeof settingsSchema>
export type Exception = z.infer<typeof exception>

/** A settings file that was read; `value` is null where there is none, or where something is wrong with it. */
export interface ReadSettings {
  readonly value: Settings | null
  readonly loaded: Loaded | null
  readonly findings: readonly Diagnostic[]
}

/** Reads and checks `verbale.yaml`. Throws `Rejected` where it is no YAML. */
export function readSettings(world: World): ReadSettings {
  const source = readSource(world, SETTINGS_FILE)
  if (source === null) return { value: null, loaded: null, findings: [] }
  return validateShape(settingsSchema, load(source), 'settings')
}

/** Whether a pattern of names has a name: `*` stands for anything but a slash, `**` for anything at all, `?` for one character. */
export function matchesName(wanted: string, name: string): boolean {
  const parts = wanted.split(/(\*\*\/|\*\*|\*|\?)/).map(part => WILD[part] ?? part)
  const whole = parts.reduce<PatternSource>((before, part) => patternSource`${before}${part}`, patternSource``)
  return pattern('u')`^${whole}$`.test(name)
}

const WILD: Readonly<Record<string, RegExp>> = { '**/': /(?:.*\/)?/, '**': /.*/, '*': /[^/]*/, '?': /[^/]/ }
