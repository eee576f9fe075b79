/** A language is one folder: nothing outside of it names a language, and each has the same parts. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { reachable, sources, textOf } from './sources.ts'

const languages = join(import.meta.dirname, '../../src/languages')

describe('a language is one folder', () => {
  /** Languages that are spoken where such notes are written, whether or not the house writes them. */
  const TAGS = 'ar|az|be|de|el|en|es|fr|hy|ka|kk|pt|ru|tr|uk|uz|zh'
  const NAMED = new RegExp(`(?:^|[/"'.])(?:${TAGS})(?:$|[/"'.-])`)
  /** The pages and the help of the tool itself, which are in English whatever the note is in. */
  const OWN_PAGES = ['src/cli/help.ts', 'src/coverage/html.ts']

  function literalsOf(name: string): string[] {
    const text = textOf(name)
    const found: string[] = []
    const visit = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return
      if ('type' in node && node.type === 'TemplateElement' && 'start' in node && 'end' in node)
        found.push(text.slice(Number(node.start), Number(node.end)))
      if ('type' in node && node.type === 'Literal' && 'value' in node)
        found.push('regex' in node && node.regex ? JSON.stringify(node.regex) : String(node.value))
      Object.values(node).forEach(visit)
    }
    visit(parseSync(name, text).program)
    return found
  }

  const naming = sources.filter(name => literalsOf(name).some(each => NAMED.test(each)))

  test('nothing outside of it names a language, but the pages of the tool itself', () => {
    const outside = naming.filter(name => !name.startsWith('src/languages/'))
    expect(outside).toEqual(OWN_PAGES)
  })

  test('the test sees a name in a text, in a template and in a pattern', () => {
    const seen = ['en', 'templates/en/x.hbs', '<html lang="en">', 'note.ru.pdf', 'az-Latn', '{"pattern":"/en/"}']
    expect(seen.filter(each => !NAMED.test(each))).toEqual([])
    expect(['then', 'en route', 'open', 'token'].filter(each => NAMED.test(each))).toEqual([])
  })

  test('no note loads what rules look for', () => {
    const names = [...reachable('src/render.ts')]
    expect(names).toContain('src/languages/en/say.ts')
    expect(names.filter(name => /lexicon|foreign/.test(name))).toEqual([])
  })

  test('each folder has the same parts, beside what its grammar needs', () => {
    const parts = ['divide.ts', 'index.ts', 'lexicon.ts', 'say.ts', 'sentences.ts', 'wording.ts']
    const folders = readdirSync(languages, { withFileTypes: true }).filter(each => each.isDirectory())
    for (const { name } of folders) expect(readdirSync(join(languages, name))).toEqual(expect.arrayContaining(parts))
  })
})
