/** A text in; whether it ends or begins with a full stop that is no part of an ellipsis, out. */

/** Whether a text ends with one full stop, as "Smith & Co." does. */
export function endsWithStop(text: string): boolean {
  return /(?<!\.)\.$/.test(text)
}

/** Whether a text begins with one full stop. */
export function startsWithStop(text: string): boolean {
  return /^\.(?!\.)/.test(text)
}
