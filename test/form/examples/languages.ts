/** What is tried of the rules of form in each language. */
import { azerbaijani } from './az.ts'
import type { Examples } from './example.ts'
import { EXAMPLES } from './index.ts'
import { russian } from './ru.ts'
import type { LanguageExamples } from './spoken.ts'

/** The same in the other languages that rules read, with why there are none. */
export const IN_LANGUAGES: Readonly<Record<string, LanguageExamples>> = { az: azerbaijani, ru: russian }

/** What is tried of a rule in any language. */
export function allExamples(id: string): readonly Examples[] {
  return [EXAMPLES, ...Object.values(IN_LANGUAGES)].flatMap(each => {
    const examples = each[id]
    return examples === undefined || typeof examples === 'string' ? [] : [examples]
  })
}
