import { palette } from "./palette.js";

/** Below this width of the window a reading list takes the place of the map. */
const NARROW = "45rem";

/**
 * The style sheet of the page around a journey map: for a screen, for a phone (first the stages as a list, the map last,
 * in a box of its own that scrolls), and for paper (the map on a sheet of A3 in landscape, the text on the sheets after it).
 *
 * @param widths The widths of the columns of the map, so that the names of the stages keep to them.
 * @returns The rules.
 */
export const pageStyle = (widths: readonly number[]): string => `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:${palette.paper};color:${palette.ink};font:16px/1.45 Arial,Helvetica,"Liberation Sans",sans-serif;overflow-wrap:break-word;-webkit-print-color-adjust:exact;print-color-adjust:exact;-webkit-text-size-adjust:100%}
main{display:flex;flex-direction:column;gap:2.5rem;padding:1.75rem 1.5rem 3rem}
h1{margin:0;font-size:1.9rem;line-height:1.2}
h2{margin:0 0 .75rem;font-size:1.25rem}
h3{margin:0;font-size:1.05rem}
h4{margin:0;font-size:1rem}
p{margin:0}
ul,ol{margin:0;padding:0;list-style:none}
.muted,caption,dt{color:${palette.muted}}
.sheet{display:flex;flex-direction:column;gap:1.25rem}
.summary{margin-top:.35rem;color:${palette.muted}}
.personas{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}
.persona{border:1px solid ${palette.faint};border-left:5px solid ${palette.head};border-radius:5px;padding:.75rem 1rem;display:grid;gap:.6rem 1.25rem;font-size:.92rem;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));align-content:start}
.persona>div{grid-column:1/-1}
.persona:only-child>div{grid-column:auto/span 2}
.persona h2{margin:0 0 .2rem;font-size:1.15rem}
.persona p+p{margin-top:.3rem}
dd+dd{margin-top:.2rem}
dl{margin:0}
dt{font-size:.85rem;font-weight:700}
dd{margin:0}
.map{display:grid;overflow-x:auto;border:1px solid ${palette.faint};border-radius:6px}
.map:focus-visible{outline:3px solid ${palette.designed};outline-offset:2px}
.map>svg{grid-area:1/1;display:block}
.map>[role=img]{min-width:100%;height:auto}
.map>.lanes{position:sticky;left:0;z-index:1;height:100%;width:auto}
.map>.stages{display:none}
.hint{display:none}
.list{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));align-items:start}
.stage{border:1px solid ${palette.faint};border-top:5px solid ${palette.head};border-radius:5px;padding:.8rem 1rem 1rem}
.stage>.goal{margin:.35rem 0 0}
.touchpoints{margin-top:.6rem}
.touchpoints>li{border-top:1px solid ${palette.faint};padding:.6rem 0}
.touchpoints>li:last-child{padding-bottom:0}
.number{color:${palette.designed};font-weight:700;margin-right:.35rem}
.facts{font-size:.9rem;margin-top:.15rem}
.facts li{margin-top:.15rem;padding-left:1.1rem;text-indent:-1.1rem;text-wrap:pretty}
.pain::before{content:"\\2212";color:${palette.pain};font-weight:700;display:inline-block;width:1.1rem;text-indent:0}
.chance::before{content:"+";color:${palette.opportunity};font-weight:700;display:inline-block;width:1.1rem;text-indent:0}
.rank{display:inline-block;min-width:1.5rem;padding:0 .3rem;border-radius:3px;background:${palette.gap};color:${palette.paper};font-size:.85rem;font-weight:700;line-height:1.5rem;text-align:center;text-indent:0}
table{width:100%;border-collapse:collapse;font-size:.95rem}
caption{padding:0 0 .5rem;text-align:left}
th{text-align:left}
th,td{padding:.55rem .75rem .55rem 0;border-bottom:1px solid ${palette.faint};vertical-align:top}
thead th{border-bottom:2px solid ${palette.ink};white-space:nowrap}
tbody th{font-weight:400}
.figure{font-variant-numeric:tabular-nums;white-space:nowrap}
.figure .small{white-space:normal}
.what{min-width:18rem}
.small{font-size:.85rem;color:${palette.muted}}
.severity{display:inline-flex;align-items:center;gap:.5rem;white-space:nowrap}
@media (max-width:${NARROW}){
main{padding:1rem 1rem 2rem;gap:2rem}
.sheet{display:contents}
header,.personas{order:-2}
.stages-list{order:-1}
.map-part{order:1}
.hint{display:block;margin-bottom:.5rem;font-size:.9rem}
h1{font-size:1.5rem}
.list{grid-template-columns:minmax(0,1fr)}
.persona{grid-template-columns:minmax(0,1fr)}
.map{overflow:auto;max-height:85vh}
.map>.lanes{display:none}
.map>.stages{display:grid;grid-area:1/1;position:sticky;top:0;z-index:1;align-self:start}
.stages{grid-template-columns:${widths.map((width) => `${Math.round(width)}fr`).join(" ")}}
.stages>div{background:${palette.head};border-right:2px solid ${palette.paper};padding:.35rem .6rem;font-size:.9rem;font-weight:700;color:${palette.paper};min-width:0}
.stages span{position:sticky;left:.6rem;display:inline-block;max-width:100%}
table,tbody,tr,th,td,caption{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{border:1px solid ${palette.faint};border-radius:5px;padding:.6rem .8rem;margin-bottom:.75rem}
tbody th,tbody td{border:0;padding:.15rem 0}
tbody [data-label]::before{content:attr(data-label) ": ";color:${palette.muted};font-size:.85rem}
.gaps tbody tr{display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:.6rem}
.gaps td[data-label]{grid-column:1/-1;white-space:normal}
.what{min-width:0}
}
@page{size:A3 landscape;margin:9mm}
@media print{
body{font-size:10.5pt}
main{display:block;padding:0}
.sheet{min-height:276mm;gap:3mm;break-after:page}
.map-part{flex:1 1 185mm;position:relative;break-inside:avoid}
.map-part h2{display:none}
.map{position:absolute;inset:0;display:block;overflow:visible;border:0}
.map>[role=img]{min-width:0;width:100%;height:100%}
.map>.lanes,.map>.stages{display:none}
header{display:flex;flex-wrap:wrap;gap:1mm 6mm;align-items:baseline}
h1{font-size:17pt}
.summary{margin:0}
.personas{gap:2mm;grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr)}
.persona{padding:1.5mm 3mm;gap:1mm 4mm;grid-template-columns:repeat(auto-fit,minmax(24mm,1fr));font-size:8pt;line-height:1.25}
.persona h2{font-size:10pt}
dt{font-size:8pt}
h2{break-after:avoid}
.part{margin-bottom:9mm}
tr,.stage li{break-inside:avoid}
thead{display:table-header-group}
}
`;
