/** The bytes of a PDF in; what a program from outside says of it out. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Programs of the packages poppler-utils and qpdf. */
type Tool = 'pdfdetach' | 'pdfimages' | 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdftoppm' | 'qpdf'

/** Runs a program on a PDF, which stands for `FILE` among its arguments, and gives its standard output as text. */
export function run(tool: Tool, pdf: Uint8Array, ...options: readonly string[]): string {
  return bytesFrom(tool, pdf, ...options).toString('utf8')
}

/** The same as bytes. */
export function bytesFrom(tool: Tool, pdf: Uint8Array, ...options: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'verbale-test-'))
  try {
    const file = join(folder, 'note.pdf')
    writeFileSync(file, pdf)
    return execFileSync(
      tool,
      options.map(option => (option === 'FILE' ? file : option)),
      { stdio: ['ignore', 'pipe', 'pipe'] }
    )
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw new Error(`${tool} is not installed: these tests need the packages poppler-utils and qpdf`, { cause })
    }
    throw cause
  } finally {
    rmSync(folder, { recursive: true })
  }
}
