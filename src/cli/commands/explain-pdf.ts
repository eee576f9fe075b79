/** The path of a PDF and of its file copy in; its explanation out: what `explain` does in a worker. */
import { resolve } from 'node:path'
import { carries, fingerprintOf, identityOf } from '../../archive/carried.ts'
import { engineOf, type RebuildContext, wishFor } from '../../archive/rebuild.ts'
import type { Standing, VerdictFacts } from '../../archive/standing.ts'
import { error, Rejected } from '../../diagnostic.ts'
import { explain } from '../../explain/explain.ts'
import type { Explanation } from '../../explain/schema.ts'
import { prepare } from '../../render.ts'
import { kindOf } from '../disk/disk.ts'
import { Obstacle } from '../obstacle.ts'
import { shortPath } from '../report/print.ts'
import { fileCopyOf } from './publish.ts'
import { openFile, openSource } from './regenerate.ts'
import { GRAVITY, inWords } from './verdicts.ts'

/** A PDF to explain, as it goes to a worker. */
export interface PdfTask {
  /** As the user named it. */
  readonly file: string
  /** Its file copy, where the user named one. */
  readonly companion: string | undefined
  readonly restricted: boolean
}

/** An explanation, and what has to be known of the file that it was read from to find that in a register. */
export interface PdfExplained {
  readonly explanation: Explanation
  readonly told: VerdictFacts
}

/** Explains the note of a file from what that, or its file copy, carries, once that is known to make both to the byte. */
export function explainPdf(task: PdfTask, rebuildContext: RebuildContext, cwd: string): PdfExplained {
  refuseBare(task, cwd)
  const { carried, form, copy, shown } = openSource(task, rebuildContext, cwd)
  const prepared = prepare(engineOf(carried, rebuildContext), wishFor(carried, form))
  const fingerprint = fingerprintOf(copy, rebuildContext.world)
  const rebuilds = { answer: 'yes', form: carried.manifest.form } as const
  const { file, restricted } = task
  const read = { file: shown, sha256: fingerprint.sha256, entry: null }
  const explanation = explain(prepared, {
    file,
    from: 'pdf',
    copy: read,
    restricted,
    preparsed: rebuildContext.preparsed
  })
  return { explanation, told: { ...fingerprint, copy: null, ...identityOf(carried), rebuilds } }
}

/**
 * The same with the entry of the register that holds the file that was read. Throws where none does: what a forged copy
 * says is shown to nobody who asks.
 */
export function registeredIn(
  { explanation, told }: PdfExplained,
  standing: (told: VerdictFacts) => Standing
): Explanation {
  const { note } = explanation
  if (note.copy === null) throw new Error('no file was read')
  const found = standing(told)
  if (found.type === 'this') return { ...explanation, note: { ...note, copy: { ...note.copy, entry: found.entry } } }
  if (found.type === 'not-asked') return explanation
  const { code, rule } = GRAVITY[found.type]
  const words = inWords(found)
  const message = `${note.copy.file} is not known to be a registered file: ${words}`
  if (code === 2) throw new Obstacle(message)
  throw new Rejected([error({ rule, message, span: null })])
}

/** What carries nothing says nothing of where it comes from. */
function refuseBare({ file, companion }: PdfTask, cwd: string): void {
  const path = resolve(cwd, file)
  if (companion !== undefined || carries(openFile(path, file))) return
  const copy = fileCopyOf(path)
  if (kindOf(copy) === 'file') return
  const message = `${file} does not carry its sources, and its file copy is missing`
  const hints = [`expected at ${shortPath(cwd, copy)}; use --with to name another file`]
  throw new Rejected([error({ rule: 'archive/none', message, span: null, hints })])
}
