/** A note in several languages: its files are made in one run, an issue whole or not at all, and they are one entry of the register. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Wanted } from '../../src/cli/commands/forms.ts'
import { make, type NoteReview, openSession } from '../../src/cli/commands/make.ts'
import { createWorld } from '../../src/cli/disk/disk.ts'
import { jobsFor, noteFile } from '../../src/cli/disk/targets.ts'
import type { NoteOutcome } from '../../src/cli/report/finding.ts'
import { lookAtWordings } from '../../src/confirm/look.ts'
import { containersOf } from '../../src/document/walk.ts'
import { LANGUAGES } from '../../src/languages/index.ts'
import { load } from '../../src/load/load.ts'
import { validateRegister } from '../../src/records/validate.ts'
import { createEngine, finish, prepare } from '../../src/render.ts'
import { judge } from '../archive/copies.ts'
import { home, preparsed, root } from '../fixtures.ts'
import { runLine } from '../here.ts'
import { arms, png } from '../image/pictures.ts'
import { folderOf } from './folder.ts'
import { shellWith } from './quiet-shell.ts'

const FIXTURE = join(root, 'fixtures/kyiv-embassy-2025')

/** The first fixture between States that are invented, so that it can bear a number; one note in three languages. */
function threeLanguages(request: (text: string) => string = text => text): string {
  const named = (iso: string, language: 'az' | 'ru') => {
    const parts = { noun: null, iso, of: null, in: null, city: null, place: null, abroad: false }
    return JSON.stringify(LANGUAGES[language].wording.names?.compose(parts))
  }
  const register = readFileSync(join(FIXTURE, 'register.yaml'), 'utf8').replaceAll(
    /iso: (..)\n(\s+)names: \{ (en: \{[^}]*\}) \}/g,
    (_, iso, indent, en) =>
      `invented: true\n${indent}names: { ${en}, az: ${named(iso, 'az')}, ru: ${named(iso, 'ru')} }`
  )
  const note = readFileSync(join(FIXTURE, 'note.yaml'), 'utf8')
    .replace(/^specimen:[\s\S]*/m, '')
    .replace('form: draft', 'form: issue')
    .replace('number: null', 'number: 12/2025')
    .replace('date: null', 'date: 2025-11-14')
  return folderOf({ 'note.yaml': request(note), 'register.yaml': register })
}

const asked = { format: 'pdf', conformance: undefined, embed: undefined, internal: false } as const

/** Makes the note without holding it against the rules of form. */
function made(
  folder: string,
  wanted: Partial<Wanted> = {},
  output?: string,
  look: NoteReview | null = null
): NoteOutcome & { readonly files: string[] } {
  const shell = shellWith({ cwd: folder, home, plain: true })
  const [job] = jobsFor([noteFile('note.yaml', folder)], output, folder, false)
  if (!job) throw new Error('there is no note')
  const how = { form: undefined, language: undefined, ...asked, ...wanted }
  const outcome = make(job, how, {
    open: openSession(shell),
    review: look,
    finish: each => finish(each, wanted.format === 'txt' ? 'txt' : 'pdf'),
    shell
  })
  return {
    ...outcome,
    files: readdirSync(folder)
      .filter(name => /\.(pdf|txt)$/.test(name))
      .sort()
  }
}

const told = ({ findings }: NoteOutcome) => findings.filter(each => each.severity === 'error').map(each => each.rule)

const ALL = ['note.en.file.pdf', 'note.en.pdf', 'note.file.pdf', 'note.pdf', 'note.ru.file.pdf', 'note.ru.pdf']

