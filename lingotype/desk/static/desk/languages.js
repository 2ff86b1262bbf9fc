/*
 * A route on the screen of languages: what Wagtail's own list does not say.
 *
 * Without this script every button is a plain form. The server's half is lingotype/desk/languages/; a dry run is followed
 * by fresh.js.
 */
(() => {
  /** Engines are dragged by Wagtail's own controller, which tells of its success and of nothing else. */
  class Route extends window.StimulusModule.Controller {
    static targets = ['changed'];
    static values = { failed: String };

    /** Orders that were sent and not answered yet: no other request's failure is taken for theirs. */
    sent = 0;

    asked() {
      this.sent += 1;
    }

    moved({ detail }) {
      if (detail?.type !== 'success' || !this.sent) return;
      this.sent -= 1;
      this.changedTarget.hidden = false;
    }

    failed() {
      if (!this.sent) return;
      this.sent -= 1;
      const detail = { clear: true, text: this.failedValue, type: 'error' };
      document.dispatchEvent(new CustomEvent('w-messages:add', { detail }));
    }
  }

  window.wagtail.app.register('desk-route', Route);
})();
