// The server's answers (docs/formats.md, section 7).

const ROOT = '/api/v1';
const PATIENCE_MILLISECONDS = 15000;

/** What went wrong with a request, in a form that a page can explain. */
export class ApiError extends Error {
  /** @param {number} status 0 when the server was not reached @param {string} code */
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** @returns {Promise<any>} the JSON of a path under /api/v1 @throws {ApiError} */
export async function get(path) {
  const answer = await reach(`${ROOT}${path}`);
  const body = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new ApiError(answer.status, body?.code ?? '', body?.detail ?? body?.title ?? '');
  }
  if (body === null) {
    throw new ApiError(answer.status, 'no-json', `${path}: no JSON in the answer`);
  }
  return body;
}

/** A path below a site, each part escaped. */
export function sitePath(site, ...parts) {
  return `/sites/${[site, ...parts].map(encodeURIComponent).join('/')}`;
}

/** @returns {string} the address of a site's live stream */
export function liveAddress(site) {
  return `${ROOT}${sitePath(site, 'live')}`;
}

async function reach(address) {
  try {
    return await fetch(address, {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
  } catch (fault) {
    throw new ApiError(0, 'unreachable', String(fault.message ?? fault));
  }
}
