/** The name of a field of a record or dossier in; what it is a part of, whatever the language, out. */

/** A wording has as many parts as its language needs: what stands before and behind a measure, words by number. */
const PARTS = /\.(before|after|one|few|many)$/

/** The field that is the same in every language. */
export function wholeOf(field: string): string {
  return field.replace(PARTS, '')
}

/** Whether a field is another, or stands in it. */
export function isWithin(field: string, whole: string): boolean {
  return field === whole || field.startsWith(`${whole}.`)
}

/** A field is called by its last names as well: `means.type`, wherever an incident is spoken of. */
export function isCalled(field: string, name: string): boolean {
  return field === name || field.endsWith(`.${name}`)
}
