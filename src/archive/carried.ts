/** An opened file in; its manifest and the bundle that it carries out, each file checked against the manifest. */
import { MANIFEST, type Manifest, manifestSchema } from '../bundle/schema.ts'
import { type Diagnostic, error, Rejected, refuse } from '../diagnostic.ts'
import { load } from '../load/load.ts'
import { validateShape } from '../records/validate.ts'
import { type Bundle, LARGEST_FILE, type World } from '../world.ts'
import type { OpenedPdf } from './open.ts'

/** What a copy for the house carries. */
export interface Carried {
  readonly manifest: Manifest
  readonly bundle: Bundle
}

/** Whether a file carries what it was made from at all. */
export function carries({ attachments }: OpenedPdf): boolean {
  return attachments.has(MANIFEST)
}

/** Throws `Rejected` with everything that manifest and attachments contradict each other in. */
export function carriedIn({ attachments }: OpenedPdf, world: World): Carried {
  const manifest = manifestIn(attachments)
  const files = new Map<string, Uint8Array>()
  const findings: Diagnostic[] = []
  for (const { name, attachment, sha256 } of manifest.files) {
    const bytes = attachments.get(attachment)
    if (bytes === undefined) findings.push(altered(`the manifest names \`${attachment}\`, which is not attached`))
    else if (world.sha256(bytes) !== sha256) findings.push(altered(`\`${attachment}\` is not what the manifest says`))
    else if (files.has(name)) findings.push(altered(`the manifest names \`${name}\` twice`))
    else files.set(name, bytes)
  }
  const named = new Set([MANIFEST, ...manifest.files.map(each => each.attachment)])
  for (const name of attachments.keys())
    if (!named.has(name))
      findings.push(altered(`${JSON.stringify(name)} is attached, and the manifest does not name it`))
  refuse(findings)
  return { manifest, bundle: { files } }
}

function altered(message: string): Diagnostic {
  return error({ rule: 'archive/altered', message, span: null })
}

function manifestIn(attachments: OpenedPdf['attachments']): Manifest {
  const bytes = attachments.get(MANIFEST)
  if (bytes === undefined)
    throw new Rejected([error({ rule: 'archive/none', message: 'it carries no manifest', span: null })])
  if (bytes.length > LARGEST_FILE) throw new Rejected([altered('its manifest is larger than 8 MiB')])
  const text = new TextDecoder('utf-8').decode(bytes)
  const { value, findings } = validateShape(manifestSchema, load({ name: MANIFEST, text }))
  refuse(findings)
  if (value === null) throw new Error('a finding is missing')
  return value
}
