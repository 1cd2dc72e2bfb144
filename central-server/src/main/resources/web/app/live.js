// The live picture of a site: the server's event stream, and polling where that does not hold.
import { get, liveAddress, sitePath } from './api.js';

const POLL_MILLISECONDS = 5000;
const TRY_STREAM_AGAIN_MILLISECONDS = 30000;
/** A stream without an event for so long counts as broken. */
const SILENCE_MILLISECONDS = 20000;

/** Follows one site; a hidden tab lets go of its connection, since a browser has only six. */
export class LiveFeed {
  #site;
  #listener;
  #stream = null;
  #poll = 0;
  #retry = 0;
  #silence = 0;
  #onVisibility = () => (document.hidden ? this.#release() : this.#open());

  /**
   * @param {string} site
   * @param {(now: object|null, error: Error|null) => void} listener
   */
  constructor(site, listener) {
    this.#site = site;
    this.#listener = listener;
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#open();
  }

  /** Ends the following. */
  close() {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#release();
    this.#listener = () => {};
  }

  #open() {
    this.#release();
    void this.#ask();
    this.#stream = new EventSource(liveAddress(this.#site));
    this.#stream.addEventListener('power', (event) => this.#receive(event));
    this.#stream.onerror = () => this.#fallBack();
    this.#watchSilence();
  }

  #receive(event) {
    this.#watchSilence();
    try {
      this.#listener(JSON.parse(event.data), null);
    } catch (fault) {
      this.#listener(null, fault);
    }
  }

  #fallBack() {
    this.#release();
    this.#poll = setInterval(() => this.#ask(), POLL_MILLISECONDS);
    this.#retry = setTimeout(() => this.#open(), TRY_STREAM_AGAIN_MILLISECONDS);
    void this.#ask();
  }

  async #ask() {
    try {
      this.#listener(await get(sitePath(this.#site, 'now')), null);
    } catch (error) {
      this.#listener(null, error);
    }
  }

  #watchSilence() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#fallBack(), SILENCE_MILLISECONDS);
  }

  #release() {
    this.#stream?.close();
    this.#stream = null;
    clearInterval(this.#poll);
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
  }
}
