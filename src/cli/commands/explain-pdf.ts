/** The path of a PDF and of its file copy in; its explanation out: what `explain` does in a worker. */
import { resolve } from 'node:path'
import { carries } from '../../archive/carried.ts'
import { engineOf, type Workshop, wishFor } from '../../archive/rebuild.ts'
import { error, Rejected } from '../../diagnostic.ts'
import { explain } from '../../explain/explain.ts'
import type { Explanation } from '../../explain/schema.ts'
import { prepare } from '../../render.ts'
import { kindOf } from '../disk/disk.ts'
import { shortPath } from '../report/print.ts'
import type { Shell } from '../shell.ts'
import { fileCopyOf } from './publish.ts'
import { openFile, openSource } from './regenerate.ts'

/** A PDF to explain, as it goes to a worker. */
export interface PdfTask {
  /** As the user named it. */
  readonly file: string
  /** Its file copy, where the user named one. */
  readonly companion: string | undefined
  readonly restricted: boolean
}

/** Explains the note of a file from what that, or its file copy, carries, once that is known to make the file to the byte. */
export function explainPdf(task: PdfTask, workshop: Workshop, shell: Pick<Shell, 'cwd' | 'home'>): Explanation {
  refuseBare(task, shell)
  const { carried, form } = openSource(task, shell)
  const prepared = prepare(engineOf(carried, workshop), wishFor(carried, form))
  const { file, restricted } = task
  return explain(prepared, { file, from: 'pdf', restricted, preparsed: workshop.preparsed })
}

/** What carries nothing says nothing of where it comes from. */
function refuseBare({ file, companion }: PdfTask, { cwd }: Pick<Shell, 'cwd'>): void {
  const path = resolve(cwd, file)
  if (companion !== undefined || carries(openFile(path, file).opened)) return
  const copy = fileCopyOf(path)
  if (kindOf(copy) === 'file') return
  const message = `${file} carries nothing of what it was made from, and its file copy is not there`
  const hints = [`it is looked for at ${shortPath(cwd, copy)}; --with names another`]
  throw new Rejected([error({ rule: 'archive/none', message, span: null, hints })])
}
