/** The table of form rules, in the order of their numbers. */
import type { Rule } from './rule.ts'

export const RULES: readonly Rule[] = []
