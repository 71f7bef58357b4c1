// Writes bundle.min.js: one line of about 200 KB, as a bundler would (always the same bytes). node make-bundle.mjs
import { writeFileSync } from 'node:fs';

let seed = 42;
const next = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
const name = () => 'abcdefghijklmnopqrstuvwxyz'[next(26)] + 'abcdefghijklmnopqrstuvwxyz$_0123'[next(32)];
const pieces = [
  () => `function ${name()}(e,t){return e/t/2+(/["'\`]/g.test(t)?1:0)}`,
  () => `var ${name()}_=[${next(99)},"it's",'say "x"',\`t\${${next(9)}}\`];`,
  () => `!function(e){e.q=function(t){return t.query("SELECT a${next(99)}.id,b${next(99)} FROM t_${next(999)} a${next(99)} WHERE x=$1",[e])}}(this);`,
  () => `n.r=function(){return o.default.createElement("option",{title:'Select from list'},"Don't select")};`,
  () => `s.sql\`select \${s.x} from "Gone${next(99)}" where y=\${${next(9)}}\`;`,
  () => `t.exports=JSON.parse('{"update":"Update x set y","delete":"Delete from z"}');`,
];
let out = '/*! bundle 1.0.0 | MIT */!function(){"use strict";var n={},o={},s={},t={};';
while (out.length < 200_000) out += pieces[next(pieces.length)]();
writeFileSync(new URL('./bundle.min.js', import.meta.url), out + '}();\n//# sourceMappingURL=bundle.min.js.map\n');
