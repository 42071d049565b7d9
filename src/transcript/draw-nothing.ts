import type { Drawn } from '../app/draw-png.js'

/** Nobody looks at the pictures of a conversation that is played, and drawing them took more than playing it. */
export async function drawNothing(): Promise<Drawn> {
  return { png: Buffer.from(ONE_PIXEL, 'base64'), width: 1, height: 1 }
}

const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
