import type { App } from '../app/app.js'

/** What a phone really got, as it shows it. */
export function phoneTexts({ simulator }: App, phone: string): ReadonlyMap<string, string> {
  return new Map(simulator?.handedOver(phone, 0).map(({ id, text }) => [id, text]))
}
