/** Words that do not belong in a note, or must stand in it: person, greeting, honour, condemnation, territory, leftovers (NV001, NV002, NV010, NV013, NV032, NV033, NV043, NV045, NV046). */
import { faultAt, find, findInSentence, isName, isProse, isQuoted, sentenceOf } from '../find.ts'
import { incidentsOf, type Note, placeOfTemplate, type Sentence } from '../note.ts'
import { placeOfCall } from '../sources.ts'
import { ofProtest, type RuleCheck } from './rule.ts'

export const NV001: RuleCheck = note =>
  find(note, note.words.person)
    .filter(each => !isQuoted(each) && !isName(each.run.leaf))
    .map(each =>
      faultAt(note, each, `\`${each.text}\` is in the first or second person`, [
        'name the ministry or the mission, and say "it" or "its"'
      ])
    )

export const NV002: RuleCheck = note =>
  find(note, note.words.salutation)
    .filter(each => !isQuoted(each) && !isName(each.run.leaf))
    .map(each => faultAt(note, each, `\`${each.text}\` is a salutation`, ['a note verbale greets nobody: take it out']))

export const NV010: RuleCheck = note =>
  find(note, note.words.honour).flatMap(each => {
    const sentence = sentenceOf(each)
    const after = sentence && { ...sentence, start: each.end }
    const act = after && actIn(note, after)
    if (!act) return []
    const hints = ['say "states the following", or set `courtesy: reduced`']
    return [faultAt(note, each, `\`${each.text}\` governs \`${act}\``, hints)]
  })

/** The first act in a stretch that no courtesy goes with. */
function actIn({ words }: Note, sentence: Sentence): string | null {
  const [found] = [words.honouredAct, words.condemnation].flatMap(pattern => findInSentence(sentence, pattern))
  return found?.text ?? null
}

export const NV013 = ofProtest(note => {
  const found = find(note, note.words.condemnation, isProse).filter(each => !isQuoted(each) && !isName(each.run.leaf))
  if (note.dossier.condemn) {
    const message = 'the request condemns, but no sentence of the note does'
    const at = placeOfCall(note, 'protest') ?? placeOfTemplate(note)
    return found.length > 0 ? [] : [{ message, at, hints: ['`{{#if condemn}}` guards the formula `condemnation`'] }]
  }
  const hints = ['set `condemn: true`, or take the word out']
  return found.map(each => faultAt(note, each, `\`${each.text}\` condemns, but the request does not`, hints))
})

export const NV032: RuleCheck = note => {
  if (incidentsOf(note).some(each => each.territory !== null)) return []
  const names = namesOf(note)
  return find(note, note.words.territory)
    .filter(each => !isQuoted(each) && names.some(name => each.paragraph.text.slice(each.end).startsWith(name)))
    .map(each =>
      faultAt(note, each, `premises abroad are called \`${each.text.trim()}\` the sender`, [
        'say "grounds" or "premises"'
      ])
    )
}

/** The forms of the name of the sender's State. */
function namesOf({ dossier: { sender } }: Note): string[] {
  const { full, short } = sender.state?.name.forms ?? {}
  return [full, short].flatMap(each => (each === undefined ? [] : [each]))
}

export const NV033: RuleCheck = note =>
  find(note, note.words.responsibilityArticles).flatMap(each => {
    const sentence = sentenceOf(each)
    const [breach] = sentence ? findInSentence(sentence, note.words.breach) : []
    if (!breach) return []
    return [faultAt(note, each, `\`${each.text}\` are not a treaty and cannot be violated`, ['they "reflect" custom'])]
  })

export const NV043: RuleCheck = note =>
  note.words.variants.flatMap(spellings => {
    const found = spellings.map(pattern => find(note, pattern, isProse))
    const [first, ...others] = found.filter(each => each.length > 0)
    const [kept] = first ?? []
    return others.flatMap(([each]) =>
      each && kept ? [faultAt(note, each, `\`${each.text}\` and \`${kept.text}\` are spellings of one name`)] : []
    )
  })

export const NV045: RuleCheck = note =>
  note.words.breakable.flatMap(pattern =>
    find(note, pattern, isProse).map(each =>
      faultAt(note, each, `a line may break inside \`${each.text}\``, [
        'a no-break space (U+00A0) belongs between them'
      ])
    )
  )

/** Inside a value, where `markup/spacing` lets the record have its own wording. */
const SPACES = / {2,}|(?<!\.)\.\.(?!\.)|(?<=[\p{L}\d)])[ \u00A0][,;](?=[ \n]|$)/gu

const SPACED: Readonly<Record<string, string>> = {
  '..': 'there are two full stops in a row',
  ',': 'there is a space before a comma',
  ';': 'there is a space before a semicolon'
}

export const NV046: RuleCheck = note => {
  const everywhere = () => true
  return [
    ...find(note, note.words.leftovers, everywhere).map(each =>
      faultAt(note, each, `\`${each.text}\` is left over from the making of the note`)
    ),
    ...find(note, SPACES, everywhere).map(each =>
      faultAt(note, each, SPACED[each.text.trim()] ?? 'there are two spaces in a row')
    )
  ]
}
