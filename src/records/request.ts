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

const number = line.max(60)

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
  number: z
    .union([number, z.record(id, number)])
    .nullable()
    .describe(
      'The number that the note bears, or that of each addressee: `{ cantarre-embassy: 58/2026, sarema-embassy: 59/2026 }`; without one it is a `form: draft`, where null leaves a blank.'
    ),
  series: id.optional(),
  date: day.nullable().describe('The day of the note; without one it is a `form: draft`, where null leaves a blank.'),
  'issued-at': z.iso.datetime({ offset: true }).optional().describe('The only source of a creation time in the file.'),
  'as-of': day.describe('What was known by this day; newer records are left out and named.'),
  place: localised.describe('Where it is dated.'),
  from: id,
  to: z
    .union([id, z.array(id).min(2, 'one addressee stands alone: `to: ID`')])
    .describe(
      'The addressee: a ministry or mission, an organisation, or an organ that is `of` one; of identical notes the list of them, each of whom gets a note of its own.'
    ),
  concerning: id
    .optional()
    .describe(
      'The State whose conduct the note is about, where that is not the addressee’s: the addressee is an organisation, or of a third State.'
    ),
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
      positions: z.array(z.strictObject({ rule: z.string().regex(/^NV\d{3}$/), incident: id.optional() })).optional(),
      identical: z.array(id).optional()
    })
    .optional()
    .describe(
      'What `select` states in place of `override`: the positions taken, without who and why; and to whom identical notes go under the same number; not by hand.'
    ),
  specimen: localised
    .nullable()
    .optional()
    .describe('The line that says that this is no real note; null for a note that the house itself sends.')
}

/** A request as it is written, for one note or for identical notes to several addressees. */
export type WrittenRequest = z.infer<z.ZodObject<typeof commonFields>>

/** What a request says of one note, whatever its kind. */
export type NoteRequest = Omit<WrittenRequest, 'to' | 'number'> & {
  readonly to: string
  readonly number: string | null
}

/** To whom the notes of a request go, the first first. */
export function addresseesOf({ to }: Pick<WrittenRequest, 'to'>): readonly string[] {
  return typeof to === 'string' ? [to] : to
}

/** To whom identical notes go under the number of this one, as its request says or as was stated of it. */
function identicalTo({ stated, ...request }: WrittenRequest, to: string): readonly string[] {
  const isShared = typeof request.number === 'string'
  return stated?.identical ?? addresseesOf(request).filter(each => isShared && each !== to)
}

/** The request of the note to one of its addressees, the first where none is said; it names no other. */
export function requestTo<T extends WrittenRequest>(request: T, addressee?: string): T & NoteRequest {
  const [first = ''] = addresseesOf(request)
  const to = addressee ?? first
  const { number, stated } = request
  const identical = identicalTo(request, to)
  const known = identical.length === 0 ? {} : { stated: { ...stated, identical: [...identical] } }
  return { ...request, ...known, to, number: typeof number === 'object' ? (number?.[to] ?? null) : number }
}

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

const schemas = new WeakMap<RequestKind, z.ZodType<WrittenRequest>>()

/** The schema of requests of one kind, made once. */
export function requestSchemaOf(kind: RequestKind): z.ZodType<WrittenRequest> {
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
export function templateOf({ template }: Pick<WrittenRequest, 'template'>, kind: RequestKind): string {
  return template ?? kind.name
}
