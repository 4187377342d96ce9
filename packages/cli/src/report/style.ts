/** The style sheet of a report. No font, image or rule comes from anywhere else. */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--sheet:#f5f7fa;--ink:#14202e;--quiet:#536273;--line:#d5dce4;--detected:#0060a0;--presumed:#b34a00;--on:#fff;--hatch:#8a97a6;--warn-ink:#3d2b00;--warn:#ffd75e;--mark:#14202e}
@media (prefers-color-scheme:dark){:root{--paper:#182230;--sheet:#0e1621;--ink:#e8eef5;--quiet:#a4b2c2;--line:#33414f;--detected:#6db8ee;--presumed:#f2a154;--on:#0e1621;--hatch:#74859a;--warn-ink:#2b1f00;--warn:#e6bd45;--mark:#e8eef5}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--sheet);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
.invented{position:sticky;top:0;z-index:3;background:var(--warn);color:var(--warn-ink);text-align:center;font-weight:700;padding:.4rem .75rem;font-size:.875rem;letter-spacing:.02em}
.invented b{letter-spacing:.12em;margin-right:.5em}
.watermark{position:fixed;inset:0;width:100%;height:100%;z-index:2;pointer-events:none;opacity:.055}
.watermark text{fill:var(--mark);font-weight:800;font-size:30px;letter-spacing:3px}
.page{max-width:1180px;margin:0 auto;padding:1rem 1rem 3rem}
header.top{padding:1.75rem 0 .5rem;border-bottom:3px solid var(--ink);margin-bottom:1.25rem}
h1{font-size:clamp(1.6rem,1.1rem + 2.4vw,2.6rem);line-height:1.15;margin:0 0 .4rem;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .35rem;letter-spacing:-.01em}
h3{font-size:1.02rem;line-height:1.3;margin:0 0 .75rem}
p{margin:0 0 .75rem;max-width:68ch}
.lead{font-size:1.1rem;color:var(--quiet);margin:0 0 1rem}
a{color:inherit}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin:0 0 1rem;padding:0;font-size:.95rem}
nav a{display:inline-block;padding:.3rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:0 0 1.25rem;padding:0}
.figures div{background:var(--paper);border:1px solid var(--line);border-top:4px solid var(--ink);border-radius:4px;padding:.7rem .9rem}
.figures .identified,.figures .identifiedOrPresumed{border-top-color:var(--detected)}
.figures .presumed{border-top-color:var(--presumed)}
.figures dt{font-size:.875rem;color:var(--quiet);line-height:1.35}
.figures dd{margin:0;font-size:1.9rem;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums}
.figures dd.words{font-size:1.25rem;line-height:1.85}
.key{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;list-style:none;padding:.75rem 1rem;margin:0 0 1rem;border:1px solid var(--line);border-radius:4px;background:var(--paper);font-size:.925rem}
.key li{display:flex;align-items:center;gap:.5rem}
.key svg{flex:none}
.key .identified{fill:var(--detected)}
.key .presumed{fill:var(--presumed)}
.cards{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;align-items:start;margin-top:1rem}
@media (min-width:640px){.cards{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media (min-width:1000px),print{.cards{grid-template-columns:repeat(6,minmax(0,1fr))}.card{grid-column:span 2}.card:not(.wide):nth-last-child(2 of .card:not(.wide)):nth-child(3n+1),.card:not(.wide):nth-last-child(1 of .card:not(.wide)):nth-child(3n+2){grid-column:span 3}.cards>.card.wide{grid-column:1/-1}}
.card{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1rem;min-width:0;margin:0}
.wide{grid-column:1/-1}
@media (min-width:820px){.wide{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:0 2rem;align-items:start}.wide h3,.wide .note{grid-column:1/-1}}
.chart{display:block;width:100%;height:auto;max-width:26rem;margin:0 0 1rem;font-size:12px}
.chart text{fill:var(--ink);font-variant-numeric:tabular-nums}
.chart .number{font-weight:650}
.chart .inside{fill:var(--on);font-weight:650}
.chart .tick{fill:var(--quiet);font-size:11px}
.chart .quiet{fill:var(--quiet);font-size:11px;font-style:italic}
.chart .bar{fill:var(--detected)}
.chart.presumed .bar{fill:var(--presumed)}
.chart .cell{fill:none;stroke:var(--line)}
.chart .grid{stroke:var(--line)}
.chart .base{stroke:var(--ink)}
.withheld{fill:url(#hatch);stroke:var(--hatch);stroke-width:.75}
.hatch-line{stroke:var(--hatch);stroke-width:1.25}
.scroll{overflow-x:auto;max-width:100%}
.scroll:focus-visible,a:focus-visible{outline:3px solid var(--detected);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.35}
caption{text-align:left;color:var(--quiet);font-size:.85rem;padding:0 0 .35rem}
th,td{text-align:left;padding:.32rem .4rem;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
thead th{font-weight:650;border-bottom:2px solid var(--ink);vertical-align:bottom}
tfoot th,tfoot td{font-weight:650;border-bottom:0;border-top:2px solid var(--line)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .n{white-space:normal}
td.hatched{background:repeating-linear-gradient(135deg,transparent 0 4px,color-mix(in srgb,var(--hatch) 32%,transparent) 4px 5.5px);font-style:italic;color:var(--quiet);font-size:.8rem;font-weight:400}
td.none{color:var(--quiet);font-style:italic;font-size:.8rem}
.note{margin:.75rem 0 0;font-size:.86rem;color:var(--quiet);line-height:1.45}
.reasons{padding-left:1.2rem;max-width:72ch}
.reasons li{margin:.4rem 0}
dl.facts{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.4rem 1.5rem;margin:0 0 1rem;max-width:72ch}
dl.facts dt{color:var(--quiet)}
dl.facts dd{margin:0}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;font-size:.875rem;color:var(--quiet)}
@media screen and (max-width:480px){.invented{font-size:.75rem}.page{padding:.5rem .75rem 2rem}.card{padding:.85rem .8rem}dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.5rem}.figures{grid-template-columns:1fr 1fr}.wide table{font-size:.82rem}.wide th,.wide td{padding:.3rem .25rem}.wide td.hatched{font-size:.7rem}}
@media print{@page{size:A4;margin:12mm 12mm 14mm}:root{color-scheme:light;--paper:#fff;--sheet:#fff;--ink:#000;--quiet:#444;--line:#bbb;--detected:#0060a0;--presumed:#b34a00;--on:#fff;--hatch:#777;--warn:#ffd75e;--warn-ink:#3d2b00;--mark:#000}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}html{font-size:11px}.page{max-width:none}.page{max-width:none;padding:0}nav{display:none}.invented{position:static}.watermark{opacity:.09}.card,.figures div,tr{break-inside:avoid}h2,h3,section>p{break-after:avoid}.cards{gap:3mm}.card{padding:3mm}header.top{padding-top:3mm}h2{margin-top:6mm}.wide{display:grid;grid-template-columns:5fr 7fr;gap:0 8mm}.wide h3,.wide .note{grid-column:1/-1}.scroll{overflow:visible}}
.plan,.spine{margin:1rem 0}
.plan .parts{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem 2rem;align-items:start}
@media (min-width:900px){.plan .parts{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (max-width:480px){.plan table{font-size:.78rem}.spine table{font-size:.7rem}.spine th,.spine td,.plan th,.plan td{padding:.3rem .15rem}.spine td,.spine th{overflow-wrap:break-word;hyphens:auto}.plan .n{white-space:normal}}
@media print{.plan{break-inside:auto}.spine{break-inside:avoid}.plan .parts{grid-template-columns:1fr 1fr;gap:3mm 6mm}}
@media (forced-colors:active){.chart .bar{fill:CanvasText}.withheld{stroke:CanvasText}}
`;
