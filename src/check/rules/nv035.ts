/** NV035: what a note says of coordinates in; what happened despite them, where that is not certain, out. */
import { type Found, faultAt, find, findInSentence, isBody, sentenceOf } from '../find.ts'
import { incidentsOf, type Note, placeOfTemplate, runsOf } from '../note.ts'
import { idsOf } from '../tellings.ts'
import { FORMULAS, failing, insertingBadly, PROTEST, partial, passing } from './examples.ts'
import type { Fault, Rule } from './rule.ts'

export const NV035: Rule = {
  id: 'NV035',
  title: 'something happened despite the coordinates only if its premises were listed and it came after them',
  reason:
    '10 March 2022 was before April 2022, and a depot is no mission: the one false claim discredits all (practice 0, corrections)',
  severity: 'error',
  on: 'document',
  judges: 'facts',
  decides: { inPart: 'claims that do not speak of coordinates' },
  stages: ['NV035'],
  examples: {
    passes: [passing('two of three', 'mission-coordinates'), passing('none is certain', 'kyiv-embassy-2025')],
    fails: [
      failing(
        'all of them',
        'mission-coordinates',
        [FORMULAS, '@root.recall.incidents'],
        [
          FORMULAS,
          '{{capital (dates this.despite form="on")}}, premises',
          '{{capital (dates @root.recall.incidents form="on")}}, premises'
        ]
      ),
      failing(
        'all that is recalled',
        'mission-coordinates',
        [partial('submission'), 'in disregard'],
        [
          partial('submission'),
          '{{~#if (gt (length this.despite) 0)}}',
          '{{~#if (gt (length this.despite) 0)}} The earlier incidents occurred in disregard of these coordinates.'
        ]
      ),
      failing(
        'the submission is lost',
        'mission-coordinates',
        [PROTEST, '{{!'],
        [partial('prior-notification'), '{{> submission submission}}', '']
      ),
      failing(
        'the assurance is lost',
        'mission-coordinates',
        [PROTEST, '{{!'],
        [partial('submission'), '{{~#if this.assurance}}', '{{~#if (eq this.scope "nothing")}}']
      ),
      failing(
        'where the list is not public',
        'kyiv-embassy-2025',
        [partial('protest-act'), 'despite'],
        [partial('protest-act'), '{{~#if condemn}}', ' despite the coordinates that it had been given{{#if condemn}}']
      ),
      insertingBadly('The missiles struck although the coordinates were known.'),
      failing(
        'an occasion before',
        'mission-coordinates',
        ['note.yaml', 'submission:'],
        ['note.yaml', 'occasion: [morvelle-2026-10-02]', 'occasion: [morvelle-2026-04]']
      )
    ]
  },
  check: note => [...claims(note), ...dropped(note)]
}

function claims(note: Note): Fault[] {
  return firsts(find(note, note.words.allTheSame, isBody)).flatMap(each => {
    const sentence = sentenceOf(each)
    const [coordinates] = sentence ? findInSentence(sentence, note.words.coordinates) : []
    if (!coordinates || isCertain(note, each)) return []
    const message = `\`${each.text}\` the coordinates is said of an incident of which that is not certain`
    return [faultAt(note, each, message, ['the formula `submission/despite` says it of those of which it is'])]
  })
}

/** The submission, and the assurance with it, to which the request appeals and which the body does not tell. */
function dropped(note: Note): Fault[] {
  const id = note.records.request.submission
  if (id === null) return []
  const leaves = note.paragraphs.filter(isBody).flatMap(each => each.runs.map(run => run.leaf))
  const says = (key: string) =>
    leaves.some(leaf => leaf.origins.some(each => each.pointer.startsWith(`/communications/${id}/${key}`)))
  const at = placeOfTemplate(note)
  const message = `the request appeals to \`${id}\`, and the note does not tell`
  if (!says('scope')) return [{ message: `${message} it`, at }]
  return note.dossier.submission?.assurance && !says('assurance')
    ? [{ message: `${message} the assurance with it`, at }]
    : []
}

/** Whether all that the sentence is about is covered; a sentence without an incident is about the occasion. */
function isCertain(note: Note, found: Found): boolean {
  const sentence = sentenceOf(found)
  const ids = sentence ? runsOf(sentence).flatMap(run => idsOf(run.leaf)) : []
  const own = sentence && note.words.earlier.test(sentence.text) ? incidentsOf(note) : note.dossier.occasion
  const about = ids.length > 0 ? incidentsOf(note).filter(each => ids.includes(each.id)) : own
  return about.every(each => each.coverage === 'despite')
}

function firsts(all: readonly Found[]): Found[] {
  return all.filter((each, index) => all.findIndex(other => sentenceOf(other) === sentenceOf(each)) === index)
}
