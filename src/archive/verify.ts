/** A PDF, and the file copy that goes with it, in; whether it rebuilds to the byte, and what it is in a register's words, out. */
import { Rejected } from '../diagnostic.ts'
import type { Form } from '../records/forms.ts'
import type { World } from '../world.ts'
import { type Carried, carriedIn, carries, type Fingerprint, fingerprintOf, identityOf, type Told } from './carried.ts'
import { type ByteDifference, firstDifference, sameContent } from './compare.ts'
import { LARGEST_PDF, type OpenedPdf, openPdf, Unreadable } from './open.ts'
import { missingHere, type RebuildContext, rebuild, sameCompressor } from './rebuild.ts'

/** Whether a file can be made again. Anyone with this package can make a file that can: it says nothing of who made it. */
export type Rebuilds =
  | { readonly answer: 'yes'; readonly form: Form }
  /** The same pages, structure and attachments, in bytes that only another compressor made different. */
  | { readonly answer: 'same-content'; readonly form: Form }
  | { readonly answer: 'no'; readonly why: string; readonly difference: ByteDifference | null }
  /** It cannot be told here, and what would be needed. */
  | { readonly answer: 'cannot'; readonly why: string; readonly hint: string }

export interface Verdict extends Told {
  readonly rebuilds: Rebuilds
  /** Whether it carries what it was made from itself. */
  readonly carries: boolean
  /** The copy that it was made again from; null where it carries all itself, or there is none that can be read. */
  readonly copy: Fingerprint | null
}

/** The file in question, and the copy with what it was made from, where it carries no sources itself. */
export interface VerifyOptions {
  readonly bytes: Uint8Array
  readonly copy: Uint8Array | 'too-large' | null
}

/** Forms of a file that carries nothing, the most likely first. */
const CLEAN_FORMS = ['issue', 'courtesy-copy', 'draft'] as const satisfies readonly Form[]

/** Answers for one file. Throws nothing but faults of its own, whatever the file holds. */
export function verify({ bytes, copy }: VerifyOptions, rebuildContext: RebuildContext): Verdict {
  const { world } = rebuildContext
  const unknown = unopened(world.sha256(bytes))
  const file = opened(bytes, world)
  if (typeof file === 'string') return { ...unknown, rebuilds: no(`not a complete PDF written by verbale: ${file}`) }
  const known = { ...unknown, ...fingerprintOf(file, world), carries: carries(file) }
  const source = known.carries ? file : openedCopy(copy, world)
  const { appended } = known
  const alteration = appended.type === 'alteration' ? no(`it was altered after it was written: ${appended.what}`) : null
  if (source === null)
    return { ...known, rebuilds: alteration ?? cannot('it carries no sources', 'name its file copy: --with FILE') }
  if (typeof source === 'string')
    return { ...known, rebuilds: no(`its file copy is not a complete PDF written by verbale: ${source}`) }
  if (!carries(source)) return { ...known, rebuilds: no('the file named as its file copy carries no sources') }
  const read = { ...known, copy: source === file ? null : fingerprintOf(source, world) }
  try {
    const carried = carriedIn(source, world)
    const forms = source === file ? [carried.manifest.form] : CLEAN_FORMS
    return { ...read, ...identityOf(carried), rebuilds: alteration ?? rebuildsAs(forms, file, carried, rebuildContext) }
  } catch (thrown) {
    return { ...read, rebuilds: no(reasonOf(thrown)) }
  }
}

/** What is known of a file by its digest alone. */
export function unopened(sha256: string): Omit<Verdict, 'rebuilds'> {
  const appended = { type: 'nothing' } as const
  return { sha256, written: sha256, appended, carries: false, copy: null, identity: null, called: {} }
}

/** The form that a file was found to be. */
export function formOf(rebuilds: Rebuilds): Form | null {
  return rebuilds.answer === 'yes' || rebuilds.answer === 'same-content' ? rebuilds.form : null
}

const no = (why: string, difference: ByteDifference | null = null): Rebuilds => ({ answer: 'no', why, difference })
const cannot = (why: string, hint: string): Rebuilds => ({ answer: 'cannot', why, hint })

/** The file, or why it is none that this tool wrote. */
function opened(bytes: Uint8Array, { inflate }: World): OpenedPdf | string {
  try {
    return openPdf(bytes, inflate)
  } catch (thrown) {
    if (thrown instanceof Unreadable) return `${thrown.message} (byte ${thrown.at})`
    throw thrown
  }
}

function openedCopy(copy: VerifyOptions['copy'], world: World): OpenedPdf | string | null {
  if (copy === 'too-large') return `it is larger than ${LARGEST_PDF / 1024 / 1024} MiB`
  return copy && opened(copy, world)
}

function rebuildsAs(
  forms: readonly Form[],
  file: OpenedPdf,
  carried: Carried,
  rebuildContext: RebuildContext
): Rebuilds {
  const { world } = rebuildContext
  const [missing, ...more] = missingHere(carried.manifest, world)
  if (missing) return cannot([missing, ...more].map(each => each.message).join('; '), missing.hint)
  let nearest: ByteDifference | null = null
  for (const form of forms) {
    const expected = openPdf(rebuild(carried, form, rebuildContext).output, world.inflate)
    const difference = firstDifference(file, expected)
    if (difference === null) return { answer: 'yes', form }
    if (!sameCompressor(carried.manifest, world) && sameContent(file, expected)) return { answer: 'same-content', form }
    // The form that goes along the furthest is the one that it was meant to be.
    if (nearest === null || difference.at > nearest.at) nearest = difference
  }
  const where = nearest ? `it differs in ${nearest.what}, at byte ${nearest.at}` : 'it differs'
  return no(`${where}, from what its records and templates make`, nearest)
}

/** Records or templates that make no note are what is wrong with the file; anything else is a fault of ours. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Rejected)) throw thrown
  const [first, ...more] = thrown.diagnostics.filter(each => each.severity === 'error')
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`
  return `no note can be made from what it carries: ${first?.message ?? ''}${rest}`
}
