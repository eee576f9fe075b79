/** The shape of a note request, as a zod schema: which note to draft, and with what choices. */
import * as z from 'zod'
import type { Diagnostic } from '../diagnostic.ts'
import { once } from '../once.ts'
import type { Json, Loaded } from '../value.ts'
import { day, FORMAT_VERSION, id, language, line, localised } from './fields.ts'
import { FORMS } from './forms.ts'
import { setAside } from './keeping.ts'

/** The drafter's own sentences, each behind a place of the note. */
const insertsAfter = <T extends z.ZodType<string>>(place: T) =>
  z
    .array(z.strictObject({ after: place, text: localised, source: id.nullable(), by: z.string().min(1).max(200) }))
    .optional()

const commonFields = {
  verbale: z.literal(FORMAT_VERSION),
  kind: id.optional().describe('What the note does: `protest` where nothing is said.'),
  template: id.optional().describe('The template that words it; that of its kind where nothing is said.'),
  profile: id,
  languages: z.strictObject({
    original: language,
    translations: z.array(language).optional()
  }),
  form: z.enum(FORMS),
  number: line
    .max(60)
    .nullable()
    .describe('The number that the note bears; without one it is a `form: draft`, where null leaves a blank.'),
  series: id.optional(),
  date: day.nullable().describe('The day of the note; without one it is a `form: draft`, where null leaves a blank.'),
  'issued-at': z.iso.datetime({ offset: true }).optional().describe('The only source of a creation time in the file.'),
  'as-of': day.describe('What was known by this day; newer records are left out and named.'),
  place: localised.describe('Where it is dated.'),
  from: id,
  to: id,
  courtesy: z.enum(['full', 'reduced', 'none']),
  'refers-to': z.array(id).optional(),
  'in-reply-to': id.optional(),
  supersedes: id.optional(),
  insert: insertsAfter(z.string()),
  override: z
    .array(
      z.strictObject({
        rule: z.string().regex(/^NV\d{3}$/),
        incident: id.optional(),
        authority: z.string().min(1).max(500),
        reason: z.string().min(1).max(1000)
      })
    )
    .optional()
    .describe('A legal position, never a fact: who decided it, and why. Stays in the register.'),
  'set-aside': setAside.optional(),
  stated: z
    .strictObject({
      positions: z.array(z.strictObject({ rule: z.string().regex(/^NV\d{3}$/), incident: id.optional() }))
    })
    .optional()
    .describe('What `select` states in place of `override`: the positions taken, without who and why; not by hand.'),
  specimen: localised
    .nullable()
    .optional()
    .describe('The line that says that this is no real note; null for a note that the house itself sends.')
}

/** What a request says whatever the kind of its note. */
export type NoteRequest = z.infer<z.ZodObject<typeof commonFields>>

/** The keys that a request of any kind has. */
export const requestKeys: readonly string[] = Object.keys(commonFields)

/** What a kind of note adds to a request. */
export interface RequestKind {
  /** `protest`: what `kind` says in a request. */
  readonly name: string
  /** Its own fields. */
  readonly request: z.ZodRawShape
  /** Where a drafter's own sentence can go in it. */
  readonly insertPlaces: readonly string[]
  /** How its own fields contradict each other or the register, whose value is null where there is none. */
  readonly relations: (loaded: Loaded, records: Json) => Diagnostic[]
}

/** The kinds of note that can be written, by name; the first is that of a request which names none. */
export type Kinds<K extends RequestKind = RequestKind> = ReadonlyMap<string, K>

/** The kind of a request, or of what may be one; null where it names none of these. */
export function kindOf<K extends RequestKind>(kinds: Kinds<K>, { kind }: { readonly kind?: unknown }): K | null {
  if (kind === undefined) return [...kinds.values()][0] ?? null
  return typeof kind === 'string' ? (kinds.get(kind) ?? null) : null
}

const schemas = new WeakMap<RequestKind, z.ZodType<NoteRequest>>()

/** The schema of requests of one kind, made once. */
export function requestSchemaOf(kind: RequestKind): z.ZodType<NoteRequest> {
  const about = commonFields.kind.description ?? ''
  return once(schemas, kind, ({ name, insertPlaces, request }) =>
    z
      .strictObject({
        ...commonFields,
        kind: z.literal(name).optional().describe(about),
        insert: insertsAfter(z.enum(insertPlaces)),
        ...request
      })
      .meta({ id: 'NoteRequest', title: 'verbale note request' })
  )
}

/** The template that words a note: the one that its request names, or that of its kind. */
export function templateOf({ template }: NoteRequest, kind: RequestKind): string {
  return template ?? kind.name
}
