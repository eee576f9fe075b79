import { describe, expect, test } from 'vitest'
import { CODES } from '../../src/check/codes.ts'
import { changed, checkFiles, type Files, STARTER, said } from './workspace.ts'

const found = (files: Files, ...options: readonly Parameters<typeof checkFiles>[1][]): string[] =>
  checkFiles(files, options[0]).findings.map(said)

/** The starter's note as a fixture, with the goldens that it has. */
const goldens = (files: Files): Files =>
  Object.fromEntries(checkFiles(files).wanted.map(({ name, text }) => [name, text]))
const FIXTURE: Files = { ...STARTER, 'fixture.yaml': 'verbale: 1\n' }

describe('a workspace', () => {
  test('as it is made passes with nothing to say', () => {
    expect(found(STARTER)).toEqual([])
  })

  test('is told of everything at once: register, note, templates', () => {
    const files = {
      ...STARTER,
      'register.yaml': changed(STARTER['register.yaml'], 'parties:', 'partys:'),
      'note.yaml': changed(STARTER['note.yaml'], 'courtesy: reduced', 'courtesy: fulsome'),
      'templates/en/extra.hbs': '{{#if date}}{{dat}}{{/if}}\n'
    }
    const rules = checkFiles(files).findings.map(each => `${each.span?.source.name} ${each.rule}`)
    expect(rules).toEqual(
      expect.arrayContaining([
        'register.yaml record/unknown-key',
        'note.yaml record/unknown-value',
        'templates/en/extra.hbs template/unknown-field'
      ])
    )
  })

  test('a register without a note is checked, and so are profiles and law', () => {
    const { 'note.yaml': _, ...rest } = STARTER
    const register = changed(rest['register.yaml'], 'kind: embassy', 'kind: embasy')
    const profile = changed(rest['templates/profiles/our-house.yaml'], 'size: A4', 'size: A5')
    const rules = found({
      ...rest,
      'register.yaml': register,
      'templates/profiles/our-house.yaml': profile,
      'templates/law.yaml': 'verbale: 1\ninstruments: []\n'
    })
    expect(rules.map(each => each.replace(/:\d+/, ''))).toEqual([
      'register.yaml error record/unknown-value',
      'templates/profiles/our-house.yaml error record/unknown-value',
      'templates/law.yaml error record/wrong-type'
    ])
  })

  test('a note is known by its keys, whatever its file is called and however broken', () => {
    const note = changed(STARTER['note.yaml'], 'strength: strong-protest', 'strength: strong-protest\n\t- x')
    expect(found({ ...STARTER, 'protest-of-may.yaml': note, 'other.yaml': 'a: 1\n', 'package.json': '{}' })).toEqual([
      expect.stringMatching(/^protest-of-may\.yaml:\d+ error record\/syntax$/)
    ])
  })

  test('a note that has no pages is held against the rules that need none, and what they find can be set aside', () => {
    const register = changed(STARTER['register.yaml'], 'the gatehouse', 'your gatehouse (飛)')
    const aside = 'set-aside: [{ rule: NV001, reason: a quotation, by: the desk }]\n'
    const line = register.slice(0, register.indexOf('飛')).split('\n').length
    const told = (note: string) =>
      found({ ...STARTER, 'register.yaml': register, 'note.yaml': `${STARTER['note.yaml']}${note}` }).sort()
    expect(told('')).toEqual([
      `register.yaml:${line} error NV001`,
      `register.yaml:${line} error layout/missing-glyph`,
      `register.yaml:${line} warning NV047`
    ])
    expect(told(aside)).toEqual([
      `register.yaml:${line} error layout/missing-glyph`,
      `register.yaml:${line} information form/set-aside`,
      `register.yaml:${line} warning NV047`
    ])
  })

  test('a file that is named and is nothing of ours is told; one that is found is not', () => {
    expect(found({ 'other.yaml': 'a: 1\n' })).toEqual([])
    expect(found({ 'other.yaml': 'a: 1\n' }, { asked: new Set(['other.yaml']) })).toEqual([
      'other.yaml:1 error check/unknown-kind'
    ])
  })

  test('templates in a language that no note can be written in are told', () => {
    expect(found({ 'templates/xx/protest.hbs': 'x\n' })).toEqual(['templates/xx/protest.hbs:1 error template/language'])
  })

  test('a note is made in every language that it declares', () => {
    const rules = (language: string) => {
      const languages = `{ original: en, translations: [${language}] }`
      return found({ ...STARTER, 'note.yaml': changed(STARTER['note.yaml'], '{ original: en }', languages) })
    }
    expect(rules('fr')).toEqual([expect.stringMatching(/^note\.yaml:\d+ error template\/language$/)])
    const lacking = rules('ru').map(rule => rule.replace(/^\S+ /, ''))
    expect(new Set(lacking)).toEqual(new Set(['error resolve/missing-language']))
  })

  test('what no note needs is told: a template of the house, a record of its register', () => {
    const source = '\nsources:\n  old-letter: { publisher: The Archive, date: 2020-01-01, language: en }\n'
    const files = {
      ...STARTER,
      'register.yaml': changed(STARTER['register.yaml'], '\nsources:\n', source),
      'templates/en/demarche.hbs': 'The Ministry of {{place}} waits.\n'
    }
    expect(found(files).map(each => each.replace(/:\d+/, ''))).toEqual([
      'templates/en/demarche.hbs warning template/unused',
      'register.yaml information record/unused'
    ])
    expect(found(files, { own: [...Object.keys(files), 'another.yaml'] })).toEqual([])
  })

  test('a note of which nothing says that it is a fixture has no goldens', () => {
    expect(checkFiles(STARTER).wanted).toEqual([])
  })
})

