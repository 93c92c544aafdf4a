/* Built from client/ by "npm run bundle": change it there. */
(p=>{if(p.build!=="532a6da3")return p.visit?.("532a6da3");p.came.count??=[["core","due"],()=>{
(()=>{var{d:I,e:T}=globalThis.recallParts.here.due;var{B:q,R:B,S:O,U:s,Z:g,aa:$,ba:j,c:b,e:L,g:N,k:R,p:v,r:U,ra:w,ta:P,v:p}=globalThis.recallParts.here.core;L({"due.count":{one:"{n} due",other:"{n} due"}});var Q=`/*
 * The number of what is due, beside a link of the navigation. It comes after the page, so its place in the line has no
 * width, and it reaches out of that. The script brings this style with it.
 */
.recall-due-place {
  position: relative;
  display: inline-block;
  flex: none;
  align-self: center;
  inline-size: 0;
  block-size: 0.7em;
}

.recall-due {
  position: absolute;
  inset-block-start: 50%;
  inset-inline-start: 8px;
  box-sizing: border-box;
  block-size: 22px;
  min-inline-size: 25px;
  padding-inline: 6px;
  margin-block-start: -11px;
  font-size: 12px;
  font-weight: 700;
  font-variant-numeric: tabular-nums;
  line-height: 20px;
  color: var(--recall-muted);
  text-align: center;
  background: var(--recall-sunken);
  border: 1px solid var(--recall-edge);
  border-radius: 11px;
}

/* Between two tabs there are 24. */
.md-tabs .recall-due {
  inset-inline-start: 2px;
  min-inline-size: 20px;
  padding-inline: 2px;
}

.recall-due[hidden] {
  display: none;
}
`;function y({id:e,concepts:n},t,r){let i=p(t),l={id:e,concept:"",had:[],ticked:[],log:i};if(n.length===0)return C(l,r);let c=V(i);return n.flatMap(a=>{let o=X(c,a);if(!o.filter(({outcome:h})=>h!=="right").at(-1))return[];let d=Y(c,a).filter(h=>n.includes(h));return C({id:e,concept:a,had:d,ticked:_(i,n),log:o},r)})}function C(e,n){let t=I(e.log,n);return t?[{...e,due:t.due}]:[]}function V(e){let n=e.filter(t=>t.kind==="attempt");return n.filter((t,r)=>{let i=n[r+1];return u(t)||!i||u(i)||i.session!==t.session})}function X(e,n){return e.filter(t=>!u(t)||t.options.includes(n)).map(t=>({...t,outcome:j(t.concepts??[],[n])}))}function Y(e,n){return e.filter(t=>!u(t)).map(t=>t.concepts??[]).filter(t=>!t.includes(n)).at(-1)??[]}function _(e,n){return(e.filter(t=>t.kind==="attempt").at(-1)?.concepts??[]).filter(t=>n.includes(t))}function u(e){return"context"in e&&e.context==="review"}var H=1,S=10,ee=new Date(2020,0,1).getTime();function x(e){return T(ee,e)}function te(e){let{v:n,cap:t,items:r}=v(e);if(n!==H||typeof r!="object")return null;let i=Object.entries(v(r)).map(([l,c])=>[l,ne(U(c).map(Number).filter(Number.isInteger))]);return{cap:typeof t=="number"&&t>=0?t:S,items:new Map(i)}}function ne([e=0,...n]){return{reviewed:e,days:n}}function re({cap:e,items:n}){let t=[...n].map(([r,{reviewed:i,days:l}])=>[r,[i,...l]]);return{v:H,cap:e,items:Object.fromEntries(t)}}function ie(e,n){if(e.length===0)return null;let t=p(n).find(u);return{reviewed:t?x(t.time):0,days:e.map(({due:r})=>x(r))}}function J({cap:e,items:n},t){let r=x(t),i=[...n.values()].map(({reviewed:a,days:o})=>({reviewed:a,cards:o.filter(d=>d<=r).length,first:Math.min(...o)})).filter(({cards:a})=>a>0),l=[...n.values()].filter(({reviewed:a})=>a===r).length,c=i.filter(({reviewed:a})=>a===0).sort((a,o)=>a.first-o.first);return[...i.filter(({reviewed:a})=>a>0),...c.slice(0,Math.max(0,e-l))].reduce((a,{cards:o})=>a+o,0)}var ae=':is(nav, .md-nav, [role="navigation"]) a[href]',Z=new WeakMap;function le(){document.addEventListener("recall-attempted",({target:e})=>{e instanceof g&&!e.closest("recall-review")&&f([W(e)])})}function k(){return m()?.cap??S}function D(e,n=k()){E(z({cap:n,items:new Map},e)),M()}function ce(e){let{items:n}=m()??A(),t=new Map([...n].filter(([r])=>e.includes(r)));return J({cap:1/0,items:t},s().now())}function M(){let e=O();if(!e)return;let n=J(m()??A(),s().now());for(let t of document.querySelectorAll(ae))t instanceof HTMLAnchorElement&&se(t,e)&&ue(t,n)}function f(e){e.length>0&&E(z(m()??A(),e)),M()}function oe(e){f(F(e))}function W(e){let n=[...e.querySelectorAll("[data-recall-concept]")].map(t=>t.getAttribute("data-recall-concept")??"");return{id:e.itemId,ids:e.ids,concepts:n}}function F(e){let[n,t]=[s(),s().items()];return e.flatMap(r=>{let i=document.getElementById(`recall-${r}`);if(i instanceof g&&!i.closest("recall-review"))return W(i);let l=p(n.entries([r])).some(c=>"concepts"in c);return t.has(r)&&!l?{id:r,ids:[r],concepts:[]}:[]})}function z({cap:e,items:n},t){let[r,i]=[s(),s().now()],l=new Map(n);for(let c of t){let a=r.entries(c.ids),o=ie(y(c,a,i),a);for(let d of c.ids)l.delete(d);o&&l.set(c.id,o)}return{cap:e,items:l}}function A(){let e=z({cap:S,items:new Map},F([...s().items()]));return E(e),e}function G(){return`recall:${B()}:due`}function K(){return s().place==="browser"?q():null}function m(){try{let e=K();return e?te(JSON.parse(e.getItem(G())??"null")):Z.get(s())??null}catch{return null}}function E(e){try{Z.set(s(),e),K()?.setItem(G(),JSON.stringify(re(e)))}catch{}}function se({origin:e,pathname:n,hash:t},r){let{origin:i,pathname:l}=new URL(r,document.baseURI);return t===""&&e===i&&n.replace(/index\.html$/,"")===l.replace(/index\.html$/,"")}function ue(e,n){let t=e.querySelector(":scope .recall-due")??de(e);t.textContent=n>0?R(n):"",t.setAttribute("aria-label",N("due.count",{n})),t.toggleAttribute("hidden",n===0)}function de(e){let n=b("span","recall-due");n.setAttribute("role","img");let t=b("span","recall-due-place");return t.append(n),(e.querySelector(".md-ellipsis")??e).append(t),n}function pe(e){let n=new CSSStyleSheet;n.replaceSync(e),document.adoptedStyleSheets.push(n)}$.among=ce;le();pe(Q);P({},[M]);document.addEventListener(w,e=>oe(Object(e).detail??[]),{capture:!0});var fe=document.querySelectorAll(".recall-way");for(let e of fe)e.style.minBlockSize=`${e.offsetHeight}px`;document.dispatchEvent(new Event(w));globalThis.recallParts.here.count={a:y,b:u,c:k,d:D,e:f};})();
}];p.run?.()})(globalThis.recallParts??={build:"532a6da3",here:{},came:{}});
//# sourceMappingURL=count.js.map
