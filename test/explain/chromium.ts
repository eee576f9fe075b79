/** A page on disk in; Chromium with it open, to be asked and typed at, out: its own protocol over two pipes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

export const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].find(
  name => spawnSync(name, ['--version']).status === 0
)

export interface Page {
  /** The value of an expression there, as plain data. */
  readonly ask: (expression: string) => Promise<unknown>
  readonly press: (key: string) => Promise<void>
  /** What went wrong in the page: exceptions, and what its policy refused. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
  readonly params?: unknown
}

/** What a key types, where it types something, and the number by which browsers know it. */
const KEYS: Readonly<Record<string, { readonly text?: string; readonly code: number }>> = {
  Tab: { code: 9 },
  Enter: { code: 13, text: '\r' },
  Escape: { code: 27 },
  ArrowLeft: { code: 37 },
  ArrowUp: { code: 38 },
  ArrowRight: { code: 39 },
  ArrowDown: { code: 40 },
  n: { code: 78, text: 'n' },
  p: { code: 80, text: 'p' }
}

export async function openPage(url: string, profile: string): Promise<Page> {
  const options = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`
  ]
  const browser = spawn(CHROMIUM ?? '', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const complaints: string[] = []
  const send = speaker(browser, ({ method = '', params }) => {
    if (/exceptionThrown|entryAdded/.test(method)) complaints.push(JSON.stringify(params))
  })
  const { targetId } = (await send('Target.createTarget', { url: 'about:blank' })) as { targetId: string }
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  const tell = (method: string, params: object = {}) => send(method, params, sessionId)
  const ask = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = (await tell('Runtime.evaluate', { expression, returnByValue: true })) as {
      result: { value?: unknown }
      exceptionDetails?: unknown
    }
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
    return result.value
  }
  for (const each of ['Page.enable', 'Runtime.enable', 'Log.enable']) await tell(each)
  await tell('Page.navigate', { url })
  while ((await ask(`document.readyState === 'complete' && location.href !== 'about:blank'`)) !== true);
  const press = async (key: string): Promise<void> => {
    const { text, code } = KEYS[key] ?? { code: 0 }
    const event = { key, code: key, windowsVirtualKeyCode: code, ...(text === undefined ? {} : { text }) }
    await tell('Input.dispatchKeyEvent', { type: text === undefined ? 'rawKeyDown' : 'keyDown', ...event })
    await tell('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }
  const close = async (): Promise<void> => {
    const gone = new Promise(resolve => browser.once('exit', resolve))
    await send('Browser.close', {})
    await gone
  }
  return { ask, press, complaints, close }
}

type Send = (method: string, params: object, session?: string) => Promise<unknown>

/** Messages are JSON, each with a zero byte behind it, on the fourth and fifth stream of the process. */
function speaker(browser: ChildProcess, heard: (event: Answer) => void): Send {
  const [, , , to, from] = browser.stdio as [null, null, null, Writable, Readable]
  const waiting = new Map<number, (result: unknown) => void>()
  let [id, left] = [0, '']
  from.setEncoding('utf8').on('data', (part: string) => {
    const messages = (left + part).split('\0')
    left = messages.pop() ?? ''
    for (const each of messages) {
      const answer: Answer = JSON.parse(each)
      if (answer.id === undefined) heard(answer)
      else waiting.get(answer.id)?.(answer.result ?? {})
    }
  })
  return (method, params, session) =>
    new Promise(resolve => {
      waiting.set(++id, resolve)
      to.write(`${JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })}\0`)
    })
}
