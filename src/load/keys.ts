/** The keys that no file of data may have. */

/** Names that mean something to JavaScript objects, and the merge key of YAML 1.1; never an id or a field of ours. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '<<'])
