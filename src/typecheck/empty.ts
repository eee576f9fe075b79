/** The texts of templates in; branches in which nothing stands, each a warning at its block, out. */

import { type Diagnostic, warning } from '../diagnostic.ts'
import type { Block, Statement } from '../template/syntax.ts'
import type { TemplateFile } from '../template/template-file.ts'
import { statementsIn } from '../template/within.ts'

/** What is left of a branch when its words are taken out: it is no fault of any dossier, and prints a hole for some. */
export function emptyBranches(files: readonly TemplateFile[]): Diagnostic[] {
  return files
    .flatMap(each => statementsIn(each.statements))
    .flatMap(each => (each.type === 'block' ? emptyIn(each) : []))
}

function emptyIn({ call, body, inverse }: Block): Diagnostic[] {
  const [first, second] = [isEmpty(body), inverse !== null && isEmpty(inverse)]
  if (!first && !second) return []
  const message = first
    ? `nothing stands in this \`${call.name}\``
    : `nothing stands in the \`{{else}}\` of this \`${call.name}\``
  const hints = ['take the branch out, or ask for the contrary: `{{#unless …}}`']
  return [warning({ rule: 'template/empty-branch', message, span: call.at, hints })]
}

/** A space alone may part what stands around the block. */
function isEmpty(body: readonly Statement[]): boolean {
  return body.every(each => each.type === 'content' && /^\s*\n\s*$/.test(each.text))
}
