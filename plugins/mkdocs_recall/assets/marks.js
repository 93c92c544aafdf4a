/* Built from client/ by "npm run bundle": change it there. */
(p=>{if(p.build!=="dc6e12f6")return p.visit?.("dc6e12f6");p.came.marks??=[["core","due","count"],()=>{
(()=>{var{i:a}=globalThis.recallParts.here.count;var{a:o}=globalThis.recallParts.here.due;var{V:s,_:c,c:h,d,e:m,g:f,sa:p,ua:u}=globalThis.recallParts.here.core;m({"done.mark":"done"});var v=`/*
 * The mark of a section that is done, before its heading and its link. It comes after the page, so it takes no room and
 * stands in the margin. The script brings this style with it.
 */
:is(h2, h3, h4, h5, h6, a):has(> .recall-done) {
  position: relative;
}

.recall-done {
  position: absolute;
  inset-block-start: 0;
  inset-inline-end: 100%;
  display: flex;
  align-items: center;
  inline-size: 10px;
  block-size: 1lh;
  margin-inline-end: 2px;
  color: var(--recall-accent);
}

.recall-done > .recall-icon {
  flex: none;
  inline-size: 10px;
  block-size: 10px;
  stroke-width: 3.5px;
}

@media (min-width: 45em) {
  :is(h2, h3, h4, h5, h6) > .recall-done {
    inline-size: 14px;
    margin-inline-end: 6px;
  }

  :is(h2, h3, h4, h5, h6) > .recall-done > .recall-icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 3px;
  }
}

@media print {
  .recall-done {
    display: none;
  }
}
`,k=":is(h2, h3, h4, h5, h6)[id]",w="recall-test, recall-review, recall-today";function S(){for(let e of["recall-attempted",p])document.addEventListener(e,b)}function b(){let e=z()?new Set:q();for(let t of document.querySelectorAll(k))if(x(t)){g(t,e.has(t));for(let n of A(t.id))g(n,e.has(t))}}function z(){return document.querySelector('script[data-recall-marks="no"]')!==null}function q(){let e=s(),t=new Set(e.names("i")),n=[];if(t.size===0)return new Set;let r=[];for(let l of document.querySelectorAll(`${k}, .recall-item`))if(l instanceof c){if(r.length===0||l.closest(w))continue;for(let i of r)i.items+=1;if(r.every(({open:i})=>i))continue;if(!(l.ids.some(i=>t.has(i))&&o(e.entries(l.ids))))for(let i of r)i.open=!0}else if(x(l)){let i=Number(l.tagName.slice(1));r=[...r.filter(y=>y.rank<i),{heading:l,rank:i,items:0,open:!1}],n.push(...r.slice(-1))}return new Set(n.filter(({items:l,open:i})=>l>0&&!i).map(({heading:l})=>l))}function x(e){return!e.closest(".recall-item, .recall-set, .recall-ways, recall-today, nav")}function A(e){let t=`#${e}`;return[...document.querySelectorAll(':is(nav, .md-nav, [role="navigation"], [role="complementary"]) a[href*="#"]')].filter(n=>n instanceof HTMLAnchorElement?T(n.hash)===t&&n.pathname===location.pathname&&n.host===location.host:!1)}function T(e){try{return decodeURIComponent(e)}catch{return e}}function g(e,t){let n=e.querySelector(":scope > .recall-done");if(!t)return n?.remove();if(n)return;let r=h("span","recall-done");r.setAttribute("role","img"),r.setAttribute("aria-label",f("done.mark")),r.append(d("check")),e.insertBefore(r,e.querySelector(":scope > .headerlink"))}S();a(v);u({},[b]);globalThis.recallParts.here.marks={};})();
}];p.run?.()})(globalThis.recallParts??={build:"dc6e12f6",here:{},came:{}});
//# sourceMappingURL=marks.js.map
