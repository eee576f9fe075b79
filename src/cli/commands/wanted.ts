/** What the user wants of every note. */

import type { Form } from '../../records/forms.ts'
import type { Conformance, Format } from '../../write/formats.ts'

/** What to make of every note. */
export interface Wanted {
  readonly format: Format
  readonly form: Form | undefined
  readonly language: string | undefined
  readonly conformance: Conformance | undefined
  /** Whether it carries what it is made from; undefined where its form decides. */
  readonly embed: boolean | undefined
  /** Whether an issue that does so is to stay in the house. */
  readonly internal: boolean
}
