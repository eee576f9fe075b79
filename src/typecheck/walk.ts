/** Statements and where they stand in; whether they print whatever the dossier out, and a finding for all that can go wrong. */
import type { Statement } from '../template/syntax.ts'
import { walkBlock } from './blocks.ts'
import { fenceAfter } from './fence.ts'
import { walkInclude } from './include.ts'
import { checkPrint } from './print.ts'
import { isSpent, type Outcome, report, type Site } from './site.ts'

/** How deep blocks and partials may stand in each other; merge stops there as well. */
const DEEPEST = 100

/** Statements in their order. */
export function walk(site: Site, body: readonly Statement[]): Outcome {
  let outcome: Outcome = { prints: false, fence: site.fence }
  for (const each of body) {
    const next = walkStatement({ ...site, fence: outcome.fence }, each)
    outcome = { prints: outcome.prints || next.prints, fence: next.fence }
  }
  return outcome
}

function walkStatement(site: Site, statement: Statement): Outcome {
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

function walkInner(site: Site, statement: Extract<Statement, { type: 'block' | 'include' }>): Outcome {
  if (site.depth < DEEPEST) {
    const inner = { ...site, depth: site.depth + 1 }
    return statement.type === 'block' ? walkBlock(inner, statement, walk) : walkInclude(inner, statement, walk)
  }
  const message = `blocks and partials stand in each other more than ${DEEPEST} deep`
  report(site, { rule: 'template/budget', message, span: statement.at })
  return { prints: true, fence: site.fence }
}
