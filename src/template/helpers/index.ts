/** The table of helpers that give a value; their signatures stand in `signatures.ts`. */
import type { HelperName } from '../signatures.ts'
import type { Helper } from './helper.ts'
import * as logic from './logic.ts'
import * as naming from './naming.ts'
import * as printing from './printing.ts'

/** Helpers that open a block, and the one that only names a partial. */
export type BlockName = 'if' | 'unless' | 'with' | 'each' | 'list' | 'sentence'

export const HELPERS: { readonly [name in Exclude<HelperName, BlockName | 'formula'>]: Helper } = {
  ...printing,
  ...naming,
  ...logic
}

/** True for the name of a helper that gives a value. */
export function isValueHelper(name: string): name is keyof typeof HELPERS {
  return Object.hasOwn(HELPERS, name)
}
