/** Plain data in, its one canonical JSON text out (RFC 8785: keys by code unit, shortest numbers, no white space). */

/**
 * Writes data as canonical JSON. A key whose value is `undefined` is left out, as in JSON.stringify; a number that JSON
 * cannot say is our bug, for the schemas admit none.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return canonicalObject(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} is no JSON number`)
  const text = JSON.stringify(value)
  if (text === undefined) throw new Error(`a ${typeof value} is no JSON value`)
  return text
}

function canonicalObject(value: object): string {
  const entries = Object.entries(value).filter(entry => entry[1] !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`)
    .join(',')}}`
}
