/* Built from client/ by "npm run bundle": change it there. */
(p=>{if(p.build!=="65a6c407")return p.visit?.("65a6c407");p.came.count??=[["core","due"],()=>{
(()=>{var{a:I,c:q,d:O}=globalThis.recallParts.here.due;var{C:$,S:j,T:C,V:o,_:h,ba:L,c:g,ca:N,e:B,g:P,k:R,p:b,r:H,sa:v,ua:J,v:p,w:U}=globalThis.recallParts.here.core;B({"due.count":{one:"{n} due",other:"{n} due"}});var Z=`/*
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
`;function x({id:e,concepts:n},t,r,i=I){let c=p(t),a=ne(c,n),l=new Map;for(let{concept:s,due:d}of U(t)?[]:ee(n,c,r,i)){let E=Math.max(i(d),i(r)),{concepts:X,due:Y}=l.get(E)??{concepts:[],due:d};l.set(E,{id:e,concepts:[...X,...s],ticked:a,log:c,due:Math.min(Y,d)})}return[...l.values()]}function ee(e,n,t,r){let i=te(n),c=e.map(a=>({concept:[a],log:y(i,a)})).filter(({log:a})=>a.some(({outcome:l})=>l!=="right"));return(e.length>0?c:[{concept:[],log:n}]).flatMap(({concept:a,log:l})=>{let s=q(l,t,r);return s?[{concept:a,due:s.due}]:[]})}function te(e){let n=e.filter(t=>t.kind==="attempt");return n.filter((t,r)=>{let i=n[r+1];return u(t)||!i||u(i)||i.session!==t.session})}function y(e,n){return e.filter(t=>!u(t)||t.options.includes(n)).map(t=>({...t,outcome:N(t.concepts??[],[n])}))}function ne(e,n){return(e.filter(t=>t.kind==="attempt").at(-1)?.concepts??[]).filter(t=>n.includes(t))}function u(e){return"context"in e&&e.context==="review"}var V=1,S=10,re=new Date(2020,0,1).getTime();function w(e){return O(re,e)}function ie(e){let{v:n,cap:t,items:r}=b(e);if(n!==V||typeof r!="object")return null;let i=Object.entries(b(r)).map(([c,a])=>[c,ae(H(a).map(Number).filter(Number.isInteger))]);return{cap:typeof t=="number"&&t>=0?t:S,items:new Map(i)}}function ae([e=0,...n]){return{reviewed:e,days:n}}function le({cap:e,items:n}){let t=[...n].map(([r,{reviewed:i,days:c}])=>[r,[i,...c]]);return{v:V,cap:e,items:Object.fromEntries(t)}}function ce(e,n){if(e.length===0)return null;let t=p(n).find(u);return{reviewed:t?w(t.time):0,days:e.map(({due:r})=>w(r))}}function _({cap:e,items:n},t){let r=w(t),i=[...n.values()].map(({reviewed:l,days:s})=>({reviewed:l,first:Math.min(...s)})).filter(({first:l})=>l<=r),c=[...n.values()].filter(({reviewed:l})=>l===r).length,a=i.filter(({reviewed:l})=>l===0).sort((l,s)=>l.first-s.first);return i.length-a.length+Math.min(a.length,Math.max(0,e-c))}var se=':is(nav, .md-nav, [role="navigation"]) a[href]',D=new WeakMap;function oe(){document.addEventListener("recall-attempted",({target:e})=>{e instanceof h&&!e.closest("recall-review")&&f([F(e)])})}function k(){return m()?.cap??S}function W(e,n=k()){A(T({cap:n,items:new Map},e)),M()}function ue(e){let{items:n}=m()??z(),t=new Map([...n].filter(([r])=>e.includes(r)));return _({cap:1/0,items:t},o().now())}function M(){let e=C();if(!e)return;let n=_(m()??z(),o().now());for(let t of document.querySelectorAll(se))t instanceof HTMLAnchorElement&&pe(t,e)&&fe(t,n)}function f(e){e.length>0&&A(T(m()??z(),e)),M()}function de(e){f(G(e))}function F(e){let n=[...e.querySelectorAll("[data-recall-concept]")].map(t=>t.getAttribute("data-recall-concept")??"");return{id:e.itemId,ids:e.ids,concepts:n}}function G(e){let[n,t]=[o(),o().items()];return e.flatMap(r=>{let i=document.getElementById(`recall-${r}`);if(i instanceof h&&!i.closest("recall-review"))return F(i);let c=p(n.entries([r])).some(a=>"concepts"in a);return t.has(r)&&!c?{id:r,ids:[r],concepts:[]}:[]})}function T({cap:e,items:n},t){let[r,i]=[o(),o().now()],c=new Map(n);for(let a of t){let l=r.entries(a.ids),s=ce(x(a,l,i),l);for(let d of a.ids)c.delete(d);s&&c.set(a.id,s)}return{cap:e,items:c}}function z(){let e=T({cap:S,items:new Map},G([...o().items()]));return A(e),e}function K(){return`recall:${j()}:due`}function Q(){return o().place==="browser"?$():null}function m(){try{let e=Q();return e?ie(JSON.parse(e.getItem(K())??"null")):D.get(o())??null}catch{return null}}function A(e){try{D.set(o(),e),Q()?.setItem(K(),JSON.stringify(le(e)))}catch{}}function pe({origin:e,pathname:n,hash:t},r){let{origin:i,pathname:c}=new URL(r,document.baseURI);return t===""&&e===i&&n.replace(/index\.html$/,"")===c.replace(/index\.html$/,"")}function fe(e,n){let t=e.querySelector(":scope .recall-due")??me(e);t.textContent=n>0?R(n):"",t.setAttribute("aria-label",P("due.count",{n})),t.toggleAttribute("hidden",n===0)}function me(e){let n=g("span","recall-due");n.setAttribute("role","img");let t=g("span","recall-due-place");return t.append(n),(e.querySelector(".md-ellipsis")??e).append(t),n}function he(e){let n=new CSSStyleSheet;n.replaceSync(e),document.adoptedStyleSheets.push(n)}L.among=ue;oe();he(Z);J({},[M]);document.addEventListener(v,e=>de(Object(e).detail??[]),{capture:!0});var ge=document.querySelectorAll(".recall-way");for(let e of ge)e.style.minBlockSize=`${e.offsetHeight}px`;document.dispatchEvent(new Event(v));globalThis.recallParts.here.count={a:x,b:y,c:u,d:k,e:W,f};})();
}];p.run?.()})(globalThis.recallParts??={build:"65a6c407",here:{},came:{}});
//# sourceMappingURL=count.js.map
