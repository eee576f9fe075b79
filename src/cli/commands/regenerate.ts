/** `verbale regenerate`: a file copy in; the issue, the copy or a labelled copy made again, or its workspace laid out, out. */
import { resolve } from 'node:path'
import { appendedTo } from '../../archive/appended.ts'
import { type Carried, carriedIn, carries } from '../../archive/carried.ts'
import { firstDifference, sameContent } from '../../archive/compare.ts'
import { type OpenedPdf, openPdf, Unreadable } from '../../archive/open.ts'
import { missingHere, openRebuildContext, type RebuildContext, rebuild, sameCompressor } from '../../archive/rebuild.ts'
import { error, Rejected } from '../../diagnostic.ts'
import type { Form } from '../../records/forms.ts'
import type { World } from '../../world.ts'
import type { REGENERATE } from '../definitions.ts'
import { writeOnce, writeWhole } from '../disk/atomic.ts'
import { createWorld, inflate, isReadOnly, kindOf, readFile } from '../disk/disk.ts'
import { writeFolder } from '../disk/targets.ts'
import { Obstacle } from '../obstacle.ts'
import { commonOptionsOf, type GivenOptions } from '../options.ts'
import { done, failed, type NoteOutcome } from '../report/finding.ts'
import { count, shortPath, size } from '../report/print.ts'
import { refuseReports, tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { fileCopyOf } from './publish.ts'

export async function run(given: GivenOptions<typeof REGENERATE>, shell: Shell): Promise<ExitCode> {
  const common = await commonOptionsOf(given)
  if (given.output === undefined && given.extract === undefined)
    throw new Obstacle('no output is given', ['name a file: -o FILE; or a folder: --extract DIR'])
  refuseReports(common, shell)
  return tell([regenerate(given, shell)], common, shell)
}

type Asked = GivenOptions<typeof REGENERATE>

function regenerate(asked: Asked, shell: Shell): NoteOutcome {
  try {
    const rebuildContext = openRebuildContext(createWorld(shell.home.folder, shell.home), shell.home)
    const source = openSource({ file: asked.file, companion: asked.with }, rebuildContext, shell.cwd)
    const said = [extract(asked, source, shell), make(asked, source, rebuildContext, shell)].filter(
      each => each !== null
    )
    return done(said.length === 0 ? null : said.join('\n'))
  } catch (thrown) {
    return failed(thrown, asked.file)
  }
}

/** The file that the user named, and the copy with what it was made from: the same file, or another beside it. */
export interface RebuildSource {
  readonly form: Form
  readonly carried: Carried
  /** The file that carries the records, and how the user knows it. */
  readonly copy: OpenedPdf
  readonly shown: string
}

/** Opens a file with what it was made from. Throws `Rejected` where it, or its copy, is not what that makes, to the byte. */
export function openSource(
  { file, companion }: { readonly file: string; readonly companion: string | undefined },
  rebuildContext: RebuildContext,
  cwd: string
): RebuildSource {
  const named = openFile(resolve(cwd, file), file)
  if (carries(named)) return sourceIn(named, file, rebuildContext)
  const copyPath = copyFor(file, companion, cwd)
  const shown = shortPath(cwd, copyPath)
  const source = sourceIn(openFile(copyPath, shown), shown, rebuildContext)
  refuseOther(named, source.carried, 'issue', file, rebuildContext)
  return { ...source, form: 'issue' }
}

/** The path of the file copy of an issue: the one that the user named, or the one beside it. */
export function copyFor(file: string, companion: string | undefined, cwd: string): string {
  const path = companion === undefined ? fileCopyOf(resolve(cwd, file)) : resolve(cwd, companion)
  if (kindOf(path) !== null) return path
  const hints = [`expected at ${shortPath(cwd, path)}; use --with to name another file`]
  throw new Obstacle(`${file} carries no sources, and its file copy is missing`, hints)
}

/** A file that carries what it was made from. */
function sourceIn(copy: OpenedPdf, shown: string, rebuildContext: RebuildContext): RebuildSource {
  const { world } = rebuildContext
  const carried = carriedIn(copy, world)
  const { form } = carried.manifest
  refuseMissing(carried, world)
  refuseOther(copy, carried, form, shown, rebuildContext)
  return { form, carried, copy, shown }
}

export function openFile(path: string, shown: string): OpenedPdf {
  const kind = kindOf(path)
  if (kind !== 'file')
    throw new Obstacle(kind === null ? `there is no file ${shown}` : `${shown} is not a regular file`)
  const bytes = readFile(path)
  try {
    return openPdf(bytes, inflate)
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    const message = `${shown} is not a complete PDF written by verbale: ${thrown.message} (byte ${thrown.at})`
    throw new Rejected([error({ rule: 'archive/unreadable', message, span: null })])
  }
}

/** Another epoch, face or shaper makes other bytes: then nothing is made that could be taken for the same file. */
export function refuseMissing({ manifest }: Carried, world: World): void {
  const [first, ...rest] = missingHere(manifest, world)
  if (first) throw new Obstacle(first.message, [...rest.map(each => each.message), first.hint])
}

/** What does not make the file that carries it is not what that file was made from. */
function refuseOther(
  named: OpenedPdf,
  carried: Carried,
  form: Form,
  file: string,
  rebuildContext: RebuildContext
): void {
  const { output } = rebuild(carried, form, rebuildContext)
  const unsealed = withoutSeal(named)
  // another compressor says the same in other bytes
  const isElsewhere = !sameCompressor(carried.manifest, rebuildContext.world) && isWhole(unsealed)
  if (isElsewhere && sameContent(unsealed, openPdf(output, inflate))) return
  refuseDifference(unsealed, output, file)
}

/** A file as it was made: what seals it later is appended to it. */
export function withoutSeal(named: OpenedPdf): OpenedPdf {
  if (appendedTo(named).type !== 'signature') return named
  return { ...named, bytes: named.bytes.subarray(0, named.length) }
}

function isWhole({ bytes, length }: OpenedPdf): boolean {
  return bytes.length === length
}

/** Refuses a file that is not, to the byte, what was made in its place. */
export function refuseDifference(named: OpenedPdf, output: Uint8Array, file: string): void {
  const difference = firstDifference(named, openPdf(output, inflate))
  if (difference === null && isWhole(named)) return
  const where = difference
    ? `they differ in ${difference.what}, at byte ${difference.at}`
    : 'something was appended to it'
  const message = `${file} differs from what its records and templates make: ${where}`
  throw new Rejected([error({ rule: 'archive/altered', message, span: null })])
}

function extract({ extract: folder }: Asked, { carried }: RebuildSource, shell: Shell): string | null {
  if (folder === undefined) return null
  const { files } = carried.bundle
  writeFolder(folder, new Map<string, Uint8Array | string>([...files, ['verbale.yaml', 'verbale: 1\n']]), shell.cwd)
  return `laid ${count(files.size, 'file')} out in ${folder}`
}

function make(
  { output, form: asked }: Asked,
  source: RebuildSource,
  rebuildContext: RebuildContext,
  shell: Shell
): string | null {
  if (output === undefined) return null
  const { carried } = source
  const form = asked ?? source.form
  const copyOf =
    form === 'regenerated-copy'
      ? rebuildContext.world.sha256(rebuild(carried, 'issue', rebuildContext).output)
      : undefined
  const { output: bytes, pages } = rebuild(carried, form, rebuildContext, copyOf)
  if (output === '-') {
    if (shell.out.terminal) throw new Obstacle('a PDF cannot be shown in a terminal', ['send it to a file'])
    shell.out.write(bytes)
    return null
  }
  const path = resolve(shell.cwd, output)
  if (form === 'issue' ? !writeOnce(path, bytes) : isReadOnly(path)) {
    const message = `${output} already exists; an issue is never overwritten and never overwrites a file`
    throw new Rejected([error({ rule: 'issue/exists', message, span: null, hints: ['name another file with -o'] })])
  }
  if (form !== 'issue') writeWhole(path, bytes)
  return `wrote ${shortPath(shell.cwd, path)} (${count(pages ?? 0, 'page')}, ${size(bytes.length)})`
}
