/** The table of units: its shape, its two files, and the words of a unit in a language. */
import * as z from 'zod'
import { type Diagnostic, didYouMean, error } from '../diagnostic.ts'
import type { UnitWords } from '../languages/quantities.ts'
import { child, type Loaded, placeOf } from '../value.ts'
import type { World } from '../world.ts'
import { fieldsOf, partsAt, textAt, valueAt } from './checks/parts.ts'
import { quoted } from './checks/quoted.ts'
import { FORMAT_VERSION, id, language, line } from './fields.ts'
import type { Register } from './schema.ts'

/** What comes with the package, and what a house lays over it: each language of a unit is an entry, replaced whole. */
const UNIT_FILES: readonly string[] = ['templates/units/package.yaml', 'templates/units.yaml']

export function unitFilesIn(world: World): readonly string[] {
  return UNIT_FILES.filter(name => world.read(name) !== null)
}

const forms = z
  .union([line.transform(form => [form]), z.array(line).min(1)])
  .describe('One form: `yard`; in a language with cases those of nom, gen, dat, acc, ins and loc.')

const words = z.strictObject({
  one: forms,
  few: line.optional().describe('Behind 2, 3 and 4, where that is another form.'),
  many: forms.optional().describe('Left out where a noun stays singular behind a number.'),
  confirmed: z.string().min(1).nullable().describe('Who or what attests these words; null while nobody does.')
})

export const unitsSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    units: z.record(id, z.record(language, words))
  })
  .meta({ id: 'Units', title: 'verbale units' })
type UnitTable = z.infer<typeof unitsSchema>['units']

/** By unit and language, with the file that says it. */
export type Units = ReadonlyMap<string, ReadonlyMap<string, UnitEntry>>
interface UnitEntry {
  readonly file: string
  readonly words: UnitWords
  readonly confirmed: string | null
}

/** The tables of files, the lowest first, as one. */
export function unitsOf(tables: readonly (readonly [string, UnitTable])[]): Units {
  const units = new Map<string, Map<string, UnitEntry>>()
  for (const [file, table] of tables) {
    for (const [unit, languages] of Object.entries(table)) {
      const entries = Object.entries(languages).map(([tag, { one, few = null, many = [], confirmed }]) => {
        return [tag, { file, words: { one, few, many }, confirmed }] as const
      })
      units.set(unit, new Map([...(units.get(unit) ?? []), ...entries]))
    }
  }
  return units
}

/** How a house adds a unit, or its words in a language. */
export function unitHint(unit: string, tag: string): string {
  return `\`templates/units.yaml\` of the workspace adds one: \`verbale: 1\`, then \`units: { ${unit}: { ${tag}: { one: …, many: …, confirmed: null } } }\``
}

/** A finding for each measure in a unit that no table has. */
export function unitFindings(register: Loaded, units: Units): Diagnostic[] {
  return partsAt(register.value, '/incidents/*/measures/*').flatMap(({ pointer: measure, value }) => {
    const unit = textAt(value, 'unit')
    if (unit === null || units.has(unit)) return []
    const [known, pointer] = [[...units.keys()], child(measure, 'unit')]
    const [tag = 'LANGUAGE'] = fieldsOf(valueAt(value, 'phrase')).map(([each]) => each)
    const message = `there is no unit ${quoted(unit)}`
    const hints = [...didYouMean(unit, known), `units: ${known.join(', ')}`, unitHint(unit, tag)]
    return [error({ rule: 'record/unknown-unit', message, span: placeOf(register, pointer), pointer, hints })]
  })
}

/** The templates among the files of a note, and of the tables of units those that have words of its measures. */
export function templatesCarried(files: readonly string[], { register, units }: Measuring): string[] {
  const measures = Object.values(register.incidents).flatMap(({ measures: list = [], occurred: { duration } }) => [
    ...list,
    ...(duration ? [duration] : [])
  ])
  const used = new Set(measures.flatMap(({ unit }) => [...(units.get(unit)?.values() ?? [])].map(each => each.file)))
  return files.filter(each => each.startsWith('templates/') && (used.has(each) || !UNIT_FILES.includes(each)))
}

interface Measuring {
  readonly register: Pick<Register, 'incidents'>
  readonly units: Units
}

/** The units of a world, and all that is wrong with their files. */
export interface ReadUnits {
  readonly value: Units
  readonly findings: readonly Diagnostic[]
}
