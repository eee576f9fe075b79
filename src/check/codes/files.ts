/** Codes of files, fixtures, archives and surroundings in; what each means and how it is mended out: plain data. */
import type { CodeTable } from './table.ts'

export const FILE_CODES: CodeTable = {
  'archive/altered': [
    'A file is not what its records and templates make.',
    'Compare it with the registered file; do not use it.'
  ],
  'archive/cannot-tell': [
    'Something that is needed to judge a file is missing here.',
    'Name its file copy with `--with`, or its register.'
  ],
  'archive/contradicted': [
    'An entry has the digest of a file, and says otherwise than the file of its number, date, addressee or the like.',
    'Find out which of the two was changed, and correct the entry.'
  ],
  'archive/no-answer': [
    'A file took more memory or time than one may, or could not be read.',
    'Verify it alone, with a longer `--timeout`.'
  ],
  'archive/none': [
    'A file carries no records, so that nothing can be made from it.',
    'Name the file copy that belongs to it.'
  ],
  'archive/not-registered': [
    'The register holds another file, or none, for this note.',
    'Find the registered file, or record this one.'
  ],
  'archive/other-copy': [
    'The file copy of an issue is not the one that the register holds, and what only a copy says may be forged.',
    'Do not use it; find the registered copy.'
  ],
  'archive/unreadable': ['A file is no whole PDF of this tool.', 'Take another copy of it.'],
  'check/coverage': [
    'Fixtures reach fewer branches of the templates than are asked for.',
    'Add what the gaps name to a fixture: `verbale check --coverage`.'
  ],
  'check/unknown-kind': [
    'A file that was named is none that can be checked.',
    'Name a note, a register, or a file below `templates/`.'
  ],
  'check/warnings': [
    'There are more warnings than are let pass.',
    'Mend some, or let more pass with `--max-warnings`.'
  ],
  'emblem/no-file': ['There is no file of the emblem.', 'Put it there, or say `emblem: null`.'],
  'emblem/unusable': ['The file of the emblem cannot be printed.', 'Do as the hint says.'],
  'fixture/missed': [
    'An annotation says that something must be found, and it was not.',
    'Put it before the line concerned, correct its words, or take it out.'
  ],
  'fixture/no-note': [
    'A folder has goldens or a `fixture.yaml` and no note.',
    'Put `note.yaml` beside them, or remove the folder.'
  ],
  'fixture/unforeseen': [
    'Something was found in a bad fixture that no annotation foresees.',
    'Mend it, or write the annotation that the hint shows.'
  ],
  'form/unmade': ['A note states a form that cannot be made.', 'State one of those that the hint names.'],
  'golden/different': [
    'A note is no longer what its golden says.',
    'Read the difference; `verbale check --update` accepts it.'
  ],
  'golden/lost': [
    'A note that is refused also lacks what its golden says.',
    'Look at the template lines that the hint names: what they printed is gone.'
  ],
  'golden/missing': [
    'A fixture has no golden in a format that it compares.',
    'Read the note; `verbale check --update` writes it.'
  ],
  'golden/unreadable': [
    'In the place of a golden stands something that is no readable file.',
    'Remove what stands there.'
  ],
  'golden/unused': [
    'A golden is compared with nothing.',
    'Remove it, or name its format in `compare` of `fixture.yaml`.'
  ],
  'issue/bare-copy': [
    'A copy for the house carries what it was made from, or it is none.',
    'Leave out `--sources none`.'
  ],
  'issue/copy-of': [
    'A regenerated copy names the file that it is a copy of.',
    'Make it with `verbale regenerate FILE --form regenerated-copy`.'
  ],
  'issue/embedded': [
    'An issue goes to the other side, and must not carry the records of the house.',
    'Take its file copy, or ask for `--internal`.'
  ],
  'issue/exists': [
    'A file stands where an issue would be written, and an issue is never written over another file.',
    'Move that file away, or name another.'
  ],
  'issue/registered': ['The register holds another note under this number.', 'Give the new note a number of its own.'],
  'register/gap': [
    'A number of a series is missing in the register.',
    'Record the note, or the number as given up under `cancelled`.'
  ],
  'register/repeated-number': ['Two notes of one series and year bear one number.', 'Correct the one that is wrong.'],
  'settings/exception-ends': ['An exception ends soon.', 'Mend what it excepts, or decide on a later day.'],
  'settings/not-excepted': [
    'A fact, or a question of law, is excepted or made lighter, which no workspace can.',
    'Mend the record; a position of law is taken in the request, by `override`.'
  ],
  'settings/unknown-rule': ['There is no rule of this code.', 'Correct it, or take it out.'],
  'settings/unused-exception': ['Nothing needs an exception.', 'Take it out.'],
  surroundings: [
    'Something outside the records stands in the way: an option, a file, a folder.',
    'Do as the message says.'
  ],
  'world/outside': [
    'A name leads out of the workspace.',
    'Name files from the folder of `verbale.yaml`, with `/` and without `..`.'
  ]
}
