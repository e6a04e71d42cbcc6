'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const checks = [...document.querySelectorAll('.check')];
  const groups = [...document.querySelectorAll('.group')];
  const form = byId('filter');
  const fields = {};
  for (const name of ['text', 'verdict', 'priority', 'category', 'owner']) {
    const field = byId('filter-' + name);
    if (field) fields[name] = field;
  }
  const isOpenVerdict = verdict => verdict === 'fail' || verdict === 'partial';

  const fits = (check, wanted) =>
    (!wanted.verdict || wanted.verdict === check.dataset.verdict ||
      (wanted.verdict === 'open' && isOpenVerdict(check.dataset.verdict))) &&
    (!wanted.priority || wanted.priority === check.dataset.priority) &&
    (!wanted.category || wanted.category === check.dataset.category) &&
    (!wanted.owner || wanted.owner === (check.dataset.owner || '')) &&
    (!wanted.text || check.textContent.toLowerCase().includes(wanted.text));

  const wanted = () => {
    const out = {};
    for (const [name, field] of Object.entries(fields)) out[name] = field.value.trim();
    if (out.text) out.text = out.text.toLowerCase();
    return out;
  };

  // The address keeps the filter, so that a filtered page can be passed on: #?verdict=fail&owner=…
  const remember = () => {
    const kept = new URLSearchParams();
    for (const [name, field] of Object.entries(fields)) if (field.value) kept.set(name, field.value);
    const text = kept.toString();
    if (text || location.hash.startsWith('#?')) history.replaceState(null, '', text ? '#?' + text : '#checks');
  };

  const apply = () => {
    const now = wanted();
    let shown = 0;
    for (const check of checks) {
      check.hidden = !fits(check, now);
      if (!check.hidden) ++shown;
    }
    for (const group of groups) group.hidden = !group.querySelector('.check:not([hidden])');
    byId('filter-count').textContent = `${shown} of ${checks.length} ${form.dataset.things || 'checks'}`;
  };

  const openAll = byId('open-all');
  const setAll = open => {
    for (const check of checks) if (!check.hidden) check.open = open;
    openAll.textContent = open ? 'Close all' : 'Open all';
  };

  const restore = () => {
    const kept = new URLSearchParams(location.hash.slice(2));
    for (const [name, field] of Object.entries(fields)) field.value = kept.get(name) || '';
    for (const field of Object.values(fields)) if (field.selectedIndex === -1) field.selectedIndex = 0;
  };

  // A link to a check opens it, and shows it although the filter would not.
  const follow = () => {
    if (location.hash.startsWith('#?')) {
      restore();
      apply();
      return;
    }
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; }
    const check = id && byId(id);
    if (!check || !check.classList.contains('check')) return;
    check.hidden = false;
    check.closest('.group').hidden = false;
    check.open = true;
    check.scrollIntoView({behavior: 'instant'});
  };

  const theme = byId('theme');
  const isDark = () => (document.documentElement.dataset.theme ||
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const nameTheme = () => { theme.textContent = isDark() ? 'Light' : 'Dark'; };
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    nameTheme();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', nameTheme);
  nameTheme();
  theme.hidden = false;

  if (form) {
    form.hidden = false;
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('input', () => { apply(); remember(); });
    form.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));
    if (openAll) openAll.addEventListener('click', () => setAll(openAll.textContent === 'Open all'));
    for (const link of document.querySelectorAll('[data-filter-category]'))
      link.addEventListener('click', () => {
        form.reset();
        fields.category.value = link.dataset.filterCategory;
        setTimeout(() => { apply(); remember(); });
      });
    apply();
  }

  let closed = [];
  addEventListener('beforeprint', () => {
    for (const each of document.querySelectorAll('details:not([open])')) {
      each.open = true;
      closed.push(each);
    }
  });
  addEventListener('afterprint', () => {
    for (const each of closed) each.open = false;
    closed = [];
  });
  addEventListener('hashchange', follow);
  follow();
})();
