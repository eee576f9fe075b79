/** Checked records in; the dossier of one note in one language out, with the origins of everything in it. */
import { type Diagnostic, error, Rejected, refuse } from '../diagnostic.ts'
import type { Origin } from '../fact.ts'
import type { Image } from '../image/image.ts'
import { once } from '../once.ts'
import type { ArticleName } from '../records/law.ts'
import type { EmblemSetting } from '../records/profile.ts'
import type { Records } from '../records/records.ts'
import { registerKey } from '../records/registered.ts'
import type { Pointer } from '../value.ts'
import { assemble } from './assembly/assemble.ts'
import { type Drafting, localise, missingAt, openDrafting } from './assembly/localise.ts'
import { citationEntry } from './assembly/parties.ts'
import { originsIn } from './assembly/trace.ts'
import { type Case, inNote, named, openCase } from './decisions/case.ts'
import { checkCited } from './decisions/citations.ts'
import type { LegalPosition } from './decisions/positions.ts'
import type { Cite, NoteKind } from './kind.ts'
import type { Dossier, DossierCitation } from './schema.ts'

/** A dossier, and what stands behind it. */
export interface Resolved {
  readonly dossier: Dossier
  /** The record origins by dossier pointer; a pointer that is not here shares those of its nearest ancestor. */
  readonly origins: ReadonlyMap<Pointer, readonly Origin[]>
  /** The same where records are those of its selection, which state what was concluded from those that it leaves out. */
  readonly stated: ReadonlyMap<Pointer, readonly Origin[]>
  /** The legal positions without which the note could not be made. */
  readonly positions: readonly LegalPosition[]
  /** The articles of the law that it cites. */
  readonly articles: readonly ArticleName[]
  /** The emblem of the house, with what it shows in the language of the note; null where the house has none, and on the plain paper of a translation. */
  readonly emblem: Emblem | null
  readonly notes: readonly Diagnostic[]
}

/** An emblem as the note shows it. */
interface Emblem extends Omit<EmblemSetting, 'file' | 'alternate'> {
  readonly image: Image
  readonly alternate: string
  readonly origins: readonly Origin[]
}

/** What holds for a note of any kind. */
const FOR_EVERY_KIND = [checkCourtesy, checkCited, checkNumber] as const

/** A dossier, and every text that its language lacks; something else stands there, and no note can be made of it. */
interface ResolvedSoFar {
  readonly resolved: Resolved
  readonly missing: readonly Diagnostic[]
}

/**
 * Decides what the note says, then says it in its language. Throws `Rejected` with everything that is wrong: decisions
 * that cannot be taken and every text that the language lacks.
 */
export function resolve(records: Records, kind: NoteKind): Resolved {
  const { resolved, missing } = resolveSoFar(records, kind)
  refuse([...resolved.notes, ...missing])
  return resolved
}

/** The same where texts are missing, so that what else is missing can be looked for. Throws `Rejected` for all else that is wrong. */
export function resolveSoFar(records: Records, kind: NoteKind): ResolvedSoFar {
  const drafting = openDrafting(openCase(records))
  const decided = kind.decide(drafting)
  const cite = citing(drafting)
  const dossier = assemble(drafting, decided.say(drafting, cite), cite)
  const emblem = emblemEntry(drafting)
  const missing = missingAt(drafting)
  const notes = [...decided.notes, ...FOR_EVERY_KIND.flatMap(check => check(drafting))]
  if (notes.some(each => each.severity === 'error')) throw new Rejected([...notes, ...missing])
  const origins = originsIn(drafting.traces, dossier)
  const stated = originsIn(kind.statedTraces(drafting.traces, drafting.request, dossier), dossier)
  const { positions, articles } = decided
  return { resolved: { dossier, origins, stated, positions, articles, emblem, notes }, missing }
}

function emblemEntry(drafting: Drafting): Emblem | null {
  const setting = drafting.profile.letterhead?.emblem
  const isOriginal = drafting.language === drafting.request.languages.original
  if (!setting || !drafting.emblem || !isOriginal) return null
  const { height, align } = setting
  const { value, origins } = localise(drafting, setting.alternate, 'profile', '/letterhead/emblem/alternate')
  return { image: drafting.emblem, height, align, alternate: value, origins: origins() }
}

/** Makes each citation once. */
function citing(drafting: Drafting): Cite {
  const made = new Map<string, DossierCitation>()
  return id => once(made, id, () => citationEntry(drafting, id))
}

function checkCourtesy(facts: Case): Diagnostic[] {
  const { courtesy, profile } = facts.request
  const { modes } = facts.profile.courtesy
  if (modes.includes(courtesy)) return []
  const message = `the house \`${profile}\` does not use the courtesy \`${courtesy}\``
  const hints = [`it uses: ${named(modes)}`]
  return [error({ rule: 'resolve/courtesy', message, ...inNote(facts, '/courtesy'), hints })]
}

/** A number without a date is of no year yet, and only a draft has none. */
function checkNumber(facts: Case): Diagnostic[] {
  const { request, register } = facts
  const { number, date } = request
  if (number === null || date === null) return []
  const key = registerKey({ ...request, number, date })
  const given = register.cancelled?.find(each => registerKey(each) === key)
  if (given === undefined) return []
  const message = `the number \`${number}\` was cancelled on ${given.date}, and no note may have it`
  const hints = [
    `\`cancelled\` in the register says why: ${given.reason}`,
    'give the note the next number of its series'
  ]
  return [error({ rule: 'NV016', message, ...inNote(facts, '/number'), hints })]
}
