/** A note's name in; the note in each language and form that it declares out, made through to the PDF, or why it is not. */
import { attempt, type Diagnostic } from '../diagnostic.ts'
import type { Engine } from '../engine.ts'
import type { FixtureSettings } from '../record/fixture.ts'
import { type Asked, readFixture, sourceOf } from '../record/read.ts'
import type { Form, NoteRequest } from '../record/request.ts'
import { type Prepared, prepare } from '../render.ts'
import type { Fixture } from './inventory.ts'

/** A note in one language and one form. */
export interface MadeNote {
  /** What its files have in their names: empty in the language and form that it states, else `.ru` or `.ru.issue`. */
  readonly variant: string
  /** As far as it could be made; null where its records or templates are refused. */
  readonly prepared: Prepared | null
  /** Whether it became a PDF. */
  readonly whole: boolean
  readonly findings: readonly Diagnostic[]
}

/** All that came of one request. */
export interface MadeNotes {
  readonly made: readonly MadeNote[]
  readonly settings: FixtureSettings | null
  /** What is wrong with the fixture's own file. */
  readonly findings: readonly Diagnostic[]
}

/** Makes a note in every language and form that it or its fixture declares. */
export function makeNotes(engine: Engine, asked: Asked, fixture: Fixture | null): MadeNotes {
  const own = fixture?.settings == null ? null : readFixture(engine.records, fixture.settings)
  const settings = own?.value ?? null
  const given = withSource(engine, asked)
  const first = attempt(() => prepare(engine, given))
  const made = first.value
    ? variantsOf(first.value.records.request, settings).map(({ variant, ...wanted }) =>
        makeNote(
          variant,
          variant === '' ? first : attempt(() => prepare(engine, { ...given, ...wanted, ...copied(wanted) }))
        )
      )
    : // a request that cannot be read is made once, as it stands, to find all that is wrong with it
      [makeNote('', first)]
  return { made, settings, findings: own?.findings ?? [] }
}

/** The request as it is read, once for all that is made of it. */
function withSource({ records }: Engine, asked: Asked): Asked {
  const source = attempt(() => sourceOf(records.world, asked.note)).value
  return source ? { ...asked, noteSource: source } : asked
}

/** What a regenerated copy says that it is a copy of: a digest that no file has, for a fixture has none either. */
const copied = ({ form }: Pick<Variant, 'form'>) => (form === 'regenerated-copy' ? { copyOf: '0'.repeat(64) } : {})

interface Variant {
  readonly language: string | undefined
  readonly form: Form | undefined
  readonly variant: string
}

function variantsOf(request: NoteRequest, settings: FixtureSettings | null): Variant[] {
  const { original, translations } = request.languages
  const languages = settings?.languages ?? [original, ...(translations ?? [])]
  const forms = settings?.forms ?? [request.form]
  return languages.flatMap(language =>
    forms.map(form => ({
      language: language === original ? undefined : language,
      form: form === request.form ? undefined : form,
      variant: `${language === original ? '' : `.${language}`}${form === request.form ? '' : `.${form}`}`
    }))
  )
}

function makeNote(variant: string, { value: prepared, findings }: Attempt): MadeNote {
  const pdf = attempt(() => prepared?.stages.pdf())
  // what a late stage refuses for stands behind what the earlier ones noticed
  const late = pdf.findings.length > 0 ? pdf.findings : (prepared?.notes ?? [])
  const whole = pdf.value !== undefined && pdf.value !== null
  return { variant, prepared, whole, findings: [...findings, ...late] }
}

interface Attempt {
  readonly value: Prepared | null
  readonly findings: readonly Diagnostic[]
}
