/** The kind of a record file in; the keys that only such a file has out. */
import { keysAt } from './checks/schema-at.ts'
import { requestKeys } from './request.ts'
import { registerSchema } from './schema.ts'

const KEYS = { note: requestKeys, register: keysAt(registerSchema, []) } as const

/** The keys of the first level, without the one that every file has. */
export function keysOf(kind: keyof typeof KEYS): string[] {
  return KEYS[kind].filter(key => key !== 'verbale')
}
