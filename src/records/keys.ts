/** The kind of a record file in; the keys that only such a file has out. */
import { keysAt } from './checks/schema-at.ts'
import { requestSchema } from './request.ts'
import { registerSchema } from './schema.ts'

const SCHEMAS = { note: requestSchema, register: registerSchema } as const

/** The keys of the first level, without the one that every file has. */
export function keysOf(kind: keyof typeof SCHEMAS): string[] {
  return keysAt(SCHEMAS[kind], []).filter(key => key !== 'verbale')
}
