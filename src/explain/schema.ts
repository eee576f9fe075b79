/** The shape of an explanation, as a zod schema: each statement of a note with what stands behind it, as `explain` gives it. */
import * as z from 'zod'
import { FORMAT_VERSION } from '../records/fields.ts'
import { FORMS } from '../records/forms.ts'

/** Made when it is asked for: no note is made with it, and a schema takes a fiftieth of the time of one. */
const place = () =>
  z
    .strictObject({ file: z.string(), line: z.number().int(), column: z.number().int() })
    .describe('A place in a file, both numbers from 1, the column in UTF-16 code units.')
const key = () =>
  z.string().describe('The file and the pointer in it: `register#/incidents/kyiv-2025-11-14/occurred/date`.')
const dossierPlace = () => z.string().describe('A place of the dossier: `/recall/groups/0`.')

const span = () =>
  z.strictObject({
    type: z
      .enum(['template', 'value', 'name', 'joint', 'blank'])
      .describe(
        '`template`: words of a template or formula. `value`: from records. `name`: a name from records. `joint`: what stands between the items of a list. `blank`: room to write by hand.'
      ),
    text: z.string(),
    printed: place().describe('The line of the template or formula that printed it.'),
    formula: z.string().nullable().describe('The set phrase that it stands in: a key of `formulas`.'),
    origins: z.array(key()).describe('The record values that it was made from: keys of `records`.'),
    collection: z
      .string()
      .nullable()
      .describe(
        'Where it was made from many record values (a number of incidents), instead of `origins`: a key of `collections`.'
      ),
    because: z.array(dossierPlace()).describe('Why words of a template stand here: keys of `decisions`, the nearest.'),
    unsourced: z.boolean().describe('Whether no source carries it.')
  })

const statement = () =>
  z.strictObject({
    number: z.number().int().describe('In reading order, from 1.'),
    names: z
      .array(z.string())
      .describe(
        'What it states, by names that stay when others come, go or change places, and are the same in every language: `occasion/kyiv-2025-11-14/consequences`. Several sentences can have one name, and a sentence several.'
      ),
    type: z
      .enum(['label', 'heading', 'line', 'sentence', 'cell', 'footnote'])
      .describe('`line`: of a letterhead, an address and the like. `label`: what marks the kind of paper.'),
    part: z.string().nullable().describe('The part of the note around it, as profiles name it; null in the body.'),
    block: z
      .strictObject({
        number: z.number().int().describe('Statements of one paragraph, heading, list item or table share it.'),
        level: z.number().int().describe('Of a heading its level, of a list item how deep it stands; 0 for the rest.'),
        label: z.string().nullable().describe('What marks a list item, on its first statement.'),
        row: z.number().int().nullable().describe('Of a cell, from 0, which is the row of headings.'),
        column: z.number().int().nullable()
      })
      .describe('Where it stands among the others.'),
    from: z
      .strictObject({ page: z.number().int(), line: z.number().int().nullable() })
      .describe('Where it begins. Lines are counted from the top of the page; those of labels are not.'),
    to: z.strictObject({ page: z.number().int(), line: z.number().int().nullable() }).describe('Where it ends.'),
    turns: z
      .array(z.strictObject({ page: z.number().int(), at: z.number().int() }))
      .describe('Pages that begin inside it, each with the offset of its first character.'),
    text: z.string(),
    spans: z.array(span()).describe('Their texts together are that of the statement.'),
    concluded: z.array(dossierPlace()).describe('What about it was concluded by a rule: keys of `decisions`.'),
    unsourced: z.boolean().describe('Whether no source carries something that it says.')
  })

const record = () =>
  z.strictObject({
    file: z.enum(['register', 'note', 'profile', 'law']),
    kind: z.string().describe('The kind of record: incident, communication, party, facility, request …'),
    id: z.string().nullable().describe('Its id, where it has one.'),
    pointer: z.string().describe('Of the value in its file.'),
    place: place().nullable().describe('Where the value stands; null for what a PDF carries.'),
    basis: z
      .enum(['fact', 'designation', 'choice', 'insertion', 'habit', 'law'])
      .describe(
        '`fact` needs a source. `designation`: how the house itself names and places something. `choice`: the drafter’s. `insertion`: the drafter’s own sentence. `habit`: of the house. `law`: what `law.yaml` holds.'
      ),
    recorded: z.string().nullable().describe('What the record says there, in short; null where nothing does.'),
    restricted: z.boolean().describe('Whether the value may not leave the house; it is then not shown.'),
    evidence: z.array(
      z.strictObject({
        source: z.string().describe('A key of `sources`.'),
        quote: z.strictObject({ lang: z.string(), text: z.string() }).nullable().describe('null for a paraphrase.'),
        note: z.string().nullable()
      })
    ),
    evidenceOf: z.string().nullable().describe('Whose evidence it is: the pointer of the nearest value that has some.'),
    issue: z.string().nullable().describe('The SHA-256 of the issue, of a note that is its own evidence.'),
    confirmed: z.string().nullable().describe('Of a habit or law: who or what attests it; null while nobody does.')
  })

