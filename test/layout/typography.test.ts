/** What stays on one line in Azerbaijani and Russian, and where their words are divided. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { say as az } from '../../src/languages/az/say.ts'
import { lower, upper } from '../../src/languages/az/suffixes.ts'
import { LANGUAGES } from '../../src/languages/index.ts'
import { hyphenationOf } from '../../src/layout/shape.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineHere } from '../fixtures.ts'
import { documentOf, isText, lay, paragraph, text } from './notes.ts'

/** The lines of a paragraph that has the words again and again, at every place of a line; a word's own hyphen is `-`, an added one U+00AD. */
function linesWith(language: string, words: string): string[] {
  return Array.from({ length: 12 }, (_, shift) => `${'o'.repeat(shift + 1)} ${`bu ${words} `.repeat(40)}`).flatMap(
    prose =>
      lay({ ...documentOf(paragraph(text(prose, 0, [], language))), language })
        .pages.flatMap(page => page.items)
        .filter(isText)
        .map(item =>
          item.parts
            .map(part => (part.type === 'word' ? part.word.text : part.type === 'space' ? part.text : '\u00AD'))
            .join('')
        )
  )
}

/** The words with a hyphen wherever they may be divided. */
function divided(language: string, word: string): string {
  const cuts = hyphenationOf(LANGUAGES, language)(word)
  return [...word].map((letter, at) => (cuts.includes(at) ? `-${letter}` : letter)).join('')
}

/** How often the words stand in lines without a line's end among them, but where a hyphen was added. */
function whole(lines: readonly string[], words: string): number {
  return lines.join('\n').replaceAll('\u00AD\n', '').split(words).length - 1
}

describe.each([
  ['az', '14-də'],
  ['az', '2025-ci\u00A0il'],
  ['az', 'aprel\u00A0ayında'],
  ['az', 'noyabrın\u00A014-də'],
  ['az', 'saat\u00A001:00-da'],
  ['az', 'SOCAR-ın'],
  ['az', 'NATO-nun'],
  ['az', 'SOCAR-ındakı'],
  ['az', '«Kinjal»-ın'],
  ['az', '«İsgəndər»'],
  ['az', '12\u00A0nömrəli'],
  ['ru', '14\u00A0ноября'],
  ['ru', '№\u00A012'],
  ['ru', '35\u00A0шагов'],
  ['ru', '14-го'],
  ['ru', '35-м'],
  ['ru', 'ООН-овский'],
  ['ru', 'в доме'],
  ['ru', 'С тех'],
  ['ru', '(о нём)']
])('in %s a line never ends in %s', (language, words) => {
  test('wherever it stands', () => {
    expect(whole(linesWith(language, words), words)).toBe(12 * 40)
  })
})

test.each([
  ['az', '«raket»'],
  ['ru', '«Искандер»'],
  ['ru', '«ракетами»,']
])('in %s no quotation mark of %s stands by itself at the end of a line, or at the beginning', (language, words) => {
  const lines = linesWith(language, words)
  expect(lines.length).toBeGreaterThan(50)
  expect(lines.filter(line => /[«(]$|[«(].?\u00AD$|^.?[»)]/u.test(line))).toEqual([])
})

test('a line ends behind a hyphen between words, and in English as it did', () => {
  expect(linesWith('az', 'törədilib-törədilmədiyi').some(line => line.endsWith('törədilib-'))).toBe(true)
  expect(linesWith('ru', 'ракетно-дроновый').some(line => line.endsWith('ракетно-'))).toBe(true)
  expect(linesWith('en', 'NATO-led').some(line => line.endsWith('NATO-'))).toBe(true)
})

test.each([
  ['az', 'Azərbaycan', 'Azər-bay-can'],
  ['az', 'əlaqədar', 'əla-qə-dar'],
  ['az', 'İSGƏNDƏR', 'İSGƏNDƏR'],
  ['az', 'İsgəndər', 'İs-gən-dər'],
  ['az', 'Iğdırda', 'Iğ-dır-da'],
  ['az', 'SOCAR', 'SOCAR'],
  ['az', 'SOCAR-ındakı', 'SOCAR-ındakı'],
  ['az', '2025-cilərin', '2025-cilərin'],
  ['az', 'M240raketi', 'M240raketi'],
  ['az', '(Respublikası)', '(Res-pub-li-ka-sı)'],
  ['ru', 'Посольство', 'По-соль-ство'],
  ['ru', 'обязательства', 'обя-за-тель-ства'],
  ['ru', 'ООНовского', 'ООНовского'],
  ['ru', 'ООН-овский', 'ООН-овский'],
  ['ru', 'Ту154ракета', 'Ту154ракета'],
  ['ru', 'Искандер', 'Искан-дер'],
  ['ru', 'Армия', 'Ар-мия']
])('in %s %s is divided as %s', (language, word, expected) => {
  expect(divided(language, word)).toBe(expected)
})

test('İ and i, I and ı are pairs, in small letters, in capitals and where a word is divided', () => {
  expect(['İSGƏNDƏR', 'IĞDIR', 'RESPUBLİKASININ'].map(lower)).toEqual(['isgəndər', 'ığdır', 'respublikasının'])
  expect([...'iıüəğş'].map(upper).join('')).toBe('İIÜƏĞŞ')
  expect(['iyul', '«ildırım»', 'ılıq'].map(az.capital)).toEqual(['İyul', '«İldırım»', 'Ilıq'])
  // a small letter of two code units would put every later cut one letter off
  for (const word of ['İstanbul', 'İxtisasartırma', 'Iraqın', 'Qırğızıstan']) {
    expect(lower(word).length).toBe(word.length)
    expect(lower(divided('az', word))).toBe(divided('az', lower(word)))
  }
})

describe('the first fixture on its pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbale-typography-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const engine = engineHere()
  const linesOf = (language: string): string[] => {
    const file = join(folder, `${language}.pdf`)
    writeFileSync(file, prepare(engine, { ...askFor('kyiv-embassy-2025'), language }).stages.pdf())
    return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).split('\n')
  }

  test.each(['az', 'ru'])('in %s no line ends where it may not', language => {
    const lines = linesOf(language)
    expect(lines.length).toBeGreaterThan(50)
    // behind a number, a number's hyphen, a number sign, an opening quotation mark, a Russian word of one letter, or a
    // month whose day follows
    const bad =
      /(?:\b\d+|\d-|\p{Lu}-|№|[«(]|(?<!\p{L})[авикосу]|saat|\d-c[iıuü]|(?:yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|\p{L}+yabr|dekabr)[ıiuü]n)$/u
    expect(lines.filter(line => bad.test(line) && !/^[–0-9 ]*$/.test(line))).toEqual([])
    // one letter is not left alone by a hyphen, nor carried over
    expect(lines.filter(line => /(?:^|[^\p{L}])\p{L}\u00AD$/u.test(line))).toEqual([])
    const carried = lines.filter((_, index) => lines[index - 1]?.endsWith('\u00AD'))
    expect(carried.filter(line => /^\p{L}(?!\p{L})/u.test(line))).toEqual([])
    expect(lines.filter(line => /\p{Lu}{2}\u00AD$|\d\p{L}*\u00AD$/u.test(line))).toEqual([])
  })
})
