/** An answer of a few hundred tokens is a few kilobytes: whatever is longer is none. */
const MOST_BYTES = 200_000

/** `fetch` that goes where it was told and nowhere else, and stops reading what has no end. */
export async function capped(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  // A redirect would carry the key, and what customers said, to somebody else.
  const response = await fetch(url, { ...init, redirect: 'error' })
  if (response.body === null) return response
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) throw new TooLong('the answer is too long')
    chunks.push(chunk)
  }
  const { status, statusText, headers } = response
  const kept = new Headers(headers)
  // It is already unpacked, and as long as it is.
  kept.delete('content-encoding')
  kept.delete('content-length')
  const body = status === 204 || status === 304 ? null : Buffer.concat(chunks)
  return new Response(body, { status, statusText, headers: kept })
}

class TooLong extends Error {}
