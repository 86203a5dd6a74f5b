"""The page's style sheet: light and dark by the reader's own setting, no fonts from elsewhere."""

STYLE = """
:root{color-scheme:light dark;--ground:#fff;--ink:#1c2128;--quiet:#57606a;--line:#d0d7de;
--panel:#f6f8fa;--accent:#0550ae;--mark:#fff1c2;--critical:#8e1519;--high:#bc4c00;--medium:#7d5a00;
--low:#1a6b3c}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#e6edf3;--quiet:#9aa4af;
--line:#373e47;--panel:#161b22;--accent:#79b8ff;--mark:#4d3800;--critical:#ff8f8a;--high:#ffa657;
--medium:#e3c04a;--low:#6fdd8b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:70rem;padding:1.5rem 1rem 4rem;background:var(--ground);
color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.5rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;background:var(--ground);padding:.5rem}
.quiet{color:var(--quiet)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}
figure{margin:0;padding:1rem;max-width:38rem;border:1px solid var(--line);border-radius:.5rem}
figcaption{font-weight:600;margin-bottom:.5rem}
svg{width:100%;height:auto;display:block}
svg text{fill:var(--ink);font:13px system-ui,sans-serif}
svg .axis{stroke:var(--line)}
.fill-critical{fill:var(--critical)}.fill-high{fill:var(--high)}.fill-medium{fill:var(--medium)}
.fill-low{fill:var(--low)}
svg .count{fill:var(--ground);font-weight:600}
.key{display:flex;gap:1rem;flex-wrap:wrap;list-style:none;margin:.5rem 0 0;padding:0}
.key svg{display:inline-block;width:.8rem;height:.8rem;margin-right:.3rem}
form{display:none;gap:.75rem 1.5rem;flex-wrap:wrap;align-items:end;padding:1rem;margin:1rem 0;
background:var(--panel);border:1px solid var(--line);border-radius:.5rem}
.ready form{display:flex}
fieldset{border:0;margin:0;padding:0;display:flex;gap:.25rem 1rem;flex-wrap:wrap}
legend{padding:0}
legend,form label>span{font-size:.85rem;color:var(--quiet);display:block}
select,input[type=search]{font:inherit;padding:.3rem .5rem;border:1px solid var(--quiet);
border-radius:.3rem;background:var(--ground);color:var(--ink);max-width:16rem}
input[type=checkbox]{width:1.1rem;height:1.1rem;vertical-align:-.15rem;accent-color:var(--accent)}
ol.findings{list-style:none;margin:0;padding:0}
.findings>li{border:1px solid var(--line);border-left:.4rem solid var(--quiet);
border-radius:.4rem;margin:.6rem 0;background:var(--ground)}
.findings>li.critical{border-left-color:var(--critical)}
.findings>li.high{border-left-color:var(--high)}
.findings>li.medium{border-left-color:var(--medium)}
.findings>li.low{border-left-color:var(--low)}
.findings>li[hidden]{display:none}
summary{cursor:pointer;padding:.6rem .8rem;border-radius:.3rem}
summary strong{text-transform:none}
.word{font-weight:700}
.critical .word{color:var(--critical)}.high .word{color:var(--high)}
.medium .word{color:var(--medium)}.low .word{color:var(--low)}
.body{padding:0 .8rem .8rem}
code,pre{font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
pre{margin:.5rem 0;padding:.5rem .8rem;overflow-x:auto;background:var(--panel);
border:1px solid var(--line);border-radius:.3rem;tab-size:4}
pre .number{color:var(--quiet);user-select:none;display:inline-block;min-width:4ch;
text-align:right;margin-right:1.5ch}
mark{background:var(--mark);color:inherit;text-decoration:underline wavy var(--critical)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.5rem 0 0}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse}th,td{text-align:left;padding:.2rem .8rem .2rem 0;
border-bottom:1px solid var(--line)}td.number{text-align:right}
@media print{form,.skip{display:none!important}details>.body{display:block}}
@media (prefers-reduced-motion:no-preference){.findings>li{transition:border-color .2s}}
"""
