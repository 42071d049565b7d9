import { createRequire } from 'node:module'
import { Router } from 'express'

const require = createRequire(import.meta.url)

/**
 * The two typefaces, out of their packages. A name ends in the major version of its package, so
 * that a browser may keep the file for good.
 */
export const FONTS = {
  'bricolage-grotesque-5.woff2':
    '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  'figtree-5.woff2': '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
} as const

const YEAR = '365 days'

/** Serves the typefaces; where a package is missing, pages stand in the system's own. */
export function fontRoutes(): Router {
  const router = Router()
  for (const [name, file] of Object.entries(FONTS)) {
    router.get(`/fonts/${name}`, (_request, response, next) => {
      const path = resolved(file)
      if (path === null) next()
      else response.sendFile(path, { maxAge: YEAR, immutable: true, dotfiles: 'allow' })
    })
  }
  return router
}

function resolved(file: string): string | null {
  try {
    return require.resolve(file)
  } catch {
    return null
  }
}
