/** The text of a template that cannot be parsed in; what is wrong with its tags and blocks, in an author's words, out. */
import { type Tag, tagsOf } from './tags.ts'

/** What is wrong at a place of the text, and how to mend it. */
export interface Flaw {
  readonly at: number
  readonly length: number
  readonly message: string
  readonly hint: string
}

type Token = Tag['tokens'][number]

/** The flaws of tags; where there are none, those of the blocks that they open and close. */
export function flawsOf(text: string): Flaw[] {
  const tags = tagsOf(text)
  const flaws = tags.flatMap(tag => flawsOfTag(tag, text).slice(0, 1))
  return flaws.length > 0 ? flaws : flawsOfBlocks(tags, text)
}

const PATHS = 'a path is written `field`, `field.part`, `../field` or `@root.field`'
const NAMED = 'put values without a name first, then those with one: `helper value name=value`'

/** What is wrong with one tag: the first is the cause of what comes after it. */
function flawsOfTag(tag: Tag, text: string): Flaw[] {
  return [
    ...flawsOfQuotes(tag),
    ...flawsOfEnds(tag, text),
    ...flawsOfBrackets(tag),
    ...flawsOfSigns(tag),
    ...flawsOfWords(tag, text),
    ...flawsOfNames(tag)
  ]
}

const at = ({ at, text: { length } }: Token, message: string, hint: string): Flaw => ({ at, length, message, hint })

/** A text in quotation marks that runs into what follows its tag has lost one of the two. */
function flawsOfQuotes({ tokens }: Tag): Flaw[] {
  const open = tokens.find(({ type, text }) => type === 'text' && (!isQuoted(text) || /\}\}|\{\{|\n/.test(text)))
  const hint = 'write a text in a tag on one line, between two quotation marks of the same kind'
  return open ? [{ at: open.at, length: 1, message: 'a quotation mark has no matching one', hint }] : []
}

function isQuoted(text: string): boolean {
  return text.length > 1 && text.endsWith(text.charAt(0))
}

function flawsOfEnds({ start, end, opener, tokens, closed }: Tag, text: string): Flaw[] {
  const whole = (message: string, hint: string): Flaw[] => [
    { at: start, length: Math.max(2, text.slice(start, end).trimEnd().length), message, hint }
  ]
  const comment = opener === '{{!'
  if (closed === null && comment) return whole('the comment is not closed', 'end it as it began: `}}`, or `--}}`')
  if (opener === '{{{{') return whole('four braces open a raw block, which is not used here', 'write two')
  if (closed === null) {
    const [last] = tokens.slice(-1)
    const shown = last ? text.slice(start, last.at + last.text.length).split('\n')[0] : opener
    return whole(`the tag \`${shown}\` is not closed`, 'end it with `}}`')
  }
  if ((opener === '{{{') !== (closed === '}}}'))
    return whole('opening and closing braces do not match', 'write two at each end')
  if (tokens.length === 0 && opener !== '{{^')
    return whole('the tag is empty', 'write what it is to print, or take it out')
  return []
}

function flawsOfBrackets({ tokens }: Tag): Flaw[] {
  const open: Token[] = []
  for (const token of tokens.filter(each => each.type === 'sign')) {
    if (token.text === '(') open.push(token)
    else if (token.text === ')' && open.pop() === undefined)
      return [at(token, 'a bracket is closed here, and none is open', 'take it out, or open it: `(helper value)`')]
  }
  const [first] = open.slice(-1)
  return first ? [at(first, 'a bracket is opened here and not closed in this tag', 'close it with `)`')] : []
}

/** Signs other than brackets, the `=` of a named value and the bars of `as |item|`. */
function flawsOfSigns({ tokens }: Tag): Flaw[] {
  const strange = tokens.find(({ type, text }) => type === 'sign' && !'()=|'.includes(text))
  if (strange)
    return [at(strange, `\`${strange.text}\` cannot stand in a tag`, 'take it out; use only spaces between values')]
  const bars = tokens.filter(({ type, text }) => type === 'sign' && text === '|')
  const [first, second, ...more] = bars
  if (!first) return []
  const before = tokens[tokens.indexOf(first) - 1]
  const named = second ? tokens.slice(tokens.indexOf(first) + 1, tokens.indexOf(second)) : []
  const isRight =
    before?.text === 'as' &&
    endOf(before) < first.at &&
    named.length > 0 &&
    named.every(isName) &&
    more.length === 0 &&
    tokens.at(-1) === second
  const hint = 'write them last in the tag that opens the block: `{{#each list as |item|}}`'
  return isRight ? [] : [at(first, 'the names of a block are not written correctly', hint)]
}

function endOf({ at: start, text }: Token): number {
  return start + text.length
}

function isName({ type, text }: Token): boolean {
  return type === 'word' && /^[^@./]+$/.test(text)
}

