import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { z } from 'zod'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
/** Nothing on this page may take longer; a busy machine is no reason to fail. */
const PATIENCE_MS = 30_000
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The browser of this machine; null where there is none. */
export function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Says loudly what is missing: what was skipped has not passed. */
export function sayMissing(): void {
  process.stderr.write(
    `browser tests SKIPPED: none of ${NAMES.join(', ')} in PATH; to install one: apt-get install chromium\n`,
  )
}

export type Screen = {
  readonly page: Page
  /** Whatever the page or the browser complained about; what the bot's absence causes left out. */
  readonly complaints: readonly string[]
  /** While the bot is down on purpose its answers cannot come. */
  expectAbsence(absent: boolean): void
}

/** A page of a browser of its own, closed after the test. Motion is reduced: nothing half faded. */
export async function openScreen(path: string, options: BrowserContextOptions): Promise<Screen> {
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
  onTestFinished(() => browser.close())
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  context.setDefaultTimeout(PATIENCE_MS)
  // Runs before the page's own scripts, where the page's policy does not reach.
  await context.addInitScript(AXE)
  const page = await context.newPage()
  return { page, ...listenTo(page) }
}

/** What the browser says of a request to a bot that is not there. */
const ABSENT =
  /^(?:Failed to load resource: )?net::ERR_(?:CONNECTION_(?:REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED|ABORTED)$/

function listenTo(page: Page): Omit<Screen, 'page'> {
  const complaints: string[] = []
  let absent = false
  const complain = (kind: string, text: string, url: string): void => {
    const path = URL.canParse(url) ? new URL(url).pathname : url
    if (absent && path.startsWith('/simulator/') && ABSENT.test(text)) return
    complaints.push(`${kind}: ${text} (${path})`)
  }
  page.on('console', (message) => {
    const { url } = message.location()
    if (['error', 'warning'].includes(message.type())) complain('console', message.text(), url)
  })
  page.on('pageerror', ({ message }) => complain('error', message, page.url()))
  page.on('requestfailed', (request) =>
    complain('request', request.failure()?.errorText ?? '', request.url()),
  )
  return {
    complaints,
    expectAbsence: (is) => {
      absent = is
    },
  }
}

const found = z.array(
  z.object({ id: z.string(), impact: z.string(), targets: z.array(z.string()) }),
)

/** No serious or critical issue of accessibility on what is shown now, in either theme. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const grave = await graveIssues(page)
    expect({ state, colorScheme, grave }).toEqual({ state, colorScheme, grave: [] })
  }
}

export async function graveIssues(page: Page): Promise<z.infer<typeof found>> {
  const issues = found.parse(await page.evaluate(RUN_AXE))
  return issues.filter(({ impact }) => impact === 'serious' || impact === 'critical')
}

/** As text: it runs in the page, where `axe` stands. */
const RUN_AXE = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, impact, nodes }) => ({
    id,
    impact: impact ?? 'minor',
    targets: nodes.map(({ target }) => target.join(' ')),
  })))`
