/** NV036: the communications that a note cites in; those that no register holds, and those that it drops, out. */
import { faultAt, find, isBody, isProse, isQuoted } from '../find.ts'
import { inRequest, type Note, placeOfTemplate } from '../note.ts'
import { failing, PROTEST, partial, passing } from './examples.ts'
import type { Fault, Rule } from './rule.ts'

export const NV036: Rule = {
  id: 'NV036',
  title: 'a note that is cited is one that the register holds, and no number is invented',
  reason: 'the other side looks the number up; where none is public, none is printed (practice 0.7)',
  severity: 'error',
  on: 'document',
  judges: 'facts',
  decides: 'yes',
  stages: ['NV036', 'resolve/correspondence'],
  examples: {
    passes: [
      passing('numbers of the register', 'embassy-storming'),
      passing('without numbers', 'kyiv-embassy-2025'),
      passing('in a drafter’s words', 'embassy-storming', [
        'register.yaml',
        'en: a demonstration announced for',
        'en: a demonstration of which note verbale No.\u00A04/2026 had warned, announced for'
      ])
    ],
    fails: [
      failing(
        'an invented number',
        'mission-coordinates',
        ['register.yaml', '77/2026'],
        [
          'register.yaml',
          'those coordinates had been passed to',
          'by note No.\u00A077/2026 those coordinates had been passed to'
        ]
      ),
      failing(
        'reports that are lost',
        'airspace-violation',
        [PROTEST, '{{!'],
        [PROTEST, '{{> prior-notification}}\n', '']
      ),
      failing(
        'a report that is lost',
        'airspace-violation',
        [PROTEST, '{{!'],
        [
          partial('reports'),
          '{{#list this.numbered as |note|}}{{cite note}}{{/list}}',
          '{{#list this.numbered as |note|}}a note verbale {{date note.date form="of"}}{{/list}}'
        ]
      ),
      failing(
        'a reference that is lost',
        'mission-coordinates',
        ['note.yaml', 'refers-to'],
        ['note.yaml', 'refers-to: [note-29-2026, list-of-positions]', 'refers-to: [note-29-2026]'],
        [
          partial('in-view-of'),
          '{{#if (gt (length refersTo) 0)}} and with reference to {{> cited-notes}}{{/if}}{{#if (ne courtesy "none")}},{{/if}}\n{{~else',
          '{{#if (ne courtesy "none")}},{{/if}}\n{{~else'
        ]
      ),
      failing(
        'a citation of what was not known yet',
        'embassy-storming',
        ['note.yaml', 'refers-to'],
        ['note.yaml', 'as-of: 2026-03-16', 'as-of: 2026-03-11'],
        ['register.yaml', 'date: 2026-03-12', 'date: 2026-03-12 # after']
      ),
      failing(
        'a prior incident that nobody reported',
        'airspace-violation',
        ['register.yaml', 'communications:'],
        ['register.yaml', 'incidents: [merrow-2026-06-21]\n', '\n']
      )
    ]
  },
  check: note => [...invented(note), ...lost(note), ...unreported(note)]
}

/** Numbers in words of templates, records and drafters that are those of no communication. */
function invented(note: Note): Fault[] {
  const known = Object.values(note.records.register.communications).flatMap(each => each.number ?? [])
  const own = note.records.request.number ?? ''
  return find(note, note.words.noteNumber, isProse)
    .filter(each => !isQuoted(each))
    .filter(({ text }) => ![...known, own].includes(text.replace(/^Nos?\.\s*/u, '').replace(/[.,]$/u, '')))
    .map(each => faultAt(note, each, `\`${each.text}\` is the number of no communication of the register`))
}

/** What the request refers to and the body does not cite. */
function lost(note: Note): Fault[] {
  const { 'refers-to': refers = [], 'in-reply-to': reply, supersedes } = note.records.request
  const asked = [
    ...refers.map((id, index) => ({ id, pointer: `/refers-to/${index}` })),
    ...(reply === undefined ? [] : [{ id: reply, pointer: '/in-reply-to' }]),
    ...(supersedes === undefined ? [] : [{ id: supersedes, pointer: '/supersedes' }])
  ]
  const leaves = note.paragraphs.filter(isBody).flatMap(each => each.runs.map(run => run.leaf))
  const opening = note.paragraphs
    .filter(each => each.part === 'opening')
    .flatMap(each => each.runs.map(run => run.leaf))
  const isCited = ({ id, pointer }: (typeof asked)[number]) =>
    (pointer.startsWith('/supersedes') ? leaves : opening).some(leaf =>
      leaf.origins.some(each => each.pointer.startsWith(`/communications/${id}`))
    )
  return asked
    .filter(each => !isCited(each))
    .map(each => ({
      message: `the request names \`${each.id}\`, and the note does not cite it`,
      at: inRequest(note, each.pointer)
    }))
}

/** Reports of prior incidents that the body does not mention: those with a number by it, the others at all. */
function unreported(note: Note): Fault[] {
  const { recall } = note.dossier
  if (!recall || recall.reported.length === 0) return []
  const body = note.paragraphs.filter(isBody)
  const isCited = (number: string | null) => number !== null && body.some(each => each.text.includes(number))
  const lostNotes = recall.numbered.filter(each => !isCited(each.number))
  const silent = find(note, note.words.reported, isBody).length === 0
  const at = placeOfTemplate(note)
  if (silent) return [{ message: 'prior incidents were reported, and the note does not say so', at }]
  return lostNotes.map(each => ({
    message: `\`${each.id}\` reported a prior incident, and the note does not cite it`,
    at
  }))
}
