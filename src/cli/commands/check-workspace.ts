/** A workspace and the files to check in it in; what was found there, with the paths by which the user knows them, out. */
import { closeCheck, openCheck, type WorkspaceChecked } from '../../check/check.ts'
import type { Counting } from '../../check/settings.ts'
import type { TextCoverage } from '../../coverage/coverage.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { misnamedFolder } from '../../fixtures/inventory.ts'
import type { Survey } from '../disk/survey.ts'
import type { ReportedFinding } from '../report/finding.ts'
import { shortPath } from '../report/print.ts'
import { findingsOf } from '../report/report.ts'
import type { Shell } from '../shell.ts'
import { checkNotes, deskOf } from './check-notes.ts'
import type { OpenedWorkspace } from './make.ts'

export interface CheckedWorkspace
  extends Pick<WorkspaceChecked, 'inventory' | 'wanted' | 'gates' | 'excepted' | 'off' | 'known'> {
  /** The workspace's own templates, each with the path of its file; none where they were not measured. */
  readonly coverage: readonly TextCoverage[]
  readonly root: string
  readonly findings: readonly ReportedFinding[]
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
  /** How many threads check notes, this one among them. */
  readonly jobs: number
  readonly shell: Shell
  readonly open: (root: string) => OpenedWorkspace
}

export async function checkWorkspace(
  { root, own, names, asked, folders }: Survey,
  { update, measure, counting, jobs, shell, open }: Manner,
  told: (note: string, done: number, all: number) => void
): Promise<CheckedWorkspace> {
  const opened = open(root)
  const { disk } = opened
  const pathOf = (name: string): string => shortPath(shell.cwd, disk.locate(name))
  const check = openCheck({ ...deskOf(opened, root), names, asked, own, counting, measure })
  const { whole, results, touched } = await checkNotes(check, { root, jobs, shell, told })
  const checked = closeCheck(check, [...folders.map(misnamedFolder), ...whole], results)
  const findings = findingsOf(checked.findings, '', pathOf)
  return {
    ...checked,
    root,
    diagnostics: checked.findings,
    coverage: (checked.coverage ?? []).map(each => ({ ...each, path: pathOf(each.text.at.source.name) })),
    findings: update ? findings.filter(each => !WRITTEN.includes(each.rule)) : findings,
    checked: Object.values(checked.inventory.files).flat().map(pathOf).sort(),
    touched: new Set([...disk.touched, ...touched])
  }
}

/** What `--update` mends. */
const WRITTEN = ['golden/different', 'golden/missing']
