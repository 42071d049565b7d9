import { createRequire } from 'node:module'

/** Three dots of the picture to one of a phone's: it stays sharp when it is looked at closely. */
const SCALE = 3

const require = createRequire(import.meta.url)

/** The typefaces as a drawing needs them, out of their packages, so that a bare machine draws text. */
const FONTS = [
  '@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf',
  '@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf',
  '@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf',
] as const

/** A picture and its size in its own dots. */
export type Drawn = { readonly png: Uint8Array; readonly width: number; readonly height: number }

/**
 * A drawing of so many pixels' width as a PNG, worked out beside the event loop. Rejects where the machine has
 * no such program or the typefaces are missing. Nothing of it is loaded before the first one.
 */
export async function drawPng(svg: string, width: number): Promise<Drawn> {
  const fontFiles = FONTS.map((file) => require.resolve(file))
  const { renderAsync } = await import('@resvg/resvg-js')
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width * SCALE },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Figtree' },
  })
  return { png: drawn.asPng(), width: drawn.width, height: drawn.height }
}
