/*
 * The screen that finds the originals: keys for the buttons that are there anyway, and news from the workers.
 *
 * Without this script every button is a plain form. The server's half is lingotype/desk/originals/.
 */
(() => {
  const POLL_MS = 1500;
  const OWN_KEYS = 'input, textarea, select, [contenteditable], dialog[open]';
  const PRESSABLE = 'a, button, summary';

  class Originals extends window.StimulusModule.Controller {
    static targets = ['part', 'quotation', 'keys', 'status'];
    static values = { url: String };

    connect() {
      this.pressed = this.press.bind(this);
      document.addEventListener('keydown', this.pressed);
      this.shown = () => {
        this.sent = false; // the browser has taken the page from its memory, as it was when a key was pressed
      };
      window.addEventListener('pageshow', this.shown);
      this.timer = window.setInterval(() => this.ask(), POLL_MS);
      const named = this.quotationTargets.find((one) => `#${one.id}` === window.location.hash);
      if (named) this.go(named);
      else this.choose();
    }

    disconnect() {
      document.removeEventListener('keydown', this.pressed);
      window.removeEventListener('pageshow', this.shown);
      window.clearInterval(this.timer);
    }

    get current() {
      return this.quotationTargets.find((one) => one.hasAttribute('aria-current'));
    }

    /** A key acts on a quotation that can be seen to be chosen: on this one, else on the first without a decision. */
    choose(id) {
      const all = this.quotationTargets;
      const open = all.find((one) => one.querySelector('button[aria-keyshortcuts~="1"]'));
      (all.find((one) => one.id === id) ?? open ?? all[0])?.setAttribute('aria-current', 'true');
    }

    go(quotation) {
      this.quotationTargets.forEach((one) => one.removeAttribute('aria-current'));
      quotation.setAttribute('aria-current', 'true');
      quotation.focus({ preventScroll: true });
      quotation.scrollIntoView({ block: 'center' });
    }

    step(by) {
      const all = this.quotationTargets;
      const at = all.indexOf(this.current);
      const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
      if (all[next]) this.go(all[next]);
    }

    help() {
      this.keysTarget.showModal();
    }

    press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest(OWN_KEYS)) return;
      if (event.key === 'Enter' && event.target.closest(PRESSABLE)) return;
      const done = this.act(event.key);
      if (done) event.preventDefault();
    }

    act(key) {
      if (key === '?') return this.help() ?? true;
      if (key === 'j' || key === 'k') return this.step(key === 'j' ? 1 : -1) ?? true;
      const name = key === 'Enter' ? 'Enter' : /^[123xu]$/.test(key) ? key : null;
      const button = name && this.current?.querySelector(`button[aria-keyshortcuts~="${name}"]`);
      if (!button || this.sent) return false;
      this.sent = true; // a second press must not decide the next one as well
      button.form.requestSubmit(button);
      return true;
    }

    async ask() {
      const [sources] = this.partTargets;
      if (sources.dataset.busy !== 'true' || document.hidden || this.sent) return;
      try {
        const answer = await fetch(this.urlValue, { headers: { Accept: 'application/json' } });
        const { state } = await answer.json();
        if (state !== sources.dataset.state) await this.renew();
      } catch {
        // The connection is gone for a moment, or the session is: the next round tells.
      }
    }

    /** The parts as they are now; one in which somebody is writing stays. */
    async renew() {
      const answer = await fetch(window.location.pathname);
      const html = await answer.text();
      if (!answer.ok || answer.redirected || this.sent) return; // what is being sent must not be taken away
      const page = new DOMParser().parseFromString(html, 'text/html');
      const id = this.current?.id;
      this.partTargets.forEach((part) => {
        const fresh = page.getElementById(part.id);
        const isInUse = part.querySelector('details[open]');
        if (fresh && !isInUse) part.replaceWith(fresh);
        else if (fresh) Object.assign(part.dataset, fresh.dataset);
      });
      this.statusTarget.textContent = this.partTargets[1].dataset.summary;
      this.choose(id); // its draft may have been saved elsewhere, and have other quotations
    }
  }

  window.wagtail.app.register('desk-originals', Originals);
})();
