// Keeps the run on a job's page up to date until it has finished. Asks every 2 s, up to 10 s while nothing changes, not in a hidden tab.
(function () {
  'use strict';
  const shortest = 2000, longest = 10000;
  const section = document.querySelector('.rd-run[data-rd-open="true"]');
  if (!section) { return; }
  const body = section.querySelector('.rd-body');
  const rows = section.querySelector('.rd-history tbody');
  const scroll = section.querySelector('.rd-scroll');
  const live = section.querySelector('.rd-live');
  let last = section.dataset.rdLast, mark = null, wait = shortest, timer = null, asking = false, open = true, failedSince = null;

  function say(text, bad) {
    live.classList.toggle('rd-bad', bad);
    if (live.textContent !== text) { live.textContent = text; }
  }
  function atEnd() { return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 8; }
  function toEnd() { scroll.scrollTop = scroll.scrollHeight; }

  function show(update) {
    const follow = atEnd();
    body.innerHTML = update.body;
    if (update.rows) { rows.insertAdjacentHTML('beforeend', update.rows); }
    if (follow) { toEnd(); }
    wait = update.mark === mark ? Math.min(wait * 1.5, longest) : shortest;
    mark = update.mark;
    last = update.last;
    open = update.open;
    failedSince = null;
    say(open ? 'Now in phase ' + update.phase + '. This part of the page refreshes by itself.'
      : 'The run has finished. Reload the page for the job\'s own states.', false);
  }

  function fail(status) {
    wait = Math.min(wait * 1.5, longest);
    failedSince = failedSince || new Date();
    open = ![401, 403, 404].includes(status);
    say(open ? 'No answer since ' + failedSince.toISOString().slice(11, 19) + ' UTC: what is shown is from before. It is asked again by itself.'
      : 'The service refuses to answer (HTTP ' + status + '): what is shown is from before. Reload the page.', true);
  }

  async function ask() {
    timer = null;
    if (document.hidden || asking) { return; }
    asking = true;
    try {
      const response = await fetch(section.dataset.rdUrl + '?after=' + last, { cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(longest) });
      if (response.ok) { show(await response.json()); } else { fail(response.status); }
    } catch { fail(0); }
    asking = false;
    plan();
  }

  function plan() { if (open && timer === null && !document.hidden) { timer = setTimeout(ask, wait); } }

  document.addEventListener('visibilitychange', function () {
    if (!document.hidden && open && timer === null) { wait = shortest; ask(); }
  });
  toEnd();
  plan();
})();
