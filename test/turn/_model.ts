import { join } from 'node:path'
import type { App } from '../../src/app/app.js'
import type { Config } from '../../src/config.js'
import { createModelServer, type Manner, type ModelServer } from '../llm/_server.js'
import { createHouse } from './_house.js'

export type Limits = Partial<NonNullable<Config['model']>>
export type Place = { readonly server: ModelServer; readonly open: () => App }

/** A house whose model is a server of that manner. `deadlineMs`: how long a turn waits for it at most. */
export async function withServer(
  manner: Manner,
  limits: Limits = {},
  deadlineMs = 2_000,
): Promise<Place> {
  const server = await createModelServer(manner)
  const house = createHouse()
  const model = {
    baseUrl: server.url,
    apiKey: null,
    model: 'm',
    promptsDir: join(import.meta.dirname, '../../prompts'),
    dailyTokens: null,
    callsPerContactHour: 30,
    ...limits,
  }
  const patience = { deadlineMs, holdMs: 60 }
  return { server, open: () => house.open({ config: { model }, patience }) }
}
