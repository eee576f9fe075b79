/** A document's blocks in; the same text set by Typst's Node binding out. Typst gets the text ready merged: it only typesets. */
import { createRequire } from 'node:module'

const template = `#let d = json(bytes(sys.inputs.record))
#set document(title: d.title, date: none)
#set page(paper: "a4", margin: (left: 30mm, right: 25mm, top: 25mm, bottom: 25mm), numbering: "– 1 –")
#set text(font: "Source Serif 4", size: 12pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true, leading: 0.62em, spacing: 0.95em, first-line-indent: (amount: 28pt, all: true))
#let runs(r) = r.map(x => if x.strong { strong(x.text) } else if x.emphasis { emph(x.text) } else { x.text }).join()
#let plain(b) = [#set par(first-line-indent: 0pt, justify: false); #runs(b.runs)]
#for b in d.blocks {
  if b.part == "annex" and b.first { pagebreak() }
  if b.type == "paragraph" and b.part == "" { par(runs(b.runs)) }
  else if b.type == "paragraph" and b.part in ("opening", "closing", "annex") { par(runs(b.runs)) }
  else if b.type == "paragraph" and b.part in ("letterhead", "title") { align(center, plain(b)) }
  else if b.type == "paragraph" { plain(b) }
  else if b.type == "heading" { align(center, strong(runs(b.runs))) }
  else if b.type == "list" { enum(numbering: "1.", ..b.items.map(runs)) }
  else { set text(10pt); set par(justify: false, first-line-indent: 0pt); table(columns: b.header.len(), stroke: 0.5pt, table.header(..b.header.map(c => strong(runs(c)))), ..b.rows.flatten().map(c => c)) }
}
`

/** Typst's binding, or `null` where it is not installed. */
function binding() {
  try {
    return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler')
  } catch {
    return null
  }
}

/** A function from a document's JSON to PDF bytes, or `null` where Typst's binding is not installed. */
export function typstRenderer(fontBlobs) {
  const library = binding()
  if (!library) return null
  const compiler = library.NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  return record => {
    const bytes = compiler.pdf(
      { mainFileContent: template, inputs: { record } },
      { creationTimestamp: 0, pdfTags: true }
    )
    compiler.evictCache(10)
    return bytes
  }
}

const runsOf = (inlines, mood = { strong: false, emphasis: false }) =>
  inlines.flatMap(each => {
    if (each.type === 'text') return [{ text: each.text, ...mood }]
    if (each.type === 'break') return [{ text: '\n', ...mood }]
    return runsOf(each.children, { ...mood, [each.type]: true })
  })
const textOf = inlines =>
  runsOf(inlines)
    .map(run => run.text)
    .join('')

/** A document of ours as the JSON that the Typst template reads. */
export function typstRecord(document) {
  const flat = (blocks, part) =>
    blocks.flatMap((block, index) => {
      const first = index === 0
      if (block.type === 'container') return flat(block.blocks, block.part)
      if (block.type === 'list')
        return [
          {
            type: 'list',
            part,
            first,
            items: block.items.map(item => item.flatMap(each => runsOf(each.children ?? [])))
          }
        ]
      if (block.type === 'table')
        return [
          {
            type: 'table',
            part,
            first,
            header: block.header.map(cell => runsOf(cell.children)),
            rows: block.rows.map(row => row.map(cell => textOf(cell.children)))
          }
        ]
      return [{ type: block.type, part, first, runs: runsOf(block.children) }]
    })
  return JSON.stringify({ title: document.title, blocks: flat(document.blocks, '') })
}
