/** The names of template files in; every text in them that is a template, files and formulas, parsed, out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../../src/load/load.ts'
import { readFormulas } from '../../src/template/formulas.ts'
import { parseTemplate } from '../../src/template/parse.ts'
import { root } from '../fixtures.ts'
import type { Subject } from './sites.ts'

/** A template file as the one text that it is. */
export function fileSubject(file: string): Subject {
  const text = readFileSync(join(root, file), 'utf8')
  return {
    file,
    whole: text,
    base: 0,
    text,
    statements: parseTemplate({ source: { name: file, text }, base: 0, text })
  }
}

/** Each formula of a language as a text inside its file. */
export function formulaSubjects(language: string): Subject[] {
  const file = `templates/formulas/${language}.yaml`
  const source = { name: file, text: readFileSync(join(root, file), 'utf8') }
  return [...readFormulas(load(source), language).values()].flatMap(group =>
    [...group.values()].map(text => ({
      file,
      whole: source.text,
      base: text.base,
      text: text.text,
      statements: parseTemplate(text)
    }))
  )
}
