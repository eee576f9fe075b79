/** NV028: treaties and articles that a note names in; those that no legal basis of it carries out. */

import { openCase } from '../../dossier/decisions/case.ts'
import { takes } from '../../dossier/decisions/positions.ts'
import { isOfLaw } from '../facts.ts'
import { type Found, faultAt, find, isBody, isName, isQuoted } from '../find.ts'
import { type ProtestNote, placeOfTemplate } from '../note.ts'
import type { Fault, Rule } from './rule.ts'

export const NV028: Rule = {
  id: 'NV028',
  kind: 'protest',
  title: 'every article is one that covers what was struck, and comes from the law of the house',
  reason: 'no Vienna article covers an oil depot; a wrong article is answered before the facts are',
  severity: 'error',
  on: 'document',
  decides: { inPart: 'principles in words that name no treaty' },
  stages: ['NV028'],
  judges: 'law',
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
function isTaken({ records }: ProtestNote): boolean {
  return takes(openCase(records), 'NV028', '')
}

/** Whether the words come from the law that was chosen for the note. */
function isCarried({ paragraph, start, end }: Found): boolean {
  return paragraph.runs.some(run => run.start < end && run.end > start && isOfLaw(run.leaf))
}

/** One for each sentence. */
function firsts(all: readonly Found[]): Found[] {
  const sentence = ({ paragraph, start }: Found) =>
    paragraph.sentences.find(each => each.start <= start && start < each.end)
  return all.filter((each, index) => all.findIndex(other => sentence(other) === sentence(each)) === index)
}

/** Legal bases that the body does not say; and a note that characterises in general terms without a word of law. */
function dropped(note: ProtestNote): Fault[] {
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
