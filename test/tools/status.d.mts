/** Since when a State is bound by a treaty that is in force since a day. */
export function sinceOf(row: { readonly deposited: string; readonly by: string }, inForce: string): string
/** Since when each State of a table is bound. */
export function partiesIn(text: string, inForce: string): Record<string, string>
/** The text of `templates/law/status.json`. */
export function statusText(): string
