import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'

const FOLDER = fileURLToPath(new URL('./assets', import.meta.url))

/** Scripts, styles and pictures of the pages; browsers ask each time and mostly hear "unchanged". */
export function assetRoutes(): Router {
  const router = Router()
  router.use(
    '/assets',
    express.static(FOLDER, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  )
  return router
}
