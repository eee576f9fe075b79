/** NV028: treaties and articles that a note names in; those that no legal basis of it carries out. */
import { openCase } from '../../record/decisions/case.ts'
import { takes } from '../../record/decisions/positions.ts'
import { type Found, faultAt, find, isBody, isName, isQuoted } from '../find.ts'
import { type Note, placeOfTemplate } from '../note.ts'
import { FORMULAS, failing, inserting, insertingBadly, PROTEST, passing } from './examples.ts'
import type { Fault, Rule } from './rule.ts'

export const NV028: Rule = {
  id: 'NV028',
  title: 'every article is one that covers what was struck, and comes from the law of the house',
  reason: 'no Vienna article covers an oil depot; a wrong article is answered before the facts are (practice 0.4, 4.3)',
  severity: 'error',
  on: 'document',
  judges: 'law',
  decides: { inPart: 'principles in words that name no treaty' },
  stages: ['NV028'],
  examples: {
    passes: [passing('articles of the law', 'embassy-storming'), inserting('The matter is one of international law.')],
    fails: [
      failing(
        'an article in a formula',
        'airspace-violation',
        [FORMULAS, 'Article 22 of'],
        [FORMULAS, 'contrary to the norms and principles of international law', 'contrary to Article 22 of those norms']
      ),
      insertingBadly('The Vienna Convention of 1961 is recalled in this respect.'),
      failing(
        'law that is lost',
        'minimal',
        [PROTEST, '{{!'],
        ['note.yaml', 'legal: none', 'legal: general'],
        [PROTEST, '{{> legal}}\n', '']
      ),
      failing(
        'an article for a depot',
        'kyiv-embassy-2025',
        ['register.yaml', 'facilities: [socar-depot-odesa] # now'],
        ['note.yaml', 'legal: general', 'legal: reflected'],
        ['note.yaml', 'occasion: [kyiv-2025-11-14]', 'occasion: [odesa-2025-08-18]'],
        [
          'register.yaml',
          'occurred: { date: 2025-08-18, zone: Europe/Kyiv }\n    recorded: 2025-08-18\n    facilities: [socar-depot-odesa]',
          'occurred: { date: 2025-08-18, zone: Europe/Kyiv }\n    recorded: 2025-08-18\n    facilities: [socar-depot-odesa] # now'
        ],
        [
          'register.yaml',
          '    facilities: [socar-depot-odesa]\n    # Five',
          '    facilities: [socar-depot-odesa]\n    # Five '
        ],
        ['note.yaml', 'submission: coordinates-2022-04', 'submission: null']
      )
    ]
  },
  check: note => {
    const cited = [...find(note, note.words.article), ...find(note, note.words.treaty)]
    const faults = firsts(
      cited.filter(each => !isQuoted(each) && !isName(each.run.leaf) && !isCarried(each) && !isTaken(note))
    )
    return [
      ...faults.map(each =>
        faultAt(note, each, `\`${each.text}\` is cited, and no legal basis of the note carries it`, [
          'the request chooses with `legal`, and `law.yaml` says what each article covers'
        ])
      ),
      ...dropped(note)
    ]
  }
}

/** Whether the request takes a position on what law covers. */
function isTaken({ records }: Note): boolean {
  return takes(openCase(records), 'NV028', '')
}

/** Whether the words come from the law that was chosen for the note. */
function isCarried({ paragraph, start, end }: Found): boolean {
  return paragraph.runs.some(
    run => run.start < end && run.end > start && run.leaf.origins.some(each => each.file === 'law')
  )
}

/** One for each sentence. */
function firsts(all: readonly Found[]): Found[] {
  const sentence = ({ paragraph, start }: Found) =>
    paragraph.sentences.find(each => each.start <= start && start < each.end)
  return all.filter((each, index) => all.findIndex(other => sentence(other) === sentence(each)) === index)
}

/** Legal bases that the body does not say; and a note that characterises in general terms without a word of law. */
function dropped(note: Note): Fault[] {
  const { bases, characterisation } = note.dossier.legal
  const body = note.paragraphs.filter(isBody)
  const leaves = body.flatMap(each => each.runs.map(run => run.leaf))
  const lost = bases.filter(basis => !leaves.some(leaf => leaf.text === basis.says))
  const at = placeOfTemplate(note)
  if (characterisation === 'general' && !body.some(each => note.words.lawful.test(each.text))) {
    return [
      { message: 'the request characterises what happened, and the note says nothing of law', at, severity: 'warning' }
    ]
  }
  const name = (article: string | null) => (article === null ? 'custom' : `article ${article}`)
  return lost.map(each => ({
    message: `${name(each.article)} (\`${each.instrument}\`) is a legal basis that the note does not say`,
    at
  }))
}
