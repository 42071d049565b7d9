import type * as Package from '@whiskeysockets/baileys'
import { quietLibsignal } from './quiet-libsignal.js'

export type Baileys = typeof Package

let loading: Promise<Baileys> | null = null

/**
 * The package itself, at its first use: loading it takes most of a second and fifty megabytes, which
 * a bot without a linked phone never pays.
 */
export function loadBaileys(): Promise<Baileys> {
  loading ??= import('@whiskeysockets/baileys').then((loaded) => {
    quietLibsignal()
    return loaded
  })
  return loading
}
