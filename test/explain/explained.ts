/** A fixture or a generated case in; its explanation out. Only for the tests of this folder. */
import { explain } from '../../src/explain/explain.ts'
import type { Explanation, Statement } from '../../src/explain/schema.ts'
import { type Prepared, prepare } from '../../src/render.ts'
import { askForCase, askInEnglish, engineHere } from '../fixtures.ts'
import type { Case } from '../generator.ts'

export const engine = engineHere()

export function preparedFixture(name: string): Prepared {
  return prepare(engine, askInEnglish(name))
}

export function explainedFixture(name: string, restricted = false): Explanation {
  return explain(preparedFixture(name), { file: `fixtures/${name}/note.yaml`, from: 'request', restricted })
}

export function preparedCase(each: Case): Prepared {
  const { engine: own, asked } = askForCase(each)
  return prepare(own, asked)
}

/** The one statement that holds some words. */
export function statementWith(explanation: Explanation, words: string): Statement {
  const [found, ...more] = explanation.statements.filter(each => each.text.replace(/\s+/g, ' ').includes(words))
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} statements hold ${words}`)
  return found
}
