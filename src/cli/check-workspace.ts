/** A workspace and the files to check in it in; what was found there, with the paths by which the user knows them, out. */
import { join } from 'node:path'
import { type Checked, check } from '../check/check.ts'
import type { Counting } from '../check/counted.ts'
import type { TextCoverage } from '../check/coverage.ts'
import type { Golden } from '../check/goldens.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { kindOf, readFile } from './disk.ts'
import type { Opened } from './make.ts'
import { Obstacle } from './obstacle.ts'
import { shortPath } from './print.ts'
import { type Finding, findingsOf } from './report.ts'
import type { Shell } from './shell.ts'
import type { Survey } from './survey.ts'
import { registersOf } from './workspace.ts'

export interface CheckedWorkspace
  extends Pick<Checked, 'inventory' | 'wanted' | 'gates' | 'excepted' | 'off' | 'known'> {
  /** The workspace's own templates, each with the path of its file; none where they were not measured. */
  readonly coverage: readonly TextCoverage[]
  readonly root: string
  readonly findings: readonly Finding[]
  /** The same as the stages gave them, for a baseline. */
  readonly diagnostics: readonly Diagnostic[]
  /** The files that were checked, as the user knows them. */
  readonly checked: readonly string[]
  /** Every file that was looked at. */
  readonly touched: ReadonlySet<string>
}

interface Manner {
  /** Whether goldens are about to be written: what differs is then no finding. */
  readonly update: boolean
  /** Whether the coverage of templates is asked for, whatever `verbale.yaml` says. */
  readonly measure: boolean
  readonly counting: Counting
  readonly shell: Shell
  readonly open: (root: string) => Opened
}

export function checkWorkspace(
  { root, own, names, asked }: Survey,
  { update, measure, counting, shell, open }: Manner,
  told: (note: string, index: number, all: number) => void
): CheckedWorkspace {
  const { disk, engine } = open(root)
  const pathOf = (name: string): string => shortPath(shell.cwd, disk.locate(name))
  const checked = check({
    engine,
    names,
    asked,
    own,
    registersOf: note => registersOf(disk, note),
    readGolden: name => goldenAt(join(root, name)),
    counting,
    measure,
    told
  })
  const findings = findingsOf(checked.findings, '', pathOf)
  return {
    ...checked,
    root,
    diagnostics: checked.findings,
    coverage: (checked.coverage?.texts ?? []).map(each => ({ ...each, path: pathOf(each.text.at.source.name) })),
    findings: update ? findings.filter(each => !WRITTEN.includes(each.rule)) : findings,
    checked: Object.values(checked.inventory.files).flat().map(pathOf).sort(),
    touched: disk.touched
  }
}

/** What `--update` mends. */
const WRITTEN = ['golden/different', 'golden/missing']

function goldenAt(path: string): Golden {
  try {
    if (kindOf(path) === null) return { type: 'none' }
    return { type: 'text', text: new TextDecoder().decode(readFile(path)) }
  } catch (thrown) {
    if (!(thrown instanceof Obstacle)) throw thrown
    return { type: 'unreadable', why: kindOf(path) === 'folder' ? 'it is a folder' : thrown.message }
  }
}
