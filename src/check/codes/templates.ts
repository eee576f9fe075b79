/** Codes of templates, markup, layout and PDF in; what each means and how it is mended out: plain data. */
import type { CodeTable } from './table.ts'

export const TEMPLATE_CODES: CodeTable = {
  'document/no-body': [
    'A note has no text outside its marked parts.',
    'Write the body outside of containers, or in `opening`.'
  ],
  'document/repeated-part': ['A part of the note stands twice.', 'Join the two.'],
  'document/unplaced-emblem': [
    'The emblem stands in the letterhead, and the house has none.',
    'Add `letterhead` to `parts` of the profile, or say `emblem: null`.'
  ],
  'document/unplaced-part': [
    'The profile has no place or no room for a part.',
    'Add it to `parts` of the profile, or leave it out.'
  ],
  'layout/emblem-too-late': ['The emblem would stand on a later page than the first.', 'Shorten what stands above it.'],
  'layout/emblem-too-wide': ['The emblem is wider than the text.', 'Make it less high in the profile.'],
  'layout/footnotes-too-tall': ['Footnotes take more than a page leaves them.', 'Shorten them.'],
  'layout/missing-glyph': [
    'The face has no glyph for a character.',
    'Write it otherwise, or choose a face that has it.'
  ],
  'layout/page-number': [
    'A page number does not fit between the margins.',
    'Shorten what stands around it in the profile.'
  ],
  'layout/row-too-tall': ['A row of a table is taller than a page.', 'Shorten the value that the message names.'],
  'layout/setting': ['Settings of a profile do not go together.', 'Change the one that the message names.'],
  'layout/table-too-wide': [
    'A table does not fit between the margins.',
    'Give it fewer columns, or the page narrower margins.'
  ],
  'layout/too-many-pages': ['A note has more pages than any that is made.', 'Shorten it.'],
  'layout/too-narrow': ['Lines would be too short to be read.', 'Indent less, or narrow the margins.'],
  'layout/too-tall': [
    'What must stand together is taller than a page.',
    'Shorten the value, or change the setting that the message names.'
  ],
  'markup/blank': [
    'A paragraph, item or cell holds nothing but empty values.',
    'Put the whole of it inside the `{{#if}}`.'
  ],
  'markup/blank-line': [
    'A line came out blank and would part a paragraph.',
    'Put the `{{#if}}` at the end of the line before.'
  ],
  'markup/character': ['Template text holds a character that cannot be seen or printed.', 'Remove it.'],
  'markup/container': [
    'A container is unknown, not closed, in another, or may hold no text.',
    'Correct its name, or close it with `:::`.'
  ],
  'markup/heading': ['A heading is too deep, without a space, or in a list.', 'Write `#`, `##` or `###` and a space.'],
  'markup/list': [
    'Something looks like a list and is none, or the reverse.',
    'Leave a blank line before it, and indent what belongs to an item.'
  ],
  'markup/list-number': [
    'A number at the start of a paragraph makes it a list, or items are not numbered as they are counted.',
    'Write `14\\.`, or `1.` before each item.'
  ],
  'markup/literal': ['A sign of markup does nothing here and would be printed.', 'Close it, or write `\\` before it.'],
  'markup/spacing': [
    'A merge left two spaces, a space before a stop, two stops or empty brackets.',
    'Move the space or the mark inside the `{{#if}}`.'
  ],
  'markup/table': [
    'A row has another number of cells than the header, or a table stands in a list.',
    'Write `\\` before a bar that is to be printed.'
  ],
  'pdf/alternate': ['A figure has no text for those who do not see it.', 'State the `alternate` text of the emblem.'],
  'pdf/attachment': ['The level of PDF/A may not carry files.', 'Ask for `--conformance 3a`.'],
  'pdf/attachment-name': [
    'A file that is carried along has a name that it cannot have.',
    'Use letters, digits, `.`, `-` and `_`.'
  ],
  'pdf/attachment-twice': ['Two files that are carried along have one name.', 'Rename one.'],
  'pdf/conformance': ['What is claimed does not go with what is carried.', 'Ask for `--conformance 3a`.'],
  'pdf/date': ['The date of a note is none that a PDF can state.', 'Write a year, a month or a day.'],
  'pdf/figure': ['A figure and its element do not go together.', 'Report it: no template can cause it.'],
  'pdf/issued-at': ['`issued-at` is no date with time and offset.', 'Write it as `2025-11-14T09:30:00+04:00`.'],
  'pdf/language': ['A text is in a language whose tag names none.', 'Write a tag such as `az` or `zh-Hans`.'],
  'pdf/missing-glyph': ['A letter has no glyph in the face that would be embedded.', 'Write it otherwise.'],
  'pdf/nesting': ['An element of the structure stands where it may not.', 'Report it: no template can cause it.'],
  'pdf/owner': ['Something drawn belongs to no element of the structure.', 'Report it: no template can cause it.'],
  'pdf/root': ['The structure has not one root.', 'Report it: no template can cause it.'],
  'pdf/scope': ['A header cell heads neither a column nor a row.', 'Report it: no template can cause it.'],
  'pdf/title': ['A note has no title, which readers are told in place of a file name.', 'Let `title.hbs` print one.'],
  'pdf/unreadable-text': ['A text holds characters that nobody could copy or hear read.', 'Take them out.'],
  'template/arguments': ['A helper has too few or too many arguments or options.', 'Call it as the hint shows.'],
  'template/blank': ['A blank has no length that can be printed.', 'Give it between 1 and its longest.'],
  'template/budget': [
    'A template does not come to an end, or makes more than any note needs.',
    'Look at loops and at partials that include themselves.'
  ],
  'template/capital': ['A name takes its capital from where it stands.', 'Leave out `capital`.'],
  'template/empty': [
    'A text or an item that would be printed is empty.',
    'Choose the items first, or guard the text with `{{#if}}`.'
  ],
  'template/encoding': ['A character of a template could not be read as UTF-8.', 'Save the file as UTF-8.'],
  'template/formulas': ['A file of formulas is not as it should be.', 'Write each as `{ text: …, confirmed: … }`.'],
  'template/language': ['Notes in this language cannot be written yet.', 'Choose one of those that the hint names.'],
  'template/missing-form': [
    'A name lacks a form that the template asks for.',
    'Add the form to the name in the register.'
  ],
  'template/no-origin': ['Nothing of the dossier is printed here.', 'Write it as text.'],
  'template/no-words': ['The language has no words for this value.', 'Correct the value, or print it in another way.'],
  'template/null': ['A value that is null would be printed or looked into.', 'Guard it with `{{#if}}`.'],
  'template/refused': ['Handlebars has this, and it would hide mistakes here.', 'Write it as the hint shows.'],
  'template/restricted': [
    'A public place of a template can reach a value that is restricted.',
    'Print it in the annex for it, or not at all.'
  ],
  'template/syntax': ['A template cannot be parsed.', 'Mend the tag that the message names.'],
  'template/too-deep': ['Blocks or brackets stand in each other too deep.', 'Move the inner ones into a partial.'],
  'template/too-large': ['A template is larger than any that is read.', 'Divide it into partials.'],
  'template/type': [
    'A helper or block is given a value of a type that it does not take.',
    'Give it what the hint shows.'
  ],
  'template/formula': ['`formula` only names a partial.', 'Write `{{> (formula "group" key)}}`.'],
  'template/name': [
    'A block parameter has a name that it cannot have.',
    'Use letters and digits, and start in lower case.'
  ],
  'template/unknown': ['There is no template of this name.', 'Correct it, or add `templates/LANGUAGE/NAME.hbs`.'],
  'template/unknown-field': [
    'The dossier has no such field here.',
    'Correct its name; `verbale schema dossier` lists them.'
  ],
  'template/unknown-formula': [
    'There is no formula of this group and key.',
    'Correct the name, or add it to the formulas.'
  ],
  'template/unknown-helper': ['There is no helper of this name.', 'Correct it; `templates/README.md` lists them.'],
  'template/path': ['A path leads out of its template.', 'Give the partial what it needs: `name=value`.'],
  'template/unknown-partial': ['There is no partial of this name.', 'Correct it, or add `partials/NAME.hbs`.'],
  'template/empty-branch': [
    'A branch of a block has nothing in it.',
    'Take the branch out, or ask for the contrary: `{{#unless …}}`.'
  ],
  'template/unused': ['Nothing asks for a partial or a formula.', 'Remove it, or ask for it.'],
  'template/unprintable': ['A value cannot be printed as it is.', 'Print it with the helper that the hint names.'],
  'template/unprinted': [
    'Something that the note must say is printed nowhere.',
    'Print it, or leave it out of the note.'
  ],
  'template/unprinted-insert': [
    'A sentence of the drafter is printed nowhere.',
    'Let the template print the inserts of this place.'
  ]
}
