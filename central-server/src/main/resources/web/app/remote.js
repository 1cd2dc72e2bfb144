// One answer of the server on a page: asked for once per key, kept while the next one comes.
import { get } from './api.js';

/** A Lit controller. `state` is `waiting`, `ready` or `failed`; `value` may be an older answer. */
export class Remote {
  state = 'waiting';
  value = null;
  error = null;
  #host;
  #path = null;
  #asked = 0;
  #timer = 0;
  #text = '';

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Asks for a path unless it is already the one shown.
   * @param {string} path
   * @param {number} everySeconds asks again at this pace; 0 never
   */
  want(path, everySeconds = 0) {
    if (path === this.#path) {
      return;
    }
    this.#path = path;
    this.state = 'waiting';
    this.value = null;
    clearInterval(this.#timer);
    if (everySeconds > 0) {
      this.#timer = setInterval(() => document.hidden || this.again(), everySeconds * 1000);
    }
    void this.again();
  }

  /** Asks for the same path once more, keeping what is shown. */
  async again() {
    const asked = ++this.#asked;
    try {
      const value = await get(this.#path);
      this.#settle(asked, 'ready', value, null);
    } catch (error) {
      this.#settle(asked, 'failed', this.value, error);
    }
  }

  hostDisconnected() {
    clearInterval(this.#timer);
    this.#asked++;
    this.#path = null;
  }

  #settle(asked, state, value, error) {
    if (asked !== this.#asked) {
      return; // a later question is under way
    }
    this.state = state;
    // an equal answer stays the same object, so that nothing is drawn again under a pointer
    const text = JSON.stringify(value);
    if (text !== this.#text || this.value === null) {
      this.value = value;
      this.#text = text;
    }
    this.error = error;
    this.#host.requestUpdate();
  }
}
