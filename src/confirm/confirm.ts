/** The wordings of a note and what people confirmed in; how each stands, what is found of them, and the file with more confirmations, out. */
import { type Diagnostic, error, information, warning } from '../diagnostic.ts'
import { CONFIRMATIONS_FILE, type Confirmation } from '../records/confirmations.ts'
import type { Form } from '../records/forms.ts'
import { byCodeUnit } from '../records/sequence.ts'
import { keyOf, type PrintedWording } from './wordings.ts'

/** A wording, and whether somebody stands for it. */
export interface JudgedWording extends PrintedWording {
  readonly sha256: string
  /** `stale`: it was confirmed as another text. */
  readonly standing: 'confirmed' | 'unconfirmed' | 'stale'
  /** Of a person in this workspace; of a stale one the last that there was. */
  readonly confirmation: Confirmation | null
}

/** The SHA-256 of a text. */
export type Digest = (bytes: Uint8Array) => string

/** Holds each wording against the confirmations of the workspace. A source that the wording itself names is enough. */
export function judge(
  wordings: readonly PrintedWording[],
  confirmations: readonly Confirmation[],
  digest: Digest
): JudgedWording[] {
  return wordings.map(wording => {
    const sha256 = digest(new TextEncoder().encode(wording.whole))
    const own = confirmations.filter(({ file, wording: name }) => keyOf({ file, name }) === keyOf(wording))
    const confirmation = own.find(each => each.sha256 === sha256) ?? own.at(-1) ?? null
    const isConfirmed = wording.confirmed !== null || confirmation?.sha256 === sha256
    const standing = isConfirmed ? 'confirmed' : confirmation ? 'stale' : 'unconfirmed'
    return { ...wording, sha256, standing, confirmation }
  })
}

/** What is to be said of the wordings of a note that is made in a form: an issue is refused for them, anything else is told. */
export function confirmationFindings(
  judged: readonly JudgedWording[],
  { form, note, allowed }: { readonly form: Form; readonly note: string; readonly allowed: boolean }
): Diagnostic[] {
  const mend = `\`verbale confirm ${note}\` lists all of them to be read and signed; with --by NAME it enters who confirms them`
  const open = judged.filter(each => each.standing === 'stale' || (each.standing === 'unconfirmed' && !allowed))
  return open.map((each, index) => {
    const { file, name, text, span, standing, confirmation } = each
    const hints = index === open.length - 1 ? [mend] : []
    if (standing === 'stale' && confirmation) {
      const { by, on } = confirmation
      const message = `${by} confirmed ${what(each)} on ${on} as another text, which does not count for this one: “${text}”`
      const finding = { rule: 'issue/stale-confirmation', message, span, hints }
      return form === 'issue' ? error(finding) : warning(finding)
    }
    const place = span ? '' : ` (in the package: ${file})`
    const finding = {
      rule: 'issue/unconfirmed',
      message: `nobody has confirmed ${what(each)}${place}: “${text}”`,
      span,
      hints
    }
    return form === 'issue'
      ? error(finding)
      : information({ ...finding, hints: [], message: `nobody has confirmed ${name}${place}` })
  })
}

function what({ name }: PrintedWording): string {
  return name === 'profile' ? 'the habits of the house' : `the wording \`${name}\``
}

/** Those that somebody still has to confirm. */
export function openIn(judged: readonly JudgedWording[]): JudgedWording[] {
  return judged.filter(each => each.standing !== 'confirmed')
}

/** Confirmations with those of some wordings, which take the place of what was confirmed under the same names before. */
export function withConfirmed(
  before: readonly Confirmation[],
  wordings: readonly JudgedWording[],
  { by, on }: Pick<Confirmation, 'by' | 'on'>
): Confirmation[] {
  const nameOf = ({ file, wording: name }: Confirmation) => keyOf({ file, name })
  const added = wordings.map(({ file, name, sha256 }) => ({ file, wording: name, sha256, by, on }))
  const names = new Set(added.map(nameOf))
  return [...before.filter(each => !names.has(nameOf(each))), ...added].sort((one, other) =>
    byCodeUnit(nameOf(one), nameOf(other))
  )
}

/** The text of `confirmations.yaml`. */
export function confirmationsText(confirmations: readonly Confirmation[]): string {
  const lines = confirmations.map(({ file, wording, sha256, by, on }) => {
    const [where, what, who] = [file, wording, by].map(each => JSON.stringify(each))
    return `  - { file: ${where}, wording: ${what}, sha256: "${sha256}", by: ${who}, on: "${on}" }`
  })
  return [
    `# ${CONFIRMATIONS_FILE}: who confirmed which words, each by the SHA-256 of its text. \`verbale confirm\` writes this file.`,
    'verbale: 1',
    'confirmations:',
    ...lines,
    ''
  ].join('\n')
}

/** The wordings that are to be confirmed, as a list to be printed, read and signed. */
export function listText(
  open: readonly JudgedWording[],
  note: string,
  lineOf: (wording: PrintedWording) => string
): string {
  const entries = open.flatMap(wording => {
    const { name, text, sha256, standing, confirmation } = wording
    const before =
      standing === 'stale' && confirmation
        ? [`  (${confirmation.by} confirmed another text on ${confirmation.on})`]
        : []
    return [`${lineOf(wording)}  ${name}`, `  ${text}`, ...before, `  SHA-256 ${sha256}`, '']
  })
  const count = open.length === 1 ? '1 wording' : `${open.length} wordings`
  return [`${note} prints ${count} that nobody has confirmed`, '', ...entries, SIGNATURE, ''].join('\n')
}

const SIGNATURE = 'Confirmed by ______________________________  on ____________________'
