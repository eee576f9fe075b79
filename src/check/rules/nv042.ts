/** NV042: coordinates that a note prints in; those outside the annex that was asked for out. */
import { type Found, faultAt, find, isProse, isQuoted } from '../find.ts'
import type { Note, Paragraph } from '../note.ts'
import { failing, inserting, insertingBadly, partial, passing } from './examples.ts'
import type { Fault, Rule } from './rule.ts'

/** Degrees with minutes, or two numbers with three decimals and more. */
const POSITION =
  /\d{1,3}(?:[.,]\d+)?\s?°\s?(?:\d{1,2}(?:[.,]\d+)?\s?[′'](?:\s?\d{1,2}(?:[.,]\d+)?\s?[″"])?\s?[NSEW]?|[NSEW]\b)|(?<![\d.])-?\d{1,3}\.\d{3,}\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}/gu

export const NV042: Rule = {
  id: 'NV042',
  title: 'coordinates stand in their annex, and nowhere else',
  reason: 'a position that is printed is a target (practice 5.4)',
  severity: 'warning',
  on: 'document',
  judges: 'facts',
  decides: { inPart: 'positions in words' },
  stages: ['NV042'],
  examples: {
    passes: [passing('in the annex', 'mission-coordinates'), inserting('The store was kept at 12\u00A0°C.')],
    fails: [
      insertingBadly('The premises stand at 12.34560, 46.25000 in the capital.'),
      failing(
        'in the body',
        'mission-coordinates',
        [partial('prior-notification'), '{{coordinates'],
        [
          partial('prior-notification'),
          'are set out in Annex',
          'are {{#each @root.positions as |p|}}{{#if (eq @index 0)}}{{coordinates p}}{{/if}}{{/each}} and stand in Annex'
        ]
      ),
      failing(
        'in another annex',
        'mission-coordinates',
        [partial('where'), '12.34567'],
        [partial('where'), '{{name facility form="full"}}', '{{name facility form="full"}} (12.34567, 46.00000)'],
        ['register.yaml', 'date: 2026-04 }', 'date: 2026-04 } # one']
      ),
      failing(
        'not recorded',
        'mission-coordinates',
        ['register.yaml', 'type: consulate-general'],
        [
          'register.yaml',
          '    coordinates: { latitude: 12.90000, longitude: -46.25000, datum: WGS 84, decimals: 5 }\n',
          ''
        ]
      )
    ]
  },
  check: note => {
    const given = note.dossier.annexes.filter(each => each.type === 'coordinates').map(each => each.number)
    const isFree = ({ annex }: Paragraph) => annex === null || !given.includes(annex)
    const found = find(note, POSITION, each => isProse(each) && isFree(each)).filter(each => !isQuoted(each))
    const firsts = found.filter((each, index) => found.findIndex(one => one.run === each.run) === index)
    return firsts.map(each =>
      printed(note, each, `\`${each.text.trim()}\` is a position, outside of an annex of coordinates`, [
        '`annexes: [coordinates]` asks for one'
      ])
    )
  }
}

/** Where the template prints a recorded position, the template is at fault; else whoever wrote it. */
function printed(note: Note, found: Found, message: string, hints: readonly string[]): Fault {
  const { leaf } = found.run
  const isRecorded = leaf.origins.some(each => each.pointer.includes('/coordinates'))
  return isRecorded ? { message, at: { span: leaf.at, hints: [] }, hints } : faultAt(note, found, message, hints)
}
