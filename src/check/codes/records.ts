/** Codes of registers, notes, profiles and decisions in; what each means and how it is mended out: plain data. */
import type { CodeTable } from './table.ts'

export const RECORD_CODES: CodeTable = {
  'record/alias': ['An alias leads to no anchor, or into itself.', 'Write the value out.'],
  'record/answered': [
    'A note is said to be unanswered, and a record replies to it.',
    'Take out `response: none`, or the `in-reply-to`.'
  ],
  'record/append': [
    'Nothing can be added to this section without changing what else stands there.',
    'Print the entry and put it there by hand.'
  ],
  'record/attribution': [
    'What may be said of the author does not go with what is held.',
    'Correct `to`, `strength` or `basis` of the attribution.'
  ],
  'record/casualties': [
    'A status of casualties does not go with the people that are listed.',
    'List them under `known`, or state another status.'
  ],
  'record/condemn': [
    'A note condemns what it otherwise only draws attention to.',
    'Raise its `strength`, or say `condemn: false`.'
  ],
  'record/contradiction': ['An entry says otherwise than what the register holds.', 'Correct the one that is wrong.'],
  'record/cycle': ['Records refer to each other in a circle.', 'Take one of the references out.'],
  'record/date-order': ['Something is dated before what must have come first.', 'Correct one of the two dates.'],
  'record/decimals': [
    'The digits of a position are not those that were given.',
    'State as many `decimals` as are written.'
  ],
  'record/duplicate': ['A value stands twice in a list.', 'Take one out.'],
  'record/duplicate-key': ['A key stands twice in one object.', 'Take one out.'],
  'record/duplicate-number': [
    'Two communications of one sender bear one number in one year.',
    'Correct the one that is wrong.'
  ],
  'record/empty': ['A file is empty.', 'Start it with `verbale: 1`.'],
  'record/encoding': ['A character could not be read as UTF-8.', 'Save the file as UTF-8.'],
  'record/event': [
    'An incident says what happened in its own words and by its means, or in neither way.',
    'State `event` or `means`.'
  ],
  'record/format-version': [
    'A file is of another version of the format.',
    'Use the program that reads it, or correct `verbale`.'
  ],
  'record/hidden-character': [
    'A text holds a character that is not seen and would change what is read.',
    'Take it out.'
  ],
  'record/language': [
    'A note is asked for in a language that it does not list.',
    'Add it to `languages`, or ask for another.'
  ],
  'record/means': ['A means has a field that could not be printed.', 'Take the field out, or give what it goes with.'],
  'record/measure': ['A measure says nothing, or what its unit cannot say.', 'Correct its value.'],
  'record/merge-key': ['Merge keys of YAML are not read.', 'Write the fields out.'],
  'record/missing-key': ['A key is missing that such a record must have.', 'Add it; the hint shows its form.'],
  'record/night': [
    'What is said to have been a night is no two days that follow each other.',
    'Write the date as an interval of two days.'
  ],
  'record/no-file': ['A file that is needed is not there.', 'Put it there, or correct its name.'],
  'record/no-value': [
    'A key has no value; often a comma ended a text that stands bare.',
    'Quote the text, or write `null`.'
  ],
  'record/not-a-mapping': ['A file does not hold fields.', 'Start it with `verbale: 1`.'],
  'record/not-issued': ['Only a note that was issued can be recorded.', 'Name the issue or its file copy.'],
  'record/number-sign': [
    'A number is written with the sign that the house prints before it.',
    'Leave the sign to the profile.'
  ],
  'record/occasion-recalled': [
    'The incident that a note protests is recalled in it as a prior one.',
    'Take it out of `recall`.'
  ],
  'record/other-request': [
    'The request of a note that is recorded is that of another, or it cannot be told which one it is.',
    'Name the one that the note was made from: `--request FILE`.'
  ],
  'record/real-or-invented': [
    'A party has an ISO code or is invented, one of the two.',
    'State `iso` or `invented: true`.'
  ],
  'record/reserved-key': ['A key has a name that is reserved.', 'Choose another.'],
  'record/scope': [
    'The list of a submission has a facility of a type that its scope does not name.',
    'Add the type, or take the facility out.'
  ],
  'record/sentence': [
    'A sentence of the drafter does not begin or end as sentences do.',
    'Begin it with a capital, and end it with a full stop.'
  ],
  'record/several-documents': ['A file holds more than one YAML document.', 'Keep each in a file of its own.'],
  'record/specimen': [
    'A note between States that exist and did not issue it says that it is a specimen, and bears no number.',
    'State `specimen`, and `number: null`.'
  ],
  'record/stated': [
    'A fact is believed as it stands, because nothing in this register decides it.',
    'Take `stated` out of a file that is kept by hand.'
  ],
  'record/syntax': [
    'A file is no YAML.',
    'Mend what the message names; a text with `: `, `#` or quotation marks is quoted.'
  ],
  'record/tag': ['Tags of YAML are not read.', 'Take the tag out.'],
  'record/taken-id': ['The register has a record of this id.', 'Choose another.'],
  'record/time': [
    'A time of day does not go with its date.',
    'Give the one day on which it was, or leave the time out.'
  ],
  'record/too-deep': ['Values stand in each other too deep.', 'Write the record as its schema shows it.'],
  'record/too-large': ['A file is larger than any that is read.', 'Divide it.'],
  'record/too-many-values': ['A file holds more values than any that is read, aliases counted in full.', 'Divide it.'],
  'record/treaties': [
    'What a party says of treaties does not go with the law file.',
    'Correct the id, or leave it to the law file.'
  ],
  'record/editions': [
    'What an entry says of its editions does not go together.',
    'Say each language and form once, the languages in `languages` too, and no `sha256` beside them.'
  ],
  'record/nothing-to-remove': [
    'The law of the house takes away an entry that the law of the package does not have.',
    'Correct its name, or remove the line.'
  ],
  'record/unknown-id': ['An id leads to no record.', 'Correct it, or add the record.'],
  'record/unknown-key': ['There is no key of this name here.', 'Correct it, or move it where the hint says.'],
  'record/unknown-profile': ['There is no profile of this name.', 'Correct it, or add `templates/profiles/NAME.yaml`.'],
  'record/unknown-kind': [
    'The request names a kind of note that cannot be written.',
    'Name one that can: `kind: protest`.'
  ],
  'record/unknown-value': ['A word is none of those that can stand here.', 'Choose one of those that the hint names.'],
  'record/unsaid': [
    'A copy does not say what its entry in the register needs.',
    'Issue the note again with what is missing.'
  ],
  'record/unused': ['No note uses a record.', 'Nothing, where the register is to hold more than its notes say.'],
  'record/wording': [
    'A text that stands inside a sentence begins or ends as it cannot there.',
    'Write it as the hint shows: without a capital article, and without a full stop.'
  ],
  'record/wrong-file': ['A register stands where a note is wanted, or the reverse.', 'Name the other file.'],
  'record/wrong-key': ['A key has a form that keys cannot have here.', 'Correct it as the message says.'],
  'record/wrong-kind': ['An id leads to a record of another kind than is wanted here.', 'Name one of the right kind.'],
  'record/wrong-type': ['A value is of another type than is wanted here.', 'Write it as the hint shows.'],
  'record/wrong-value': ['A value has a form that it cannot have here.', 'Write it as the message says.'],
  'record/yaml-version': ['A file asks for another version of YAML.', 'Take the line out.'],
  'resolve/as-of': [
    'Something that a note needs was recorded after the day up to which it knows.',
    'Correct `as-of`, or leave it out of the note.'
  ],
  'resolve/attribution': [
    'An incident cannot be held against the addressee.',
    'Correct its `attribution`, or leave it out.'
  ],
  'resolve/correspondence': [
    'A communication that is cited did not pass between the parties of this note.',
    'Cite another.'
  ],
  'resolve/courtesy': ['The house does not use this courtesy.', 'Choose one that its profile lists.'],
  'resolve/empty-annex': ['An annex would list nothing.', 'Leave it out.'],
  'resolve/left-out': ['A record was considered for the note and left out.', 'Nothing, where the reason is right.'],
  'resolve/missing-language': ['A text lacks the language of the note.', 'Add it; no other language takes its place.'],
  'resolve/override-of-fact': [
    'A fact is overridden, which no authority can.',
    'Correct the record, and take the `override` out.'
  ],
  'resolve/plural': [
    'A party of a note is plural, and its sentences have the parties in the singular.',
    'Name one body, and leave `number` out.'
  ],
  'resolve/same-name': [
    'Two that a note names are called by the same short name in it.',
    'Give one of them a short name that tells them apart.'
  ],
  'resolve/sender': [
    'The sender belongs to no State, and a protest speaks for one.',
    'Name a ministry or a mission whose `of` names its State.'
  ],
  'resolve/unknown-rule': ['An override is of a rule that there is not.', 'Correct its number, or take it out.'],
  'resolve/unused-exception': ['An exception from the recall excepts nothing.', 'Take it out.'],
  'resolve/unused-override': ['Nothing needs an override.', 'Take it out.']
}