/** What a path may look like: `a.b`, `../a`, `this.a`, `@root.a`, `@../index`, `.`, `a.[0].b`, and numbers. */
const PATH =
  /^(?:@?(?:\.\.\/)*(?:this[./])?(?:[^@./[\]]+|\[[^\]]*\])(?:[./](?:[^@./[\]]+|\[[^\]]*\]))*|(?:\.\.\/)*\.\.|\.|-?\d+(?:\.\d+)?|\.\/.+)$/

function flawsOfWords({ opener, tokens, start }: Tag, text: string): Flaw[] {
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    if (token.type === 'word' && !PATH.test(token.text)) return [at(token, `\`${token.text}\` is not a path`, PATHS)]
    if (before && token.type !== 'sign' && before.type !== 'sign' && endOf(before) === token.at)
      return [at(token, `a space or \`=\` is missing between \`${before.text}\` and \`${token.text}\``, NAMED)]
    if (token.text === '(' && after?.type !== 'word')
      return [at(token, 'a bracket begins with the name of a helper', 'write `(helper value)`')]
    if (token.text !== '=' || token.type !== 'sign') continue
    const isGiven = after !== undefined && (after.type !== 'sign' || after.text === '(')
    if (!before || !isName(before) || !isGiven || index === 1 || tokens[index - 2]?.text === '(')
      return [at(token, '`=` stands between a name and a value', NAMED)]
  }
  const [first, second] = tokens
  if (opener === '{{/' && second)
    return [at(second, 'the tag that ends a block has only the name of the block', `write \`{{/${first?.text}}}\``)]
  if (first && first.type !== 'word' && !(opener === '{{>' && first.text === '('))
    return [at(first, `a tag begins with a name, not with \`${first.text}\``, hintForStart(text, start))]
  return []
}

function hintForStart(text: string, start: number): string {
  return text.startsWith('{{>', start)
    ? 'write `{{> partial}}` or `{{> (formula "group" key)}}`'
    : 'write the path or the helper first; what is only text needs no braces'
}

/** Values with a name come after those without one, in each bracket. */
function flawsOfNames({ tokens }: Tag): Flaw[] {
  const named = [false]
  for (const [index, token] of tokens.entries()) {
    const isNamed = tokens[index + 1]?.text === '=' && tokens[index + 1]?.type === 'sign'
    const isGiven = tokens[index - 1]?.text === '=' && tokens[index - 1]?.type === 'sign'
    const isNaming = token.text === 'as' || token.text === '='
    if (token.type === 'sign' && token.text === '|') break
    const isValue = token.type !== 'sign' || token.text === '('
    if (isValue && !isNamed && !isGiven && !isNaming && named.at(-1))
      return [at(token, `\`${token.text}\` comes after a named value`, NAMED)]
    if (isNamed) named[named.length - 1] = true
    if (token.text === '(' && token.type === 'sign') named.push(false)
    if (token.text === ')' && token.type === 'sign') named.pop()
  }
  return []
}

/** A block that is open, and whether its `{{else}}` has come. */
interface OpenBlock {
  readonly tag: Tag
  readonly name: string
  hasElse: boolean
}

function flawsOfBlocks(tags: readonly Tag[], text: string): Flaw[] {
  const flaws: Flaw[] = []
  const open: OpenBlock[] = []
  const said = ({ start, end }: Tag): string => text.slice(start, end)
  const add = (tag: Tag, message: string, hint: string): void => {
    flaws.push({ at: tag.start, length: tag.end - tag.start, message, hint })
  }
  const notClosed = ({ tag, name }: OpenBlock): void =>
    add(tag, `the block \`${said(tag)}\` is not closed`, `end it with \`{{/${name}}}\``)
  for (const tag of tags) {
    const name = tag.tokens[0]?.text ?? ''
    const top = open.at(-1)
    if (isElse(tag)) {
      if (!top) add(tag, `\`${said(tag)}\` is outside a block`, 'open the block before it: `{{#if …}}`')
      else if (top.hasElse)
        add(tag, `\`${said(tag)}\` comes after the \`{{else}}\` of \`${said(top.tag)}\``, 'take one of them out')
      if (top && tag.tokens.length <= 1) top.hasElse = true
    } else if (/^\{\{[#^]/.test(tag.opener)) open.push({ tag, name, hasElse: false })
    else if (tag.opener !== '{{/') continue
    else if (top?.name === name) open.pop()
    else if (open.some(each => each.name === name))
      while (open.length > 0 && open.at(-1)?.name !== name) {
        const inner = open.pop()
        if (inner) notClosed(inner)
        if (open.at(-1)?.name === name && open.pop()) break
      }
    else if (top) {
      const message = `\`${said(tag)}\` ends the block \`${said(top.tag)}\` by another name`
      add(tag, message, `end it with \`{{/${top.name}}}\``)
      open.pop()
    } else
      add(tag, `\`${said(tag)}\` ends a block that is not open`, `take it out, or open the block: \`{{#${name} …}}\``)
  }
  for (const each of open) notClosed(each)
  return flaws
}

function isElse({ opener, tokens }: Tag): boolean {
  return (opener === '{{' && tokens[0]?.text === 'else') || (opener === '{{^' && tokens.length === 0)
}