describe('settings, severities and what was known', () => {
  const broken = { ...STARTER, 'note.yaml': changed(STARTER['note.yaml'], 'courtesy: reduced', 'courtesy: fulsome') }
  const counting = { today: '2026-11-14', severities: new Map(), baseline: null }

  test('a rule is as grave as the command line says', () => {
    const severities = new Map([['record/unknown-value', 'warning' as const]])
    expect(found(broken, { counting: { ...counting, severities } })[0]).toMatch(/warning record\/unknown-value/)
    const off = checkFiles(broken, {
      counting: { ...counting, severities: new Map([['record/unknown-value', 'off' as const]]) }
    })
    expect([off.findings, off.off]).toEqual([[], 1])
  })

  test('what a baseline holds does not count, wherever its line has gone', () => {
    const line = (broken['note.yaml'] ?? '').split('\n').find(each => each.startsWith('courtesy:')) ?? ''
    const baseline = {
      verbale: 1 as const,
      findings: [{ rule: 'record/unknown-value', file: 'note.yaml', line, occurrence: 0 }]
    }
    const moved = { ...broken, 'note.yaml': `# a line more\n${broken['note.yaml']}` }
    const checked = checkFiles(moved, { counting: { ...counting, baseline } })
    expect([checked.findings, checked.known]).toEqual([[], 1])
  })

  test('an exception of the workspace holds until its day', () => {
    const files = {
      ...broken,
      'verbale.yaml':
        'verbale: 1\nexceptions:\n  - { rule: record/unknown-value, in: note.yaml, reason: an exercise, until: 2026-12-31 }\n'
    }
    expect(checkFiles(files)).toMatchObject({ findings: [], excepted: 1 })
    expect(found(files, { counting: { ...counting, today: '2027-01-01' } })[0]).toMatch(/error record\/unknown-value/)
    expect(found({ 'verbale.yaml': 'verbale: 1\nrule: {}\n' })).toEqual(['verbale.yaml:2 error settings/unknown-key'])
  })
})

