/* Built from client/ by "npm run bundle": change it there. */
(p=>{if(p.build!=="dc6e12f6")return p.visit?.("dc6e12f6");p.came.count??=[["core","due"],()=>{
(()=>{var{b:q,d:C,e:L}=globalThis.recallParts.here.due;var{C:O,S:j,T:N,V:o,_:g,ba:B,c:b,ca:P,e:H,g:J,k:R,oa:U,p:v,r:V,sa:w,ua:_,v:f,w:D}=globalThis.recallParts.here.core;H({"due.count":{one:"{n} due",other:"{n} due"}});var re=`/*
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
`;function y({id:e,concepts:t},n,r,a=q){let c=f(n),i=le(c,t),l=new Map;for(let{concept:s,due:d}of D(n)?[]:ae(t,c,r,a)){let $=Math.max(a(d),a(r)),{concepts:te,due:ne}=l.get($)??{concepts:[],due:d};l.set($,{id:e,concepts:[...te,...s],ticked:i,log:c,due:Math.min(ne,d)})}return[...l.values()]}function ae(e,t,n,r){let a=ie(t),c=e.map(i=>({concept:[i],log:S(a,i)})).filter(({log:i})=>i.some(({outcome:l})=>l!=="right"));return(e.length>0?c:[{concept:[],log:t}]).flatMap(({concept:i,log:l})=>{let s=C(l,n,r);return s?[{concept:i,due:s.due}]:[]})}function ie(e){let t=e.filter(n=>n.kind==="attempt");return t.filter((n,r)=>{let a=t[r+1];return u(n)||!a||u(a)||a.session!==n.session})}function S(e,t){return e.filter(n=>!u(n)||n.options.includes(t)).map(n=>({...n,outcome:P(n.concepts??[],[t])}))}function le(e,t){return(e.filter(n=>n.kind==="attempt").at(-1)?.concepts??[]).filter(n=>t.includes(n))}function u(e){return"context"in e&&e.context==="review"}var W=1,M=10,ce=25,se=new Date(2020,0,1).getTime();function p(e){return L(se,e)}function oe(e){let{v:t,cap:n,items:r}=v(e);if(t!==W||typeof r!="object")return null;let a=Object.entries(v(r)).map(([c,i])=>[c,ue(V(i).map(Number).filter(Number.isInteger))]);return{cap:typeof n=="number"&&n>=0?n:M,items:new Map(a)}}function ue([e=0,...t]){return{reviewed:e,days:t}}function de({cap:e,items:t}){let n=[...t].map(([r,{reviewed:a,days:c}])=>[r,[a,...c]]);return{v:W,cap:e,items:Object.fromEntries(n)}}function pe(e,t){if(e.length===0)return null;let n=f(t).find(u);return{reviewed:n?p(n.time):0,days:e.map(({due:r})=>p(r))}}function F({cap:e,items:t},n){let r=p(n),a=[...t.values()].map(({reviewed:l,days:s})=>({reviewed:l,first:Math.min(...s)})).filter(({first:l})=>l<=r),c=[...t.values()].filter(({reviewed:l})=>l===r).length,i=a.filter(({reviewed:l})=>l===0).sort((l,s)=>l.first-s.first);return a.length-i.length+Math.min(i.length,Math.max(0,e-c))}function G(e){return Math.max(1,Math.round(e*ce/60))}var fe=':is(nav, .md-nav, [role="navigation"]) a[href]',K=new WeakMap;function me(){document.addEventListener("recall-attempted",({target:e})=>{e instanceof g&&!e.closest("recall-review")&&m([X(e)])})}function k(){return h()?.cap??M}function Q(e,t=k()){let n=z({cap:t,items:new Map},e);return I(n),E(),n}function he(e){let{items:t}=h()??A(),n=new Map([...t].filter(([r])=>e.includes(r)));return F({cap:1/0,items:n},o().now())}function E(){let e=N();if(!e)return;let t=F(h()??A(),o().now());for(let n of document.querySelectorAll(fe))n instanceof HTMLAnchorElement&&be(n,e)&&ve(n,t)}function m(e){e.length>0&&I(z(h()??A(),e)),E()}function ge(e){m(Y(e))}function X(e){let t=[...e.querySelectorAll("[data-recall-concept]")].map(n=>n.getAttribute("data-recall-concept")??"");return{id:e.itemId,ids:e.ids,concepts:t}}function Y(e){let[t,n]=[o(),o().items()];return e.flatMap(r=>{let a=document.getElementById(`recall-${r}`);if(a instanceof g&&!a.closest("recall-review"))return X(a);let c=f(t.entries([r])).some(i=>"concepts"in i);return n.has(r)&&!c?{id:r,ids:[r],concepts:[]}:[]})}function z({cap:e,items:t},n){let[r,a]=[o(),o().now()],c=new Map(t);for(let i of n){let l=r.entries(i.ids),s=pe(y(i,l,a),l);for(let d of i.ids)c.delete(d);s&&c.set(i.id,s)}return{cap:e,items:c}}function A(){let e=z({cap:M,items:new Map},Y([...o().items()]));return I(e),e}function Z(){return`recall:${j()}:due`}function ee(){return o().place==="browser"?O():null}function h(){try{let e=ee();return e?oe(JSON.parse(e.getItem(Z())??"null")):K.get(o())??null}catch{return null}}function I(e){try{K.set(o(),e),ee()?.setItem(Z(),JSON.stringify(de(e)))}catch{}}function be({origin:e,pathname:t,hash:n},r){let{origin:a,pathname:c}=new URL(r,document.baseURI);return n===""&&e===a&&t.replace(/index\.html$/,"")===c.replace(/index\.html$/,"")}function ve(e,t){let n=e.querySelector(":scope .recall-due")??we(e);n.textContent=t>0?R(t):"",n.setAttribute("aria-label",J("due.count",{n:t})),n.toggleAttribute("hidden",t===0)}function we(e){let t=b("span","recall-due");t.setAttribute("role","img");let n=b("span","recall-due-place");return n.append(t),(e.querySelector(".md-ellipsis")??e).append(n),t}function T(e){let t=new CSSStyleSheet;t.replaceSync(e),document.adoptedStyleSheets.push(t)}B.among=he;me();T(re);_({},[E]);document.addEventListener(w,e=>ge(Object(e).detail??[]),{capture:!0});var xe=document.querySelectorAll(".recall-way");for(let e of xe)e.style.minBlockSize=`${e.offsetHeight}px`;document.dispatchEvent(new Event(w));var x=new Set;document.addEventListener("recall-attempted",({target:e})=>{let t=e instanceof Element?e.closest("recall-test"):null;!t||x.has(t)||(x.add(t),U("keep").then(()=>t.dispatchEvent(new CustomEvent("recall-ended",{bubbles:!0}))).catch(()=>{}).finally(()=>x.delete(t)))});globalThis.recallParts.here.count={a:y,b:S,c:u,d:p,e:G,f:k,g:Q,h:m,i:T};})();
}];p.run?.()})(globalThis.recallParts??={build:"dc6e12f6",here:{},came:{}});
//# sourceMappingURL=count.js.map
