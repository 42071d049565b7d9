import type { AskLlm } from './port.js'

/** No model: every question is answered with just that, at once. */
export const off: AskLlm = async () => ({ ok: false, reason: 'off' })
