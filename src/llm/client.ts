import OpenAI from 'openai'
import { capped } from './capped-fetch.js'
import type { ModelSettings } from './port.js'

/** The client of a compatible server: what it sends back is capped, and retries are its callers' business. */
export function createClient({ baseUrl, apiKey }: Omit<ModelSettings, 'model'>): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    // Servers of one's own want none, and the client will not be built without.
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    fetch: capped,
  })
}
