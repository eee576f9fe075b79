/** Nothing in; the style of the page out: light and dark, wide and narrow, on screen and on paper. */

/** Ratios of text to its ground are 4.5 and more in both schemes (WCAG 2.2, 1.4.3); no meaning rests on colour alone. */
export const STYLE = `
:root {
  --ground: #ece9e2; --paper: #fffefb; --ink: #1d1c1a; --soft: #5c5850; --line: #d6d1c5;
  --accent: #1f4e79; --choice: #6a3d8a; --own: #1d6238; --alarm: #a3200d; --habit: #6b5a1e;
  --current: #f3efdf; --pointed: #fde9a8; --card: #f8f6f0; --focus: #0b57d0;
  --serif: "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
  --sans: ui-sans-serif, system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #151617; --paper: #1e2022; --ink: #ece8df; --soft: #aaa69c; --line: #3b3d3f;
    --accent: #8fc1f2; --choice: #cfa7ec; --own: #8bd3a4; --alarm: #ff9d8a; --habit: #d9c37a;
    --current: #2a2b27; --pointed: #58491a; --card: #232527; --focus: #8ab4f8;
  }
}
* { box-sizing: border-box; }
html { scroll-padding: 5rem 0 40vh; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 var(--sans); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; background: var(--paper); padding: .5rem 1rem; z-index: 2; }
.skip:focus { left: 1rem; top: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
header { max-width: 84rem; margin: 0 auto; padding: 2rem 1.5rem 1rem; }
.kicker { margin: 0; color: var(--soft); font-size: .85rem; letter-spacing: .04em; }
.file { font-family: var(--mono); font-size: .8rem; margin-left: .75rem; overflow-wrap: anywhere; }
h1 { font: 600 clamp(1.25rem, 2.4vw, 1.7rem)/1.25 var(--serif); margin: .3rem 0 .5rem; max-width: 60rem; text-wrap: balance; }
.meta { margin: 0; color: var(--soft); }
.tally { color: var(--ink); }
.keys { display: none; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 0; color: var(--soft); font-size: .82rem; }
.js .keys { display: flex; }
kbd { font: .78rem var(--mono); border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; padding: 0 .35em; background: var(--paper); color: var(--ink); }
.first { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: .75rem; margin-top: 1.25rem; align-items: start; }
.panel { background: var(--paper); border: 1px solid var(--line); border-top: 3px solid var(--own); border-radius: 4px; padding: .7rem 1rem .8rem; font-size: .9rem; }
.panel.sourceless { border-top-color: var(--alarm); }
.panel.overrides, .panel.set-aside { border-top-color: var(--choice); }
.panel.empty { border-top-color: var(--line); }
.panel h2 { font-size: .85rem; margin: 0 0 .3rem; display: flex; justify-content: space-between; }
.panel ul { margin: 0; padding: 0; list-style: none; max-height: 18rem; overflow: auto; }
.panel li + li { margin-top: .55rem; padding-top: .55rem; border-top: 1px solid var(--line); }
.panel q { font-family: var(--serif); }
.none, .small { color: var(--soft); margin: 0; }
.small { font-size: .82rem; }
.desk { max-width: 84rem; margin: 0 auto; padding: .5rem 1.5rem 4rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
.paper { background: var(--paper); border: 1px solid var(--line); border-radius: 3px; box-shadow: 0 1px 2px rgb(0 0 0 / .06), 0 10px 30px rgb(0 0 0 / .07); padding: clamp(1.25rem, 5vw, 4.2rem) clamp(1rem, 5vw, 4.2rem); font: 1.08rem/1.68 var(--serif); }
.block { margin: 0 0 .9em; hyphens: manual; }
.block.label { text-align: center; font: 700 .72rem/1.4 var(--sans); letter-spacing: .06em; color: var(--soft); margin-bottom: .35em; }
.block.letterhead { text-align: center; font-weight: 600; font-size: 1.12em; border-bottom: 1px solid var(--line); padding-bottom: .7em; margin: 1.1em 0 1.2em; }
.block.title, h2.block, h3.block, h4.block { text-align: center; font: 600 1.1em/1.4 var(--serif); margin: 1.4em 0 .9em; }
.block.dateline { margin-top: 2em; }
.block.addressee { margin-top: 2.4em; }
.block.footnote { font-size: .86em; border-left: 2px solid var(--line); padding-left: .8em; }
.item { padding-left: 1.6em; }
.level-2 { margin-left: 1.6em; } .level-3 { margin-left: 3.2em; } .level-4 { margin-left: 4.8em; }
.mark { margin-left: -1.5em; display: inline-block; min-width: 1.4em; }
.scroll { overflow-x: auto; margin: 0 0 1em; }
table { border-collapse: collapse; font-size: .88em; line-height: 1.45; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .45em .6em; text-align: start; vertical-align: top; min-width: 6em; }
th { border-bottom: 2px solid var(--soft); }
.turn { display: inline-block; width: 100%; vertical-align: top; border-top: 1px dashed var(--soft); margin: 1.1em 0 .8em; text-align: right; line-height: 1; text-indent: 0; }
.turn span { font: .7rem var(--sans); color: var(--soft); background: var(--paper); padding-left: .6em; position: relative; top: -.5em; letter-spacing: .04em; }
.statement { border-radius: 3px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.number { font: 600 .62em/1 var(--sans); color: var(--soft); text-decoration: none; vertical-align: .45em; padding: .35em .35em; margin: 0 .25em 0 0; border-radius: 3px; }
.statement.current { background: var(--current); box-shadow: 0 0 0 .18em var(--current); }
.statement.current > .number { color: var(--paper); background: var(--ink); }
.value { color: inherit; text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 1.5px; text-underline-offset: .24em; border-radius: 2px; cursor: help; }
.value.designation { text-decoration-style: dotted; text-decoration-color: color-mix(in srgb, var(--soft) 40%, transparent); }
.value.template { text-decoration-style: dashed; text-decoration-color: color-mix(in srgb, var(--habit) 30%, transparent); text-decoration-thickness: 1px; }
.current .value.designation { text-decoration-color: var(--soft); }
.current .value.template { text-decoration-color: var(--habit); }
.value.blank { text-decoration: none; }
.value.choice { text-decoration-style: dashed; text-decoration-color: var(--choice); }
.value.habit, .value.law { text-decoration-style: double; text-decoration-color: var(--habit); }
.value.insertion { text-decoration: none; border-bottom: 2px solid var(--own); }
.value.restricted { text-decoration: none; border: 1px dashed var(--alarm); padding: 0 .2em; font-family: var(--mono); font-size: .85em; }
.value.unsourced { text-decoration: underline wavy var(--alarm) 1.5px; border-bottom: 0; }
.value.unsourced::after { content: "?"; font: 700 .65em var(--sans); vertical-align: super; color: var(--alarm); text-decoration: none; display: inline-block; margin-left: .1em; }
.value:hover, .value.pointed { background: var(--pointed); box-shadow: 0 0 0 .12em var(--pointed); }
.words { cursor: default; }
aside { min-width: 0; font-size: .9rem; }

.legend { list-style: none; margin: 0 0 1rem; padding: 0; color: var(--soft); font-size: .85rem; }
.legend li { margin: .35rem 0; }
.legend .value { font-family: var(--serif); font-size: 1rem; color: var(--ink); margin-right: .5em; cursor: default; }
.js .chosen .legend { display: none; }
.hint { color: var(--soft); margin: 0 0 .75rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 5px; padding: .6rem .9rem; margin: 0 0 .5rem; }
.card summary { cursor: pointer; }
.no { display: inline-block; min-width: 1.7em; text-align: center; font-weight: 700; font-size: .78rem; background: var(--ink); color: var(--paper); border-radius: 3px; padding: .05em .35em; }
.where { color: var(--soft); font-size: .82rem; }
.says { display: block; font-family: var(--serif); margin-top: .25rem; }
.about, .between, .printed, .phrase, .place { color: var(--soft); font-size: .8rem; margin: .35rem 0 0; }
.concluded { border-left: 3px solid var(--choice); padding: .1rem 0 .1rem .7rem; margin: .6rem 0; }
.concluded p { margin: 0; }
.row { border-top: 1px solid var(--line); margin: .7rem -.4rem 0; padding: .55rem .4rem .1rem; border-radius: 3px; }
.row.pointed { background: var(--pointed); border-top-color: transparent; }
.quoted { font: 600 1rem/1.35 var(--serif); margin: 0 0 .25rem; }
.alarm { color: var(--alarm); font-weight: 700; margin: 0; }
.row.pointed .about, .row.pointed .printed, .row.pointed .phrase, .row.pointed .place, .row.pointed .basis, .row.pointed .paraphrase, .row.pointed .remark, .row.pointed .source { color: var(--ink); }
.records, .proofs { list-style: none; margin: 0; padding: 0; }
.record, .basis, .reason > p { margin: .15rem 0; }
.reason { margin-top: .35rem; }
.name { font-weight: 600; }
.recorded { overflow-wrap: anywhere; }
.basis { color: var(--soft); }
.proofs { margin: .3rem 0 .4rem; padding-left: .75rem; border-left: 3px solid var(--accent); }
.proofs li + li { margin-top: .5rem; }
blockquote { margin: 0; font: 1rem/1.4 var(--serif); }
.paraphrase::first-letter { text-transform: uppercase; }
.paraphrase, .remark { margin: 0; font-style: italic; color: var(--soft); }
.source { margin: .1rem 0 0; }
.out { overflow-wrap: anywhere; font-size: .82rem; }
code { font: .82em var(--mono); overflow-wrap: anywhere; }
.js .card { display: none; }
.js .card.current { display: block; }
.js .chosen .hint { display: none; }
.js .pinned .card.current { border-color: var(--focus); box-shadow: 0 0 0 1px var(--focus); }
.js .pinned .card.current summary::after { content: "kept – Esc frees it"; float: right; font-size: .75rem; color: var(--focus); }
@media (min-width: 62rem) {
  .desk { grid-template-columns: minmax(0, 1.25fr) minmax(22rem, 1fr); }
  .js aside { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; padding: 2px; }
  html { scroll-padding: 5rem 0; }
}
@media (max-width: 61.99rem) {
  .js aside.chosen { position: fixed; inset: auto 0 0 0; max-height: 42vh; overflow-y: auto; background: var(--ground); border-top: 2px solid var(--line); padding: .5rem .75rem; box-shadow: 0 -8px 24px rgb(0 0 0 / .18); }
  .js .desk { padding-bottom: 48vh; }
  .js .keys { display: none; }
}
@media (prefers-reduced-motion: no-preference) { .value, .statement { transition: background-color .12s; } }
@media (forced-colors: active) { .statement.current { outline: 2px solid Highlight; } .value.pointed { outline: 2px solid; } }
@media print {
  :root { --ground: #fff; --paper: #fff; --ink: #000; --soft: #444; --line: #999; --card: #fff; --current: #fff; --pointed: #fff; }
  html { font-size: 8.5pt; }
  body { font-size: 1rem; }
  .keys, .hint, .skip { display: none !important; }
  .desk { display: block; padding: 0; }
  .paper { border: 0; box-shadow: none; padding: 0; font-size: 11pt; }
  .js aside, .js aside.chosen { position: static; max-height: none; overflow: visible; border: 0; box-shadow: none; padding: 0; break-before: page; }
  .js .card, .card { display: block; padding: .3rem 0; border: 0; border-top: 1px solid var(--line); border-radius: 0; font-size: 8.5pt; }
  .row, summary, .panel { break-inside: avoid; }
  .panel ul { max-height: none; }
  .about { display: none; }
  .statement.current > .number { color: inherit; background: none; }
}
`