describe('fixtures', () => {
  const kept = goldens(FIXTURE)

  test('text and tree are always compared; a golden that is not there is told', () => {
    expect(found(FIXTURE)).toEqual([
      'expected/note.txt:1 error golden/missing',
      'expected/note.tree.yaml:1 error golden/missing'
    ])
    expect(Object.keys(kept)).toEqual(['expected/note.txt', 'expected/note.tree.yaml'])
    expect(found({ ...FIXTURE, ...kept })).toEqual([])
  })

  test('a fixture is told by its goldens alone too', () => {
    expect(found({ ...STARTER, ...kept })).toEqual([])
  })

  test('a fixture says in which forms it is made and in which formats it is compared', () => {
    const settings = 'verbale: 1\nforms: [draft, courtesy-copy]\ncompare: [dossier, pdf]\n'
    const numbered = changed(STARTER['note.yaml'], 'number: null', "number: '12/2026'")
    const note = changed(numbered, 'date: null', 'date: 2026-03-05')
    const files = { ...FIXTURE, 'note.yaml': note, 'fixture.yaml': settings }
    const names = checkFiles(files).wanted.map(each => each.name)
    expect(names).toEqual([
      ...['note.txt', 'note.tree.yaml', 'note.dossier.json', 'note.pdf.sha256'].map(name => `expected/${name}`),
      ...['txt', 'tree.yaml', 'dossier.json', 'pdf.sha256'].map(end => `expected/note.courtesy-copy.${end}`)
    ])
  })

  test('what it says wrongly of itself is told', () => {
    expect(found({ ...FIXTURE, ...kept, 'fixture.yaml': 'verbale: 1\nforms: [draught]\n' })).toEqual([
      'fixture.yaml:2 error record/unknown-value'
    ])
  })

  test('a golden that nothing is compared with is told', () => {
    expect(found({ ...FIXTURE, ...kept, 'expected/note.pages.yaml': '' })).toEqual([
      'expected/note.pages.yaml:1 error golden/unused'
    ])
  })

  test('a language that is not known is told once, and not what every record lacks in it', () => {
    const noteIn = (language: string) => changed(STARTER['note.yaml'], 'original: en', `original: ${language}`)
    expect(found({ ...STARTER, 'note.yaml': noteIn('xx') })).toEqual(['note.yaml:19 error template/language'])
    expect(found({ ...STARTER, 'note.yaml': noteIn('EN') })).toEqual(['note.yaml:19 error record/wrong-value'])
  })

  test('no golden is called unused where it cannot be known what is compared', () => {
    const courtesy = { 'expected/note.courtesy-copy.txt': '' }
    const note = changed(STARTER['note.yaml'], 'languages: {', 'languages: [')
    expect(found({ ...FIXTURE, ...kept, ...courtesy, 'note.yaml': note })).toEqual(['note.yaml:19 error record/syntax'])
    expect(found({ ...FIXTURE, ...kept, ...courtesy, 'fixture.yaml': 'verbale: 1\nforms: [draught]\n' })).toEqual([
      'fixture.yaml:2 error record/unknown-value'
    ])
  })

  test('goldens without a note are told', () => {
    expect(found({ 'a/expected/note.txt': 'x\n' })).toEqual(['a/expected/note.txt:1 error fixture/no-note'])
    expect(found({ 'a/fixture.yaml': 'verbale: 1\n' })).toEqual(['a/fixture.yaml:1 error fixture/no-note'])
  })

  test('a golden that cannot be read is told, and not written over', () => {
    const readGolden = () => ({ type: 'unreadable', why: 'it is a folder' }) as const
    const { findings, wanted } = checkFiles({ ...FIXTURE, 'expected/note.txt/x': '' }, { readGolden })
    expect(findings.map(said)).toEqual([
      'expected/note.txt:1 error golden/unreadable',
      'expected/note.tree.yaml:1 error golden/unreadable'
    ])
    expect(wanted).toEqual([])
  })

  test('a difference names the template line and the record that made it, and the sentence before and after', () => {
    const text = kept['expected/note.txt'] ?? ''
    const old = changed(text, 'strongly protests', 'mildly protests')
    const [finding, ...more] = checkFiles({ ...FIXTURE, ...kept, 'expected/note.txt': old }).findings
    expect(more).toEqual([])
    expect(finding?.rule).toBe('golden/different')
    expect(finding?.hints[0]).toMatch(/^made by templates\/formulas\/en\.yaml:\d+:\d+/)
    expect(finding?.difference?.sentences).toHaveLength(1)
    expect(finding?.difference?.sentences[0]?.before).toContain('mildly protests')
    expect(finding?.difference?.sentences[0]?.after).toContain('strongly protests')
    const words = finding?.difference?.lines.flatMap(line => line.stretches.filter(each => each.changed))
    expect(words?.map(each => each.text)).toEqual(['mildly', 'strongly'])
  })

  test('a value that changed names the record that it stands in', () => {
    const register = changed(STARTER['register.yaml'], 'Talvenna', 'Talvennia')
    const { findings } = checkFiles({ ...FIXTURE, ...kept, 'register.yaml': register })
    const difference = findings.find(each => each.span?.source.name === 'expected/note.txt')
    expect(difference?.hints.join('\n')).toMatch(/made by templates\/\S+ from register\.yaml:\d+:\d+/)
  })
})

