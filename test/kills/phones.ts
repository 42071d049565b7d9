import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

/** What a simulated phone was handed, oldest first. */
export type Bubble = z.infer<typeof bubble>
/** What the bot holds about a person, in the parts that do not depend on the clock. */
export type Known = z.infer<typeof known>

const bubble = z.object({ seq: z.number(), id: z.string(), to: z.string(), text: z.string() })
const ledger = z.object({ messages: z.array(bubble) })
const slot = z.object({ value: z.unknown() })
const known = z.object({ stage: z.string().nullable(), slots: z.record(z.string(), slot) })
const accepted = z.object({ id: z.string() })

const ANSWER_WITHIN_MS = 15_000
const LOOK_EVERY_MS = 15

/** Posts one message; false when nobody took it, so that it has to be posted again. */
export async function post(url: string, from: string, id: string, text: string): Promise<boolean> {
  const response = await reach(`${url}/simulator/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from, id, text }),
  })
  if (response?.status !== 202) return false
  const body = await response.json().catch(() => null)
  // A server killed between its headers and its body has accepted nothing that we could rely on.
  if (body === null) return false
  if (accepted.parse(body).id !== id) throw new Error(`another id came back for ${id}`)
  return true
}

/** The phone's ledger; null when the server is gone. */
export async function bubblesOf(url: string, phone: string): Promise<readonly Bubble[] | null> {
  const to = encodeURIComponent(phone)
  const body = await json(`${url}/simulator/messages?to=${to}&after=0`)
  return body === null ? null : ledger.parse(body).messages
}

export async function knownOf(url: string, phone: string): Promise<Known> {
  return known.parse(await json(`${url}/simulator/contacts/${encodeURIComponent(phone)}`))
}

export async function settle(url: string): Promise<void> {
  const response = await reach(`${url}/simulator/settle`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (response?.status !== 200) throw new Error(`settle answered ${response?.status}`)
}

/** Waits for `count` bubbles. `gone`: the server died; `silent`: it lives and says nothing more. */
export async function answered(
  url: string,
  phone: string,
  count: number,
): Promise<'answered' | 'gone' | 'silent'> {
  const until = performance.now() + ANSWER_WITHIN_MS
  while (performance.now() < until) {
    const bubbles = await bubblesOf(url, phone)
    if (bubbles === null) return 'gone'
    if (bubbles.length >= count) return 'answered'
    await sleep(LOOK_EVERY_MS)
  }
  return 'silent'
}

async function json(url: string): Promise<unknown> {
  const response = await reach(url, {})
  if (response === null) return null
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json().catch(() => null)
}

async function reach(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, init)
  } catch {
    // Killed, or not listening yet.
    return null
  }
}
