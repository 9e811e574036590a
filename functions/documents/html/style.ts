import type { Layout } from "../layout.ts";

export function styleOf({ margins, recipientsLook }: Layout): string {
  const { top, right, bottom, left } = margins;
  const { bold, italic, underline } = recipientsLook;
  const look = `font-weight: ${bold ? 700 : 400}; font-style: ${italic ? "italic" : "normal"}; text-decoration: ${underline ? "underline" : "none"};`;
  return `${common}.recipients p { ${look} }
@page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; @top-center { content: counter(page); font: 13pt "Times New Roman", Tinos, "Liberation Serif", serif; } }
@page :first { @top-center { content: none; } }
`;
}

const common = `
:root {
  color-scheme: light dark;
  --paper: #fffdf8; --sheet: #ffffff; --ink: #1c1917; --soft: #57534e; --line: #8a8378; --hair: #e7e2d8;
  --red: #b4161b; --blue: #0b4f9e; --amber: #fdf3dc;
  font: 400 18px/1.55 "Times New Roman", Tinos, "Liberation Serif", "Noto Serif", serif;
}
@media (prefers-color-scheme: dark) { :root {
  --paper: #171412; --sheet: #1f1b18; --ink: #f4efe6; --soft: #b8b0a4; --line: #8d8579; --hair: #3a342e;
  --red: #ef6a61; --blue: #8fbdf5; --amber: #3a2e12;
} }
* { box-sizing: border-box; }
html { scroll-padding-top: 2rem; }
body { margin: 0; background: var(--paper); color: var(--ink); }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem clamp(1rem, 5vw, 4.5rem) 4rem; background: var(--sheet);
  border-top: 6px solid var(--red); overflow-wrap: break-word; }
@media (min-width: 56rem) { main { margin: 2rem auto; border-inline: 1px solid var(--hair); border-bottom: 1px solid var(--hair); } }
p { margin: 0 0 .6rem; } .centred { text-align: center; }
a { color: inherit; text-decoration: underline dotted var(--blue) 1.5px; text-underline-offset: .22em; }
a:hover { color: var(--blue); text-decoration-style: solid; }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
:target { background: var(--amber); }
.banner { border: 2px solid var(--red); color: var(--red); text-align: center; font-weight: 700; padding: .3rem 1rem; margin-bottom: 1.5rem; }
.to-notes { font-size: .9rem; background: var(--amber); padding: .5rem .9rem; margin-bottom: 2rem; }
header { display: grid; grid: "body state" "number place" / minmax(0, 9fr) minmax(0, 11fr); gap: .3rem 1.5rem; text-align: center; line-height: 1.35; }
.body { grid-area: body; } .state { grid-area: state; } .number { grid-area: number; } .place { grid-area: place; }
header p { margin: 0; text-wrap: balance; }
.issuer, .nation { font-weight: 700; }
.nation:not(.last) { font-size: .94em; }
.nation span { display: inline-block; }
.issuer.rule::after, .nation.last span::after { content: ""; display: block; border-top: 1px solid currentColor; margin: .3rem auto .7rem; }
.issuer.rule::after { width: 5rem; }
.issuer.star::after { content: "*"; display: block; font-weight: 400; margin-bottom: .3rem; }
.place { font-style: italic; }
.number, .place { white-space: pre-wrap; }
@media (max-width: 40rem) { header { grid: "state" "place" "body" "number" / 1fr; } .place { margin-bottom: 1rem; } .nation:not(.last) { font-size: .84em; } }
h1 { font-size: 1.2rem; text-align: center; line-height: 1.4; margin: 2.2rem auto 2rem; max-width: 36rem; text-wrap: balance; }
h1 span, .annex h2 span { display: block; }
h1.rule::after { content: ""; display: block; width: 7rem; border-top: 1px solid currentColor; margin: .7rem auto 0; }
h1.dashes::after { content: "-----"; display: block; font-weight: 400; }
h2 { font-size: 1.08rem; margin: 1.8rem 0 .6rem; }
h3 { font-size: 1rem; font-style: italic; margin: 1.3rem 0 .5rem; }
ul { margin: 0 0 .8rem; padding-left: 1.3rem; list-style: "– "; }
ul ul { list-style: "+ "; margin: .25rem 0 .4rem; }
li { margin-bottom: .25rem; }
.table { overflow-x: auto; margin: 1rem 0 1.4rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { font-weight: 700; margin-bottom: .5rem; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: middle; }
th { font-weight: 700; text-align: center; } th.left { text-align: left; }
td.center { text-align: center; } td.right { text-align: right; } td.whole { white-space: nowrap; }
.signature { display: grid; grid-template-columns: 2fr 3fr; gap: 1.5rem; margin-top: 2.5rem; break-inside: avoid; }
.recipients { font-size: .85rem; } .recipients p { margin: 0; font-size: .92rem; } .recipients ul { padding-left: .9rem; }
.signer { text-align: center; } .signer p { font-weight: 700; margin: 0; }
.signer .name { margin-top: .4rem; }
.signature.joint { grid-template: "left right" "recipients ." / 1fr 1fr; } .joint .recipients { grid-area: recipients; }
.fields { display: grid; grid-template-columns: 1fr 1fr; margin-top: .8rem; border: 1px dotted var(--line); }
.fields div { min-height: 7rem; display: grid; align-items: end; padding: .3rem; font-size: .8rem; font-style: italic; color: var(--soft); }
.fields div + div { border-left: 1px dotted var(--line); }
@media (max-width: 40rem) { .signature { grid-template-columns: 1fr; } .signer { order: -1; } }
.annex { margin-top: 3rem; border-top: 1px solid var(--hair); padding-top: 1rem; }
.annex h2 { text-align: center; margin-bottom: .2rem; } .annex .capitals { text-transform: uppercase; }
.annex .attached { text-align: center; font-style: italic; white-space: pre-wrap; }
.chart { margin: 1.2rem auto 1.4rem; max-width: 26rem; break-inside: avoid; }
.chart figcaption { font-weight: 700; text-align: center; margin-bottom: .6rem; }
.chart svg { display: block; width: 100%; height: auto; font-size: 13px; }
.chart text { fill: currentColor; } .chart .middle { text-anchor: middle; font-variant-numeric: tabular-nums; }
.chart path { stroke: var(--line); } .series-0 { fill: var(--line); } .series-1 { fill: var(--red); }
.source { margin: 2rem 0 0; font-size: .72rem; color: var(--soft); overflow-wrap: anywhere; }
aside { margin-top: 3rem; padding: 1rem 1.3rem .6rem; background: var(--amber); border-left: 5px solid var(--red); }
aside h2 { margin-top: 0; }
@media print {
  :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #000; --line: #000; --hair: #000; --red: #000; --amber: #fff; font-size: 13pt; line-height: 1.3; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  header { grid: "body state" "number place" / 9fr 11fr; font-size: 12pt; } header .place { margin: 0; }
  .signature { grid-template-columns: 2fr 3fr; } .signature.joint { grid-template: "left right" "recipients ." / 1fr 1fr; } .signer { order: 0; }
  p, li { text-align: justify; } header p, .signer p, .banner, .attached { text-align: center; }
  a { text-decoration: none; }
  .to-notes { display: none; }
  h2, h3 { break-after: avoid; } tr { break-inside: avoid; } tr:has(th.left) { break-after: avoid; } thead { display: table-header-group; }
  .table { overflow: visible; } table { font-size: 11pt; line-height: 1.2; } th, td { padding: 1.5pt 4pt; }
  .chart { max-width: 11cm; margin: .4rem auto; } .chart svg { font-size: 12px; } .source { margin-top: .5rem; }
  .series-0 { fill: #fff; stroke: #000; }
  .annex, aside { break-before: page; border: 0; margin: 0; padding: 0; }
}
`;