describe('a note that must be refused', () => {
  const bad = (annotation: string) =>
    changed(STARTER['note.yaml'], 'courtesy: reduced', `${annotation}\ncourtesy: fulsome`)

  test('passes when exactly what it says is found', () => {
    expect(found({ ...STARTER, 'note.yaml': bad('# error: record/unknown-value: `courtesy` is `fulsome`') })).toEqual(
      []
    )
  })

  test('is told of what it does not foresee, and of what was not found', () => {
    const files = { ...STARTER, 'note.yaml': bad('# error: record/unknown-value: `courtesy` is `odd`') }
    expect(found(files).map(each => each.replace(/:\d+/, ''))).toEqual([
      'note.yaml error fixture/unforeseen',
      'note.yaml error fixture/missed'
    ])
  })

  test('a good note may foresee a warning, and is still compared', () => {
    const note = changed(STARTER['note.yaml'], 'courtesy: reduced', '# warning: NV049: x\ncourtesy: reduced')
    expect(found({ ...FIXTURE, 'note.yaml': note }).map(each => each.replace(/:\d+/, ''))).toEqual([
      'expected/note.txt error golden/missing',
      'expected/note.tree.yaml error golden/missing',
      'note.yaml error fixture/missed'
    ])
  })
})

describe('hostile input ends soon, located', () => {
  test.each([
    ['a partial named outside of the templates', '{{> ../../etc/passwd}}\n'],
    ['a partial named by a path', '{{> "../../etc/passwd"}}\n'],
    ['a partial named __proto__', '{{> __proto__}}\n'],
    ['a partial named constructor', '{{> constructor}}\n'],
    ['a field named __proto__', '{{__proto__}}\n'],
    ['a field named constructor', '{{constructor.name}}\n'],
    ['a helper named constructor', '{{constructor date}}\n'],
    ['10,000 blocks in each other', `${'{{#if date}}'.repeat(10_000)}x${'{{/if}}'.repeat(10_000)}\n`],
    ['5 MB of text', `${'word '.repeat(1_000_000)}\n`.concat('{{dat}}\n')],
    ['9 MB of text', 'word '.repeat(1_800_000)]
  ])('%s', (_, text) => {
    const { findings } = checkFiles({ 'templates/en/hostile.hbs': text })
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.length).toBeLessThan(20)
    for (const each of findings) {
      expect(each.severity).toBe('error')
      expect(each.span?.source.name).toBe('templates/en/hostile.hbs')
      expect(CODES.has(each.rule)).toBe(true)
    }
  })

  test('a partial that includes itself is stopped where a note runs it', () => {
    const files = {
      ...STARTER,
      'templates/en/partials/letterhead.hbs': '::: letterhead\n{{> around}}\n:::\n',
      'templates/en/partials/around.hbs': 'a {{> around}}\n'
    }
    const rules = checkFiles(files).findings.map(each => each.rule)
    expect(rules).toContain('template/budget')
  })
})
