/**
 * The text of a file as spreadsheets and phones save it: UTF-8, UTF-16 with its mark, and what is
 * neither in the old encoding of Western Windows, which holds all of Latin-1.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What a file is that holds no text: a sheet, or another archive. Null for text. */
export function packed(bytes: Uint8Array, name: string): 'sheet' | 'zip' | null {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03
  const isOldSheet = bytes[0] === 0xd0 && bytes[1] === 0xcf
  if (isOldSheet || (isZip && /\.(xls\w?|ods|numbers)$/i.test(name))) return 'sheet'
  return isZip ? 'zip' : null
}
