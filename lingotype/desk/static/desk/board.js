/*
 * The board: whole rows ticked at once, cells reached by the arrow keys, and rows renewed while workers are at them.
 *
 * Without this script every filter and every action is a plain form. The server's half is lingotype/desk/board/.
 */
(() => {
  const BUSY_MS = 2000;
  const IDLE_MS = 15000;
  const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  class Board extends window.StimulusModule.Controller {
    static targets = ['row', 'cell', 'whole', 'count', 'status'];
    static values = { url: String, lang: String };

    initialize() {
      this.visible = new Set();
      this.seen = new IntersectionObserver((entries) => {
        entries.forEach(({ target, isIntersecting }) => this.visible[isIntersecting ? 'add' : 'delete'](target.dataset.article));
        this.schedule(); // which rows are on the screen is known only now, and so whether one of them is busy
      });
    }

    connect() {
      this.shown = () => {
        if (!document.hidden) this.ask();
      };
      document.addEventListener('visibilitychange', this.shown);
      this.schedule();
      this.count();
    }

    disconnect() {
      document.removeEventListener('visibilitychange', this.shown);
      window.clearTimeout(this.timer);
      this.seen.disconnect();
    }

    rowTargetConnected(row) {
      this.seen.observe(row);
    }

    rowTargetDisconnected(row) {
      this.seen.unobserve(row);
    }

    get onScreen() {
      return this.rowTargets.filter((row) => this.visible.has(row.dataset.article));
    }

    schedule() {
      window.clearTimeout(this.timer);
      const busy = this.onScreen.some((row) => row.dataset.busy === 'true');
      this.timer = window.setTimeout(() => this.ask(), busy ? BUSY_MS : IDLE_MS);
    }

    /** The rows on the screen as they are now; the server answers with nothing while nothing has happened. */
    async ask() {
      const articles = this.onScreen.map((row) => row.dataset.article).join(',');
      if (document.hidden || !articles) return this.schedule();
      const query = new URLSearchParams({ articles, lang: this.langValue });
      const headers = { Accept: 'application/json', ...(this.asked === articles && this.tag && { 'If-None-Match': this.tag }) };
      try {
        const answer = await fetch(`${this.urlValue}?${query}`, { headers, cache: 'no-store' });
        if (answer.status === 200 && !answer.redirected) {
          const { rows } = await answer.json();
          [this.tag, this.asked] = [answer.headers.get('ETag'), articles];
          this.renew(rows);
        }
      } catch {
        // The connection is gone for a moment, or the session is: the next round tells.
      }
      return this.schedule();
    }

    renew(rows) {
      const changed = this.onScreen.filter((row) => this.replace(row, rows[row.dataset.article]));
      if (changed.length) {
        this.statusTarget.textContent = `${this.statusTarget.dataset.words} ${changed.length}`;
        this.count();
      }
    }

    /** Put the fresh row in the old one's place; what was ticked and what has the focus stay so. */
    replace(row, html) {
      if (!html) return false;
      const holder = document.createElement('template');
      holder.innerHTML = html.trim();
      const fresh = holder.content.firstElementChild;
      if (fresh.dataset.key === row.dataset.key) return false;
      const ticked = new Set([...row.querySelectorAll('input:checked')].map((input) => input.value));
      fresh.querySelectorAll('input[name=cell]').forEach((input) => {
        input.checked = ticked.has(input.value);
      });
      const focusable = 'a, input';
      const at = [...row.querySelectorAll(focusable)].indexOf(document.activeElement);
      row.replaceWith(fresh);
      if (at >= 0) fresh.querySelectorAll(focusable)[at]?.focus();
      return true;
    }

    cellsOf(row) {
      return this.cellTargets.filter((cell) => row.contains(cell));
    }

    /** A row's first box ticks all its languages. */
    whole({ target }) {
      this.cellsOf(target.closest('tr')).forEach((cell) => {
        cell.checked = target.checked;
      });
      this.count();
    }

    count() {
      const ticked = this.cellTargets.filter((cell) => cell.checked).length;
      this.wholeTargets.forEach((whole) => {
        const cells = this.cellsOf(whole.closest('tr'));
        const some = cells.filter((cell) => cell.checked).length;
        whole.checked = some > 0 && some === cells.length;
        whole.indeterminate = some > 0 && some < cells.length;
      });
      if (!this.hasCountTarget) return;
      this.countTarget.textContent = ticked ? `${this.countTarget.dataset.words} ${ticked}` : '';
      this.countTarget.parentElement.dataset.ticked = ticked;
    }

    /** Arrow keys go from box to box. */
    move(event) {
      const by = MOVES[event.key];
      if (!by || event.target.type !== 'checkbox' || event.ctrlKey || event.metaKey || event.altKey) return;
      const td = event.target.closest('td, th');
      const rtl = getComputedStyle(this.element).direction === 'rtl' ? -1 : 1;
      let [row, column] = [td.parentElement, td.cellIndex];
      do {
        column += by[1] * rtl;
        row = by[0] < 0 ? row?.previousElementSibling : by[0] > 0 ? row?.nextElementSibling : row;
        const box = row?.cells[column]?.querySelector('input[type=checkbox]');
        if (box) {
          box.focus();
          event.preventDefault();
          return;
        }
      } while (row && row.cells[column]);
    }

    confirm(event) {
      const words = event.submitter?.dataset.confirm;
      // eslint-disable-next-line no-alert -- one plain question, which a keyboard answers
      if (words && this.cellTargets.some((cell) => cell.checked) && !window.confirm(words)) event.preventDefault();
    }

    /** A choice shows its articles at once. */
    filter(event) {
      if (event.target.matches('select')) event.currentTarget.requestSubmit();
    }
  }

  window.wagtail.app.register('desk-board', Board);
})();
