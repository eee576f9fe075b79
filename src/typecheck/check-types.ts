/** The templates of a language in; every way in which one of them could fail on some dossier, without a dossier, out. */
import { type Diagnostic, distinct, warning } from '../diagnostic.ts'
import { dossierType } from '../dossier/dossier-type.ts'
import type { DossierKind } from '../dossier/schema.ts'
import type { TemplateText } from '../template/parse-error.ts'
import type { BlockStatement, TemplateStatement } from '../template/syntax.ts'
import {
  formulaTexts,
  namesIn,
  type Reached,
  reachAll,
  type TemplateStore,
  templateNames
} from '../template/template.ts'
import { filesOf, statementsIn, type TemplateFile } from '../template/template-file.ts'
import { readSource } from '../world.ts'
import { findingsOf } from './blame.ts'
import { walkBlock } from './blocks.ts'
import { type Environment, ROOT } from './environment.ts'
import { checkPrint } from './expressions.ts'
import { fromData } from './from-data.ts'
import { walkInclude } from './include.ts'
import { type CallOutcome, type FileFrame, fenceAfter, isSpent, report, type Site, type TypeCheck } from './site.ts'
import { createTypes } from './type.ts'

/** How deep blocks and partials may stand in each other; merge stops there as well. */
const DEEPEST = 100

/** Statements in their order. */
function walk(site: Site, body: readonly TemplateStatement[]): CallOutcome {
  let outcome: CallOutcome = { prints: false, fence: site.fence }
  for (const each of body) {
    const next = walkStatement({ ...site, fence: outcome.fence }, each)
    outcome = { prints: outcome.prints || next.prints, fence: next.fence }
  }
  return outcome
}

function walkStatement(site: Site, statement: TemplateStatement): CallOutcome {
  if (isSpent(site, statement.at)) return { prints: true, fence: site.fence }
  switch (statement.type) {
    case 'content':
      return { prints: true, fence: fenceAfter(site.fence, statement) }
    case 'print':
      checkPrint(site, statement)
      return { prints: true, fence: site.fence }
    case 'block':
    case 'include':
      return walkInner(site, statement)
  }
}

function walkInner(site: Site, statement: Extract<TemplateStatement, { type: 'block' | 'include' }>): CallOutcome {
  if (site.depth < DEEPEST) {
    const inner = { ...site, depth: site.depth + 1 }
    return statement.type === 'block' ? walkBlock(inner, statement, walk) : walkInclude(inner, statement, walk)
  }
  const message = `blocks and partials are nested more than ${DEEPEST} deep`
  report(site, { rule: 'template/budget', message, span: statement.at })
  return { prints: true, fence: site.fence }
}

/** The kinds of note that a template is for: it runs on the dossier of each. */
export type KindsOf = (template: string) => readonly DossierKind[]

/**
 * Checks every template of a language: the files of `templates/LANGUAGE`, each on the dossiers of its kinds, and all that they reach.
 * Errors first of what cannot be opened at all; what nothing reaches is a warning, once there is no error.
 */
export function checkTypes(store: TemplateStore, language: string, kindsOf: KindsOf): readonly Diagnostic[] {
  const opened = templateNames(store, language).map(name => ({ name, ...reachAll(store, language, name) }))
  const check = createCheck(store, language, opened)
  for (const { main, name } of opened) if (main) for (const kind of kindsOf(name)) checkMain(check, main, kind)
  const empty = distinct(emptyBranches(opened.flatMap(filesOf)))
  const findings = distinct([...opened.flatMap(each => each.findings), ...findingsOf(check.frames)])
  if (findings.length > 0) return [...findings, ...empty]
  return [...unusedPartials(check, store, language), ...unusedFormulas(check), ...empty]
}

function createCheck(store: TemplateStore, language: string, opened: readonly Reached[]): TypeCheck {
  return {
    types: createTypes(),
    partials: new Map(opened.flatMap(each => [...each.partials])),
    formulas: new Map(opened.flatMap(each => [...each.formulas])),
    entries: formulaTexts(store, language),
    frames: [],
    outcomes: new Map(),
    reached: new Set(),
    steps: 0
  }
}

/** A template that a note or the program asks for runs on the whole dossier. */
function checkMain(check: TypeCheck, file: TemplateFile, kind: DossierKind): void {
  const root = { type: fromData(check.types, dossierType(kind)), restricted: false }
  const environment: Environment = { variables: [root], dead: false, granted: [] }
  const frame: FileFrame = { file, path: [], findings: [], inner: new Set() }
  check.frames.push(frame)
  const nowhere = { outer: null, names: null, loops: 0, fence: null, depth: 0 }
  walk({ check, frame, environment, context: ROOT, ...nowhere }, file.statements)
}

/** What is left of a branch when its words are taken out: it is no fault of any dossier, and prints a hole for some. */
function emptyBranches(files: readonly TemplateFile[]): Diagnostic[] {
  return files
    .flatMap(each => statementsIn(each.statements))
    .flatMap(each => (each.type === 'block' ? emptyIn(each) : []))
}

function emptyIn({ call, body, inverse }: BlockStatement): Diagnostic[] {
  const [first, second] = [isEmpty(body), inverse !== null && isEmpty(inverse)]
  if (!first && !second) return []
  const message = first ? `this \`${call.name}\` is empty` : `the \`{{else}}\` of this \`${call.name}\` is empty`
  const hints = ['take the branch out, or test the opposite: `{{#unless …}}`']
  return [warning({ rule: 'template/empty-branch', message, span: call.at, hints })]
}

/** A space alone may part what stands around the block. */
function isEmpty(body: readonly TemplateStatement[]): boolean {
  return body.every(each => each.type === 'content' && /^\s*\n\s*$/.test(each.text))
}

/** Partials that no template reaches. */
function unusedPartials(check: TypeCheck, store: TemplateStore, language: string): Diagnostic[] {
  const folder = `templates/${language}/partials`
  return namesIn(store, folder).flatMap(name => {
    const source = check.partials.has(name) ? null : readSource(store.world, `${folder}/${name}.hbs`)
    const message = `nothing includes the partial \`${name}\``
    return source ? [warning({ rule: 'template/unused', message, span: { source, start: 0, end: 0 } })] : []
  })
}

/** Groups of formulas that nothing asks for, and formulas that no word chooses. */
function unusedFormulas({ entries, reached }: TypeCheck): Diagnostic[] {
  return [...entries].flatMap(([group, texts]) => {
    const unused = [...texts].filter(([key]) => !reached.has(`${group}/${key}`))
    const [first] = unused
    if (first && unused.length === texts.size)
      return [told(`nothing uses the group of formulas \`${group}\``, first[1])]
    return unused.map(([key, text]) => told(`nothing uses the formula \`${key}\` of the group \`${group}\``, text))
  })
}

function told(message: string, { source, base, text }: TemplateText): Diagnostic {
  return warning({ rule: 'template/unused', message, span: { source, start: base, end: base + text.length } })
}
