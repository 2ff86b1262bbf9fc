/*
 * The review: keys for the buttons that are there anyway, saving while somebody writes, and news of other reviewers.
 *
 * Without this script every button is a plain form. The server's half is lingotype/desk/review/.
 */
(() => {
  const POLL_MS = 4000;
  const PAUSE_MS = 700;
  const OWN_KEYS = 'input, textarea, select, [contenteditable], dialog[open]';
  const PRESSABLE = 'a, button, summary';

  class Review extends window.StimulusModule.Controller {
    static targets = ['paragraph', 'keys', 'status', 'others', 'progress', 'toggle', 'all', 'publish'];
    static values = { url: String, saving: String, saved: String, lost: String };

    connect() {
      this.waits = new Map(); // by a paragraph's id: what is being sent, so that one answer comes before the next question
      this.timers = new Map();
      this.pressed = this.press.bind(this);
      document.addEventListener('keydown', this.pressed);
      this.leaving = (event) => this.isUnsaved && event.preventDefault();
      window.addEventListener('beforeunload', this.leaving);
      this.poll = window.setInterval(() => this.ask(), POLL_MS);
      this.toggleTarget.setAttribute('role', 'button');
      this.showToggle();
      const named = this.paragraphTargets.find((one) => `#${one.id}` === window.location.hash);
      const first = this.paragraphTargets.find((one) => one.dataset.approved === 'false') ?? this.paragraphTargets[0];
      if (named) this.go(named);
      else if (first) this.choose(first);
      this.ask();
    }

    disconnect() {
      document.removeEventListener('keydown', this.pressed);
      window.removeEventListener('beforeunload', this.leaving);
      window.clearInterval(this.poll);
    }

    // Where we are

    get current() {
      return this.paragraphTargets.find((one) => one.hasAttribute('aria-current'));
    }

    choose(paragraph) {
      this.paragraphTargets.forEach((one) => one.removeAttribute('aria-current'));
      paragraph.setAttribute('aria-current', 'true');
      this.remember(paragraph);
    }

    go(paragraph) {
      this.choose(paragraph);
      paragraph.focus({ preventScroll: true });
      paragraph.scrollIntoView({ block: 'center' });
    }

    step(by) {
      const all = this.paragraphTargets;
      const next = all[all.indexOf(this.current) + by];
      if (next) this.go(next);
    }

    next() {
      const all = this.paragraphTargets;
      const at = all.indexOf(this.current);
      const open = [...all.slice(at + 1), ...all.slice(0, at)].find((one) => one.dataset.approved === 'false');
      if (open) this.go(open);
      else this.step(1);
    }

    // Keys

    press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest(OWN_KEYS)) return;
      if (event.key === 'Enter' && event.target.closest(PRESSABLE)) return;
      if (this.act(event.key)) event.preventDefault();
    }

    act(key) {
      const acts = {
        j: () => this.step(1), k: () => this.step(-1), n: () => this.next(), '?': () => this.help(), a: () => this.approve(),
        e: () => this.open('edit'), c: () => this.open('comments'), d: () => this.differences(),
        A: () => this.hasAllTarget && this.allTarget.requestSubmit(), p: () => this.hasPublishTarget && this.publishTarget.requestSubmit(),
      };
      if (acts[key]) return acts[key]() ?? true;
      const button = /^[1-9u]$/.test(key) && this.current?.querySelector(`button[aria-keyshortcuts="${key}"]`);
      if (!button || button.disabled) return false;
      button.form.requestSubmit(button);
      return true;
    }

    help() {
      this.keysTarget.showModal();
    }

    async approve() {
      const one = this.current;
      const button = one?.querySelector('button[aria-keyshortcuts="a"]');
      if (button && !button.disabled) {
        const done = await this.send(one, button.form.action, Object.fromEntries(new FormData(button.form)));
        if (!done) return;
      }
      this.next();
    }

    open(part) {
      const details = this.part(this.current, part);
      if (!details) return;
      details.open = true;
      details.querySelector('textarea')?.focus(); // at once: the next key may be typed already
    }

    differences(event) {
      event?.preventDefault();
      this.element.classList.toggle('desk-review--differences');
      this.showToggle();
      this.current?.scrollIntoView({ block: 'center' });
    }

    showToggle() {
      const isOn = this.element.classList.contains('desk-review--differences');
      this.toggleTarget.setAttribute('aria-pressed', isOn ? 'true' : 'false');
    }

    // Writing

    opened(event) {
      const details = event.currentTarget;
      if (!details.open) return;
      const field = details.querySelector('textarea');
      field.dataset.began = field.value;
      field.dataset.sent = field.value;
      const paragraph = details.closest('li');
      if (paragraph !== this.current) this.choose(paragraph);
      field.focus();
    }

    typed(event) {
      const paragraph = event.currentTarget.closest('li');
      window.clearTimeout(this.timers.get(paragraph.id));
      this.timers.set(paragraph.id, window.setTimeout(() => this.save(paragraph), PAUSE_MS));
    }

    left(event) {
      const isLeft = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
      if (!isLeft) return;
      event.preventDefault();
      this.leave(event.currentTarget.closest('li'));
    }

    async leave(paragraph) {
      const details = this.part(paragraph, 'edit');
      const field = details.querySelector('textarea');
      window.clearTimeout(this.timers.get(paragraph.id));
      if (field.value !== field.dataset.began || field.value !== field.dataset.sent) {
        if (!(await this.save(paragraph, true))) return;
      }
      const after = document.getElementById(paragraph.id);
      this.part(after, 'edit').open = false;
      this.go(after);
    }

    async save(paragraph, isDone = false) {
      const form = this.part(paragraph, 'edit').querySelector('form');
      const field = form.querySelector('textarea');
      if (this.part(paragraph, 'problem').querySelector('form')) return false; // two versions wait for a choice
      const text = field.value;
      if (!isDone && text === field.dataset.sent) return true;
      this.say(paragraph, this.savingValue);
      const done = await this.send(paragraph, form.action, { text, is_done: isDone ? 'yes' : '' }, isDone);
      if (done) {
        field.dataset.sent = text;
        this.say(paragraph, this.savedValue);
      } else this.say(paragraph, '');
      return done;
    }

    /** Whether something was typed that the server does not have yet. */
    get isUnsaved() {
      const fields = this.paragraphTargets.map((one) => this.part(one, 'edit')).filter((part) => part?.open);
      return fields.map((part) => part.querySelector('textarea')).some((field) => field.value !== field.dataset.sent);
    }

    say(paragraph, words) {
      const place = paragraph.querySelector('[data-saved]');
      if (place) place.textContent = words;
    }

    // Sending

    async submit(event) {
      event.preventDefault();
      const form = event.currentTarget;
      const paragraph = form.closest('.desk-review__paragraph');
      const field = this.part(paragraph, 'edit')?.querySelector('textarea');
      if (form.contains(field)) {
        await this.leave(paragraph);
        return;
      }
      const sent = Object.fromEntries(new FormData(form));
      const isMine = 'mine' in form.dataset;
      if (isMine && this.part(paragraph, 'edit').open) sent.text = field.value;
      window.clearTimeout(this.timers.get(paragraph.id));
      await this.send(paragraph, form.action, sent, true, form.dataset.version);
    }

    /** Send, once what was sent before is answered. Tells whether it was done. */
    send(paragraph, url, sent, isWhole = true, version = '') {
      const before = this.waits.get(paragraph.id) ?? Promise.resolve();
      const now = before.then(() => this.post(document.getElementById(paragraph.id), url, sent, isWhole, version));
      this.waits.set(paragraph.id, now);
      return now.finally(() => this.waits.get(paragraph.id) === now && this.waits.delete(paragraph.id));
    }

    async post(paragraph, url, sent, isWhole, version) {
      const problem = this.part(paragraph, 'problem');
      let answer;
      try {
        answer = await this.fetch(url, { ...sent, version: version || paragraph.dataset.version });
      } catch {
        problem.textContent = this.lostValue;
        this.timers.set(paragraph.id, window.setTimeout(() => sent.is_done === '' && this.save(paragraph), POLL_MS));
        return false;
      }
      if (answer.status === 200) {
        this.renew(paragraph, answer.data.html, isWhole);
        return true;
      }
      if (answer.status === 409) {
        problem.innerHTML = answer.data.html; // made by our own template, escaped there
        problem.querySelector('a, button')?.focus();
      } else problem.textContent = answer.data.message ?? '';
      this.statusTarget.textContent = answer.data.message ?? '';
      return false;
    }

    async fetch(url, sent) {
      const token = document.querySelector('input[name=csrfmiddlewaretoken]')?.value ?? '';
      const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };
      const how = sent && {
        method: 'POST', headers: { ...headers, 'Content-Type': 'application/json', 'X-CSRFToken': token },
        body: JSON.stringify(sent),
      };
      const answer = await fetch(url, how ?? { headers });
      const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
      if (!isJson) throw new Error(String(answer.status));
      return { status: answer.status, data: await answer.json() };
    }

    // Showing

    part(paragraph, name) {
      return paragraph?.querySelector(`[data-part="${name}"]`);
    }

    /** The paragraph as the server shows it now; the field in which somebody is writing stays. */
    renew(paragraph, html, isWhole) {
      const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('li');
      const isCurrent = paragraph.hasAttribute('aria-current');
      if (!isWhole && this.part(paragraph, 'edit')?.open) {
        Object.assign(paragraph.dataset, { version: fresh.dataset.version, approved: fresh.dataset.approved });
        fresh.querySelectorAll('[data-part]').forEach((part) => {
          if (part.dataset.part !== 'edit') this.part(paragraph, part.dataset.part)?.replaceWith(part);
        });
      } else {
        const hadFocus = paragraph.contains(document.activeElement);
        paragraph.replaceWith(fresh);
        if (isCurrent) fresh.setAttribute('aria-current', 'true');
        if (hadFocus) fresh.focus({ preventScroll: true });
        if (isCurrent) this.remember(fresh);
      }
      this.count();
    }

    count() {
      const all = [...this.element.querySelectorAll('.desk-review__paragraph')];
      const approved = all.filter((one) => one.dataset.approved === 'true').length;
      const said = this.progressTarget.dataset.said.replace('{approved}', approved).replace('{all}', all.length);
      this.progressTarget.textContent = said;
    }

    /** Memory is asked once for each paragraph that somebody comes to. */
    async remember(paragraph) {
      const place = this.part(paragraph, 'suggestions');
      if (!place || paragraph.dataset.remembered === paragraph.dataset.version) return;
      paragraph.dataset.remembered = paragraph.dataset.version;
      try {
        const { status, data } = await this.fetch(`${paragraph.dataset.url}suggestions/`);
        if (status === 200 && data.version === paragraph.dataset.version) {
          place.insertAdjacentHTML('beforeend', data.html); // made by our own template, escaped there
        }
      } catch {
        delete paragraph.dataset.remembered; // the next time tells
      }
    }

    async refresh(event) {
      event.preventDefault();
      const paragraph = event.currentTarget.closest('.desk-review__paragraph');
      if (paragraph) await this.reload(paragraph);
    }

    async reload(paragraph) {
      try {
        const { status, data } = await this.fetch(paragraph.dataset.url);
        if (status === 200) this.renew(paragraph, data.html, true);
        else window.location.reload();
      } catch {
        window.location.reload(); // the paragraph is gone, or the session is
      }
    }

    // Others

    async ask() {
      if (document.hidden) return;
      const editing = this.paragraphTargets.some((one) => this.part(one, 'edit')?.open);
      try {
        const { status, data } = await this.fetch(this.urlValue, { session: this.session ?? '', editing });
        if (status !== 200) return;
        this.session = data.session;
        if (this.othersTarget.innerHTML !== data.html) this.othersTarget.innerHTML = data.html; // escaped by the template
        this.paragraphTargets.forEach((one) => this.follow(one, data.versions[one.dataset.id]));
      } catch {
        // The connection is gone for a moment, or the session is: the next round tells.
      }
    }

    /** Somebody else has changed this one: show it, unless somebody is at work on it here. */
    follow(paragraph, version) {
      const isBusy = this.waits.has(paragraph.id) || this.part(paragraph, 'edit')?.open || this.part(paragraph, 'problem')?.hasChildNodes();
      if (version && version !== paragraph.dataset.version && !isBusy) this.reload(paragraph);
    }

    // Everything at once

    fill(event) {
      const form = event.currentTarget;
      const open = this.paragraphTargets.filter((one) => this.part(one, 'edit')?.open);
      if (open.length || this.waits.size) {
        event.preventDefault();
        Promise.all([...open.map((one) => this.leave(one)), ...this.waits.values()]).then(() => {
          if (!this.paragraphTargets.some((one) => this.part(one, 'edit')?.open)) form.requestSubmit();
        });
        return;
      }
      const versions = Object.fromEntries(this.paragraphTargets.map((one) => [one.dataset.id, one.dataset.version]));
      form.elements.versions.value = JSON.stringify(versions);
    }
  }

  window.wagtail.app.register('desk-review', Review);
})();