describe('a note with translations is made', () => {
  test('in all of its languages, each issue with its file copy', () => {
    const folder = threeLanguages()
    const { code, said, files } = made(folder)
    expect(code).toBe(0)
    expect(files).toEqual(ALL)
    expect(said?.split('\n').map(each => each.replace(/ \(.*/, ''))).toEqual([
      'wrote note.pdf',
      'wrote note.ru.pdf',
      'wrote note.en.pdf'
    ])
    for (const name of ['note', 'note.ru', 'note.en']) {
      const [issue, copy] = ['pdf', 'file.pdf'].map(ending => readFileSync(join(folder, `${name}.${ending}`)))
      if (!issue || !copy) throw new Error('a file is missing')
      expect(judge(issue, copy).rebuilds).toMatchObject({ answer: 'yes', form: 'issue' })
      expect(judge(copy).rebuilds).toMatchObject({ answer: 'yes', form: 'file-copy' })
    }
  })

  test('under the name of the file that was named', () => {
    const folder = threeLanguages()
    expect(made(folder, { form: 'draft' }, 'protest.pdf').files).toEqual([
      'protest.en.pdf',
      'protest.pdf',
      'protest.ru.pdf'
    ])
  })

  test('but not over another note, whichever of the two is made', async () => {
    const folder = threeLanguages(text => text.replace('form: issue', 'form: draft'))
    const text = readFileSync(join(folder, 'note.yaml'), 'utf8')
    const alone = text.replace(/^languages: .*$/m, 'languages: { original: az }')
    writeFileSync(join(folder, 'note.ru.yaml'), alone)
    writeFileSync(join(folder, 'note.fr.yaml'), alone)
    const line = (command: string) =>
      runLine({ command: `verbale render ${command}`, input: '', folder, env: process.env }, true)
    writeFileSync(join(folder, 'a.yaml'), text)
    mkdirSync(join(folder, 'b'))
    writeFileSync(join(folder, 'b/a.ru.yaml'), alone)
    for (const notes of ['note.yaml', 'note.ru.yaml', 'note.yaml note.ru.yaml', 'b/a.ru.yaml a.yaml -o out/']) {
      const { code, err } = await line(notes)
      expect([notes, code]).toEqual([notes, 2])
      expect(err).toMatch(
        /(note|a)(\.ru)?\.yaml and (note|a)(\.ru)?\.yaml would be written to the same file, (note|a)\.ru\.pdf/
      )
    }
    expect(readdirSync(folder).filter(each => each.endsWith('.pdf'))).toEqual([])
    expect((await line('note.fr.yaml')).code).toBeLessThan(2)
    expect((await line('note.yaml --language az --format txt -o alone.txt')).code).toBeLessThan(2)
  })

  test('in one language alone where that is asked for', () => {
    const folder = threeLanguages()
    expect(made(folder, { form: 'draft', language: 'ru' }).files).toEqual(['note.ru.draft.pdf'])
  })

  test('as texts: with the label of a translation, without the words of a seal', () => {
    const folder = threeLanguages()
    expect(made(folder, { form: 'draft', format: 'txt' }, 'note.txt').files).toEqual([
      'note.en.txt',
      'note.ru.txt',
      'note.txt'
    ])
    const text = (name: string) => readFileSync(join(folder, name), 'utf8')
    expect(text('note.ru.txt')).toContain('НЕОФИЦИАЛЬНЫЙ ПЕРЕВОД')
    expect(text('note.en.txt')).toContain('UNOFFICIAL TRANSLATION')
    expect(text('note.txt')).not.toContain('TƏRCÜMƏ')
    for (const name of ['note.ru.txt', 'note.en.txt']) expect(text(name)).toContain('12/2025')
  })

  test('on plain paper: without emblem and without room for seal and initials', () => {
    const folder = threeLanguages()
    const profile = readFileSync(join(root, 'templates/profiles/az-mfa.yaml'), 'utf8')
    const emblem = 'letterhead: { emblem: { file: arms.png, alternate: { az: gerb }, height: 60, align: center } }'
    mkdirSync(join(folder, 'templates/profiles'), { recursive: true })
    writeFileSync(join(folder, 'templates/profiles/az-mfa.yaml'), `${profile}\n${emblem}\n`)
    writeFileSync(join(folder, 'templates/profiles/arms.png'), png(arms(60), 'rgba'))
    const engine = createEngine(createWorld(folder, home), home)
    const inLanguage = (language: string) =>
      prepare(engine, { note: 'note.yaml', registers: ['register.yaml'], form: 'draft', language }).stages.document()
    const partsOf = (language: string) => containersOf(inLanguage(language))
    const figures = (language: string) =>
      partsOf(language).filter(each => each.blocks.some(block => block.type === 'figure')).length
    expect(['az', 'ru', 'en'].map(figures)).toEqual([1, 0, 0])
    const rooms = (language: string) =>
      partsOf(language).filter(({ part }) => part === 'seal' || part === 'initials').length
    expect(rooms('az')).toBeGreaterThan(0)
    expect(['ru', 'en'].map(rooms)).toEqual([0, 0])
  })

  test('with the line of a specimen in every language', () => {
    const specimen = (text: string) =>
      text
        .replace('form: issue', 'form: draft')
        .replace('number: 12/2025', 'number: null')
        .concat('specimen: { en: A specimen, az: Nümunə, ru: Образец }\n')
    const folder = threeLanguages(specimen)
    made(folder, { format: 'txt' }, 'note.txt')
    const lines = ['note.txt', 'note.ru.txt', 'note.en.txt'].map(name => readFileSync(join(folder, name), 'utf8'))
    expect(lines.map((text, index) => text.includes(['Nümunə', 'Образец', 'A specimen'][index] ?? '?'))).toEqual([
      true,
      true,
      true
    ])
    const unsaid = made(threeLanguages(text => specimen(text).replace(', ru: Образец', '')))
    expect([told(unsaid), unsaid.files]).toEqual([['resolve/missing-language'], ['note.en.pdf', 'note.pdf']])
  })

  test('the original alone on standard output, but no issue', () => {
    const folder = threeLanguages()
    const draft = made(folder, { form: 'draft' }, '-')
    expect([draft.code, draft.files]).toEqual([0, []])
    const issue = made(folder, {}, '-')
    expect([issue.code, told(issue)]).toEqual([1, ['issue/translation-alone']])
  })
})

describe('an issue with translations is whole or not made', () => {
  test('no translation is issued alone, the original may be', () => {
    const folder = threeLanguages()
    const alone = made(folder, { language: 'ru' })
    expect([alone.code, told(alone), alone.files]).toEqual([1, ['issue/translation-alone'], []])
    expect(made(folder, { language: 'az' }).files).toEqual(['note.az.file.pdf', 'note.az.pdf'])
  })

  test('none is written where one cannot be made; of drafts the others are', () => {
    const lacking = (text: string) => text.replace(', ru: г. Баку', '')
    const issue = made(threeLanguages(lacking))
    expect([issue.code, told(issue), issue.files]).toEqual([1, ['resolve/missing-language'], []])
    const draft = made(threeLanguages(lacking), { form: 'draft' })
    expect([draft.code, told(draft)]).toEqual([1, ['resolve/missing-language']])
    expect(draft.files).toEqual(['note.draft.pdf', 'note.en.draft.pdf'])
  })

  test('none is written where another file stands in the place of one', () => {
    const folder = threeLanguages()
    writeFileSync(join(folder, 'note.ru.pdf'), 'another')
    const { code, files } = made(folder)
    expect([code, told(made(folder)), files]).toEqual([1, ['issue/exists'], ['note.ru.pdf']])
  })

  test('what a run left that was cut short is taken for what is made now', () => {
    const folder = threeLanguages()
    made(folder)
    const other = threeLanguages()
    for (const name of ['note.ru.pdf', 'note.en.file.pdf'])
      writeFileSync(join(other, name), readFileSync(join(folder, name)))
    expect(made(other)).toMatchObject({ code: 0, files: ALL })
    expect(told(made(other))).toEqual(['issue/exists'])
  })
})

describe('words that nobody has confirmed hold an issue back', () => {
  const look: NoteReview = {
    settings: () => {},
    note: (prepared, { engine, typed }) => lookAtWordings(prepared, engine.world, preparsed, typed)
  }
  const confirm = (folder: string, words: string) =>
    runLine({ command: `verbale confirm note.yaml${words}`, input: '', folder, env: process.env }, true)

  test('in whichever language they stand, until somebody confirms them', async () => {
    const folder = threeLanguages()
    const refused = made(folder, {}, undefined, look)
    expect([refused.code, refused.files, new Set(told(refused))]).toEqual([1, [], new Set(['issue/unconfirmed'])])
    const files = new Set(refused.findings.map(each => each.file?.replace(/.*\//, '')))
    expect([...files].sort()).toEqual(['az.yaml', 'note.yaml', 'ru.yaml'])
    const list = await confirm(folder, '')
    for (const each of [
      'opening/reduced',
      'labels/translation',
      'templates/units/package.yaml  step/az',
      'languages/ru/names  embassy'
    ])
      expect(list.out).toContain(each)
    const entered = await confirm(folder, ' --by A.Aliyeva --on 2025-11-14')
    expect(entered).toMatchObject({ code: 0, out: '' })
    expect(made(folder, {}, undefined, look)).toMatchObject({ code: 0, files: ALL })
  }, 60_000)

  test('and are told of a draft in one line', () => {
    const { code, said } = made(threeLanguages(), { form: 'draft' }, undefined, look)
    expect(code).toBe(0)
    expect(said?.split('\n').at(-1)).toMatch(
      /^an issue would be refused for \d+ wordings that nobody has confirmed: `verbale confirm note.yaml` lists them$/
    )
  })
})

describe('the files of one note are one entry', () => {
  const verbale = (folder: string, words: string) =>
    runLine({ command: `verbale ${words}`, input: '', folder, env: process.env }, true)
  const editions = (folder: string) => {
    const text = readFileSync(join(folder, 'register.yaml'), 'utf8')
    const { value, findings } = validateRegister(load({ name: 'register.yaml', text }))
    expect(findings.filter(each => each.severity === 'error')).toEqual([])
    const record = value?.communications['note-12-2025']
    return record?.editions?.map(each => each.language)
  }

  test('in whatever order they are named, printed or written', async () => {
    const folder = threeLanguages()
    made(folder)
    const words = 'record note.ru.pdf note.pdf note.en.file.pdf'
    const printed = await verbale(folder, words)
    expect(printed.code).toBe(0)
    expect(printed.out.match(/^ {2}note-12-2025:/gm)).toHaveLength(1)
    expect(printed.out.match(/language: (\w+)/g)).toEqual(['language: az', 'language: ru', 'language: en'])
    expect(await verbale(folder, `${words} --write`)).toMatchObject({ code: 0, out: '' })
    expect(editions(folder)).toEqual(['az', 'ru', 'en'])
    const standing = await verbale(
      folder,
      'verify note.pdf note.ru.pdf note.en.pdf note.ru.file.pdf --register register.yaml'
    )
    expect(standing).toMatchObject({ code: 0 })
    expect(standing.out.match(/this is the (issue|file-copy) of `note-12-2025`/g)).toHaveLength(4)
    expect(await verbale(folder, 'record note.ru.pdf --write')).toMatchObject({ code: 0 })
  }, 60_000)

  test('a translation alone goes into the entry of its original, and nowhere where there is none', async () => {
    const folder = threeLanguages()
    made(folder)
    const refused = await verbale(folder, 'record note.ru.pdf --write')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('record/translation-alone this is a translation (ru) of the note 12/2025')
    expect(await verbale(folder, 'record note.pdf --write')).toMatchObject({ code: 0 })
    expect(await verbale(folder, 'record note.ru.pdf --write')).toMatchObject({ code: 0 })
    expect(editions(folder)).toEqual(['az', 'ru'])
  }, 60_000)

  test('which lacks its subject in a language that the house cannot say it in, and that is told', async () => {
    const folder = threeLanguages()
    made(folder)
    mkdirSync(join(folder, 'templates/ru'), { recursive: true })
    writeFileSync(join(folder, 'templates/ru/protest-subject.hbs'), '{{nothing}}\n')
    const printed = await verbale(folder, 'record note.pdf --verbose')
    expect(printed.code).toBe(0)
    expect(printed.err).toContain(
      'record/unsaid the entry lacks the subject of the note in `ru`, which cannot be written'
    )
    expect(printed.err).not.toContain('in `en`')
  }, 60_000)

  test('each can be explained and made again', async () => {
    const folder = threeLanguages()
    made(folder)
    const explained = await verbale(folder, 'explain note.ru.pdf')
    expect(explained.code).toBe(0)
    expect(explained.out).toContain('in ru, ')
    expect(await verbale(folder, 'regenerate note.ru.file.pdf --form issue -o again.pdf')).toMatchObject({ code: 0 })
    expect(existsSync(join(folder, 'again.pdf'))).toBe(true)
    expect(readFileSync(join(folder, 'again.pdf')).equals(readFileSync(join(folder, 'note.ru.pdf')))).toBe(true)
  }, 60_000)
})
