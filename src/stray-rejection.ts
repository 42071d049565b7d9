/**
 * Whether a rejection that nobody waited for comes from the client of WhatsApp. Where a connection ends
 * in the middle of something, Baileys leaves such promises behind; that the connection ended is
 * reported otherwise, and mended there. Anybody else's stray rejection is a bug.
 */
export function isStrayRejection(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false
  if ('isBoom' in reason && reason.isBoom === true) return true
  return /[\\/]node_modules[\\/](?:@whiskeysockets[\\/]baileys|libsignal|ws)[\\/]/.test(
    reason.stack ?? '',
  )
}
