/** The texts that were checked, each for one type of its context, in; their findings, each where it is to be mended, out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import { nameOf } from '../source.ts'
import { type FileFrame, type Reach, said } from './site.ts'

/**
 * A text that fails for what one caller gives it and not for what another does is not to blame: the include is. What else
 * does not hold for every type with which its text is reached says for which it does.
 */
export function findingsOf(frames: readonly FileFrame[]): readonly Diagnostic[] {
  const isSound = soundness()
  const siblings = (frame: FileFrame) => frames.filter(each => each.file === frame.file && each !== frame)
  return frames
    .filter(frame => frame.findings.length > 0)
    .flatMap(frame => {
      const culprit = frame.path.find(reach => siblings(reach.frame).some(isSound))
      return frame.findings.map(each =>
        culprit && blames(culprit, each) ? blaming(culprit, each) : placed(frame, siblings(frame), each)
      )
    })
}

/** Whether a text and all that it includes has nothing wrong. */
function soundness(): (frame: FileFrame) => boolean {
  const known = new Map<FileFrame, boolean>()
  const isSound = (frame: FileFrame): boolean => {
    const sound = known.get(frame)
    if (sound !== undefined) return sound
    // a text that includes itself is as sound as the rest of it
    known.set(frame, true)
    const found = frame.findings.length === 0 && [...frame.inner].every(isSound)
    known.set(frame, found)
    return found
  }
  return isSound
}

/** What is not there, or of another kind, or null as a whole, was given wrongly; other faults are the text's own. */
function blames({ maybeNull, given }: Reach, { rule }: Diagnostic): boolean {
  if (rule === 'template/null') return maybeNull && given !== null
  return rule === 'template/unknown-field' || rule === 'template/type'
}

/** One finding for each include that gives what it should not. */
function blaming({ at, given, frame }: Reach, finding: Diagnostic): Diagnostic {
  const [kind = 'partial', name = ''] = frame.file.title.startsWith('formula ')
    ? frame.file.title.split(' ')
    : ['partial', frame.file.title.replace(/^.*\/partials\/|\.hbs$/g, '')]
  const what = given ? `\`${said(given)}\`` : 'its context'
  if (finding.rule === 'template/null') {
    const message = `the ${kind} \`${name}\` takes no \`null\`, and ${what} may be \`null\` here`
    const hints = given ? [`guard it: \`{{#if ${said(given)}}}\``] : []
    return error({ rule: finding.rule, message, span: given ?? at, hints })
  }
  const inner = finding.span ? [`it fails in ${nameOf(finding.span)}`] : []
  const message = `the ${kind} \`${name}\` does not fit what it is given here: ${finding.message}`
  return error({ rule: finding.rule, message, span: at, hints: [...finding.hints, ...inner] })
}

function placed({ path }: FileFrame, others: readonly FileFrame[], finding: Diagnostic): Diagnostic {
  const isEverywhere = others.every(other => other.findings.some(one => isSame(one, finding)))
  const isTold = isEverywhere && finding.rule !== 'template/restricted'
  return isTold || path.length === 0 ? finding : { ...finding, hints: [...finding.hints, wayTo(path)] }
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.rule === b.rule && a.message === b.message && a.span?.start === b.span?.start
}

function wayTo(path: readonly Reach[]): string {
  return `reached by ${path.map(({ at }) => nameOf(at)).join(' → ')}`
}
