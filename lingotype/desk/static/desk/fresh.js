/*
 * A part of a page that follows what workers do: the server sends it anew while something is going on, and its
 * buttons ask for something without leaving the page, so that nothing written elsewhere on it is lost.
 *
 * The server's half is lingotype/desk/languages_steering.py, lingotype/desk/corrections/ and lingotype/desk/languages/.
 */
(() => {
  const BUSY_MS = 2000;
  const IDLE_MS = 15000;
  const FOCUSABLE = 'a, button, summary';

  /** What an element belongs to: a language's row, or what opens and closes. */
  const rowOf = (one) => {
    const row = one?.closest('[data-language], details');
    return row?.dataset.language ?? row?.id;
  };

  class Fresh extends window.StimulusModule.Controller {
    static targets = ['part', 'status'];
    static values = { url: String, lost: String };

    connect() {
      this.shown = () => {
        if (!document.hidden) this.ask();
      };
      document.addEventListener('visibilitychange', this.shown);
      this.schedule();
    }

    disconnect() {
      document.removeEventListener('visibilitychange', this.shown);
      window.clearTimeout(this.timer);
    }

    schedule() {
      window.clearTimeout(this.timer);
      const busy = this.partTarget.querySelector('[data-busy=true]');
      this.timer = window.setTimeout(() => this.ask(), busy ? BUSY_MS : IDLE_MS);
    }

    /** What it is now; the server answers with nothing while nothing has happened. */
    async ask() {
      if (document.hidden || this.sending) return this.schedule();
      const headers = { Accept: 'application/json', ...(this.tag && { 'If-None-Match': this.tag }) };
      try {
        this.take(await fetch(this.urlValue, { headers, cache: 'no-store' }));
      } catch {
        // The connection is gone for a moment, or the session is: the next round tells.
      }
      return this.schedule();
    }

    /** A button of the part: ask for what it stands for. */
    async send({ currentTarget, params }) {
      if (this.sending) return;
      this.sending = true;
      currentTarget.setAttribute('aria-busy', 'true');
      const token = document.querySelector('input[name=csrfmiddlewaretoken]')?.value ?? '';
      const headers = { Accept: 'application/json', 'X-CSRFToken': token };
      try {
        const answer = await fetch(this.urlValue, { method: 'POST', headers, body: new URLSearchParams(params) });
        if (!(await this.take(answer))) this.say(this.lostValue);
      } catch {
        this.say(this.lostValue);
      } finally {
        this.sending = false;
        currentTarget.removeAttribute('aria-busy');
        this.schedule();
      }
    }

    async take(answer) {
      if (answer.status !== 200 || answer.redirected) return answer.status === 304;
      const { html, said } = await answer.json();
      this.tag = answer.headers.get('ETag');
      this.renew(html);
      if (said) this.say(said);
      return true;
    }

    say(words) {
      if (this.hasStatusTarget) this.statusTarget.textContent = words;
    }

    /**
     * Put the fresh part in the old one's place; what has the focus keeps it, or hands it to its neighbour, and what
     * was opened stays open.
     */
    renew(html) {
      if (html === this.html) return;
      this.html = html;
      const all = [...this.partTarget.querySelectorAll(FOCUSABLE)];
      const at = all.indexOf(document.activeElement);
      const row = rowOf(all[at]);
      const open = new Map([...this.partTarget.querySelectorAll('details')].map((one) => [one.id, one.open]));
      this.partTarget.innerHTML = html;
      this.partTarget.querySelectorAll('details').forEach((one) => {
        if (open.has(one.id)) one.open = open.get(one.id);
      });
      if (at < 0) return;
      const fresh = [...this.partTarget.querySelectorAll(FOCUSABLE)];
      const inRow = fresh.filter((one) => rowOf(one) === row);
      (rowOf(fresh[at]) === row ? fresh[at] : inRow.at(-1))?.focus();
    }
  }

  window.wagtail.app.register('desk-fresh', Fresh);
})();
