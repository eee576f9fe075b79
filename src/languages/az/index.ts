/** Azerbaijani, joined from its parts. */
import type { Language } from '../language.ts'
import { divide } from './divide.ts'
import { nameTable } from './names.ts'
import { say } from './say.ts'
import { sentences } from './sentences.ts'
import { wording } from './wording.ts'

export const azerbaijani: Language = {
  tag: 'az',
  say,
  wording,
  sentences,
  divide,
  grammar: { names: nameTable }
}