const decision = () =>
  z.strictObject({
    rule: z.string().nullable().describe('The rule that concluded it, where one did: `NV035`.'),
    says: z.string().describe('By what, in a sentence.'),
    origins: z.array(key()).describe('From which record values: keys of `records`.')
  })

const source = () =>
  z.strictObject({
    publisher: z.string(),
    title: z.string().nullable(),
    date: z.string().nullable(),
    language: z.string(),
    url: z.string().nullable()
  })

export const explanationSchema = () =>
  z
    .strictObject({
      verbale: z.literal(FORMAT_VERSION),
      note: z.strictObject({
        file: z.string(),
        from: z
          .enum(['request', 'pdf'])
          .describe('Whether it was made from a request and its register, or from a PDF.'),
        copy: z
          .strictObject({
            file: z.string(),
            sha256: z.string(),
            entry: z
              .string()
              .nullable()
              .describe('The entry of the register that holds this very file; null where no register was asked.')
          })
          .nullable()
          .describe('The PDF that carries the records; null where it was made from a request.'),
        title: z.string(),
        language: z.string(),
        form: z.enum(FORMS),
        number: z.string().nullable(),
        date: z.string().nullable(),
        pages: z.number().int()
      }),
      insertions: z
        .array(
          z.strictObject({
            by: z.string(),
            after: z.string(),
            text: z.string(),
            source: z.string().nullable().describe('A key of `sources`; null where the drafter names none.'),
            record: key(),
            statements: z.array(z.number().int())
          })
        )
        .describe('The drafter’s own sentences.'),
      unsourced: z
        .array(z.strictObject({ statement: z.number().int(), text: z.string(), records: z.array(key()) }))
        .describe('What no source carries.'),
      overrides: z
        .array(
          z.strictObject({
            rule: z.string(),
            incident: z.string().nullable(),
            authority: z.string().nullable().describe('null in a PDF: who decided it stays in the register.'),
            reason: z.string().nullable(),
            place: place().nullable()
          })
        )
        .describe('Legal positions that were taken by decision.'),
      'set-aside': z
        .array(
          z.strictObject({
            rule: z.string(),
            match: z.string().nullable().describe('Words that its findings have; null where all are meant.'),
            reason: z.string(),
            by: z.string(),
            place: place().nullable()
          })
        )
        .describe('Findings of form that were set aside; none in a PDF, which does not say.'),
      excepted: z
        .array(
          z.strictObject({
            rule: z.string(),
            in: z.string().nullable().describe('In which files; null for anywhere.'),
            match: z.string().nullable().describe('Words that its findings have; null where all are meant.'),
            reason: z.string().nullable().describe('null for a rule that is off, for which the settings give none.'),
            until: z.string().nullable().describe('The last day; null for a rule that is off.'),
            by: z.string().nullable(),
            place: place().nullable()
          })
        )
        .describe(
          'What of `verbale.yaml` takes out a finding in the note today: rules that are off, and exceptions; none in a PDF.'
        ),
      grammar: z
        .array(z.strictObject({ table: z.string(), entry: z.string(), text: z.string() }))
        .optional()
        .describe('Entries of tables of grammar that the note prints and nobody confirms; never in a PDF.'),
      tally: z
        .strictObject({
          statements: z.number().int(),
          values: z.number().int().describe('Names included, joints and blanks not.'),
          unsourced: z.number().int(),
          unconfirmed: z.number().int().describe('Set phrases that nobody confirms.')
        })
        .describe('Of the whole note, whatever part of it was asked for.'),
      statements: z.array(statement()),
      decisions: z.record(z.string(), decision()),
      records: z.record(z.string(), record()),
      collections: z.record(z.string(), z.array(key())).describe('Many record values together.'),
      formulas: z.record(
        z.string(),
        z.strictObject({
          confirmed: z.string().nullable().describe('Who or what attests the wording; null while nobody does.'),
          place: place()
        })
      ),
      sources: z.record(z.string(), source())
    })
    .meta({ id: 'Explanation', title: 'verbale explanation' })

export type Explanation = z.infer<ReturnType<typeof explanationSchema>>
export type Statement = z.infer<ReturnType<typeof statement>>
export type StatementSpan = z.infer<ReturnType<typeof span>>
export type RecordEntry = z.infer<ReturnType<typeof record>>
export type Decision = z.infer<ReturnType<typeof decision>>
export type SourceEntry = z.infer<ReturnType<typeof source>>
export type FilePlace = z.infer<ReturnType<typeof place>>
