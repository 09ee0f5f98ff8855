// The search of the reference: finds by code, alias, number, message in any language, and words.
(function () {
  'use strict';

  const SHOWN = 100;
  const SIMILAR = 10;
  const ALIKE = 0.5;
  const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

  /** One form for all spellings: width, case and marks between words do not count. */
  function fold(text) {
    return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  }

  function squeeze(text) {
    return text.replace(/ /g, '');
  }

  function form(text) {
    const folded = fold(text);
    return { folded: folded, squeezed: squeeze(folded) };
  }

  function prepare(entry) {
    const texts = (field, list) =>
      (list || []).map(([language, text]) => ({ field, language, text, ...form(text) }));
    const names = entry.names.map(form);
    const said = [
      ...texts('title', entry.titles),
      ...texts('message', entry.messages),
      ...texts('more', entry.more),
    ];
    const all = [...names, ...said].map((one) => one.folded).join('\n');
    return { entry, names, said, all };
  }

  const POINTS = { title: 60, message: 50, more: 35 };

  /** Tells how well an entry fits, and by which of its texts. */
  function match(one, query, language) {
    let best = { points: 0, by: null };
    const offer = (points, by) => {
      if (points > best.points) {
        best = { points, by };
      }
    };
    for (const name of one.names) {
      if (name.squeezed === query.squeezed) {
        offer(100, null);
      } else if (name.squeezed.length >= 8 && query.squeezed.includes(name.squeezed)) {
        offer(90, null);
      } else if (query.long && name.squeezed.startsWith(query.squeezed)) {
        offer(80, null);
      } else if (query.long && name.squeezed.includes(query.squeezed)) {
        offer(70, null);
      }
    }
    if (!query.long) {
      return best;
    }
    for (const text of one.said) {
      const own = text.language === language ? 2 : 0;
      if (text.squeezed === query.squeezed) {
        offer(95 + own, text);
      } else if (text.folded.includes(query.folded)) {
        offer(POINTS[text.field] + own, text);
      } else if (text.squeezed.includes(query.squeezed)) {
        offer(POINTS[text.field] - 5 + own, text);
      } else if (text.field === 'message' && text.squeezed.length >= 12
          && query.squeezed.includes(text.squeezed)) {
        offer(85, text);
      } else if (text.field !== 'more' && query.words.every((word) => text.folded.includes(word))) {
        offer(30 + own, text);
      }
    }
    if (best.points === 0 && query.words.every((word) => one.all.includes(word))) {
      offer(20, null);
    }
    return best;
  }

  function pieces(text, length) {
    const found = new Set();
    for (let i = 0; i + length <= text.length; i++) {
      found.add(text.slice(i, i + length));
    }
    return found;
  }

  /** Gives the share of the query that a text holds, or of the text that the query holds. */
  function likeness(query, text, length) {
    const other = pieces(text.squeezed, length);
    let both = 0;
    for (const piece of query) {
      if (other.has(piece)) {
        both++;
      }
    }
    const ofText = text.squeezed.length >= 20 && other.size > 0 ? both / other.size : 0;
    return query.size === 0 ? 0 : Math.max(both / query.size, ofText);
  }

  /** Finds what is spelt alike: damaged codes, and messages translated another time. */
  function similar(prepared, query) {
    const length = CJK.test(query.squeezed) ? 2 : 3;
    const asked = pieces(query.squeezed, length);
    const found = [];
    for (const one of prepared) {
      let best = { points: 0, by: null };
      for (const text of [...one.names, ...one.said]) {
        const points = text.field === 'more' ? 0 : likeness(asked, text, length);
        if (points > best.points) {
          best = { points, by: text.field ? text : null };
        }
      }
      if (best.points >= ALIKE) {
        found.push({ entry: one.entry, ...best });
      }
    }
    return sorted(found).slice(0, SIMILAR);
  }

  function sorted(found) {
    return found.map((one, place) => ({ one, place }))
      .sort((a, b) => b.one.points - a.one.points || a.place - b.place)
      .map((ranked) => ranked.one);
  }

  function search(prepared, text, language) {
    const query = form(text);
    query.words = query.folded.split(' ');
    query.long = query.squeezed.length > 1 || CJK.test(query.squeezed);
    const found = [];
    for (const one of query.squeezed ? prepared : []) {
      const best = match(one, query, language);
      if (best.points > 0) {
        found.push({ entry: one.entry, ...best });
      }
    }
    if (found.length > 0 || query.squeezed.length < 4) {
      return { found: sorted(found), exact: true };
    }
    return { found: similar(prepared, query), exact: false };
  }

  function element(tag, css, text) {
    const made = document.createElement(tag);
    if (css) {
      made.className = css;
    }
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  function titleOf(entry, language) {
    const titles = entry.titles;
    return titles.find((title) => title[0] === language) || titles.find((title) => title[0] === 'en')
      || titles[0] || ['', entry.name || entry.names[0]];
  }

  const box = document.getElementById('search');
  const input = document.getElementById('query');
  const count = document.getElementById('count');
  const results = document.getElementById('results');
  const lists = document.getElementById('lists');
  const language = document.documentElement.lang;
  let prepared = null;

  function say(name, values) {
    const text = box.querySelector('[data-say="' + name + '"]').textContent;
    return text.replace(/<(\w+)>/g, (whole, key) => (key in values ? values[key] : whole));
  }

  function line(hit) {
    const item = element('li');
    const link = element('a');
    link.href = (box.dataset.folder || '') + hit.entry.page;
    const title = titleOf(hit.entry, language);
    if (hit.entry.name && hit.entry.name !== title[1]) {
      link.append(element('code', '', hit.entry.name), ' ');
    }
    const words = element('span', 'title', title[1]);
    if (title[0] && title[0] !== language) {
      words.lang = title[0];
    }
    link.append(words);
    const kind = box.querySelector('[data-kind="' + hit.entry.kind + '"]').textContent;
    item.append(element('span', 'kind', kind), ' ', link);
    if (hit.by && hit.by.text !== title[1]) {
      const by = element('p', '', hit.by.text);
      by.lang = hit.by.language;
      item.append(by);
    }
    return item;
  }

  function show() {
    const text = input.value.trim();
    if (!text) {
      count.textContent = '';
      results.replaceChildren();
      lists && (lists.hidden = false);
      return;
    }
    prepared = prepared || window.referenceData.map(prepare);
    const { found, exact } = search(prepared, text, language);
    const shown = found.slice(0, SHOWN);
    const sentence = found.length === 0 ? 'none'
      : !exact ? 'similar' : shown.length < found.length ? 'first' : 'found';
    count.textContent = say(sentence, { count: found.length, shown: shown.length });
    results.replaceChildren(...shown.map(line));
    lists && (lists.hidden = found.length > 0);
  }

  function fromAddress() {
    const asked = /^#q=(.*)$/.exec(window.location.hash);
    if (asked) {
      try {
        input.value = decodeURIComponent(asked[1].replace(/\+/g, ' '));
      } catch (broken) {
        input.value = asked[1];
      }
    } else if (window.location.hash) {
      input.value = '';
    }
    show();
    const target = asked ? null : document.getElementById(window.location.hash.slice(1));
    if (target) {
      target.scrollIntoView();
    }
  }

  function remember() {
    const text = input.value.trim();
    const address = text ? '#q=' + encodeURIComponent(text) : window.location.pathname;
    try {
      window.history.replaceState(null, '', address);
    } catch (refused) {
      // Some browsers keep a page of a folder from changing its address.
    }
  }

  box.hidden = false;
  input.addEventListener('input', () => {
    show();
    remember();
  });
  window.addEventListener('hashchange', fromAddress);
  fromAddress();
})();
