import { type Messages, message } from '../../core/messages.js'
import { FONTS } from '../font-routes.js'
import { type Html, html } from '../html.js'
import { type Line, lineChip } from './line-chip.js'

type ShellProps = {
  readonly messages: Messages
  readonly title: string
  readonly current: 'simulator' | 'off' | 'week' | 'reading' | 'whatsapp'
  /** Where the real line stands: a chip in the bar says so on every page. */
  readonly line: Line
  /** In the bar after the sections; null on pages without the app's clock. */
  readonly clock: Html | null
  /** Buttons of the page, before the chip. */
  readonly tools: Html | null
  readonly body: Html
  /** Style sheets of this page, besides those of the house. */
  readonly styles: readonly string[]
  readonly script: string | null
}

/** The frame of every page: head, bar, content. Nothing inline, so that the policy can be strict. */
export function shell(props: ShellProps): Html {
  const { title, body, styles, script } = props
  return html`<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
${Object.keys(FONTS).map(
  (name) => html`<link rel="preload" href="/fonts/${name}" as="font" type="font/woff2" crossorigin>
`,
)}<script src="/assets/theme.js"></script>
${[...HOUSE, ...styles].map(
  (name) => html`<link rel="stylesheet" href="/assets/${name}.css">
`,
)}${script !== null && html`<script type="module" src="${script}"></script>`}
</head>
<body>
${bar(props)}
${body}
</body>
</html>
`
}

const HOUSE = ['tokens', 'fonts', 'base', 'bar'] as const

function bar({ messages, current, line, clock, tools }: ShellProps): Html {
  return html`<header class="bar">
<a class="brand" href="/" aria-label="${message(messages, 'web.page.assistant')}"><span>Porques</span><i>&iacute;</i></a>
<nav class="nav" aria-label="${message(messages, 'web.page.sections')}">
${section('/', message(messages, 'web.page.simulator'), current === 'simulator' || current === 'off')}
${weekLink(messages, current)}
${section('/lectura', message(messages, 'web.page.reading'), current === 'reading')}
${section('/whatsapp', message(messages, 'web.page.whatsapp'), current === 'whatsapp')}
</nav>
${clock}
${tools !== null && html`<div class="tools">${tools}</div>`}
${lineChip(messages, line, current === 'whatsapp')}
${themeSwitch(messages)}
</header>`
}

function section(href: string, label: string, current: boolean): Html {
  return html`<a href="${href}"${current && html` aria-current="page"`}>${label}</a>`
}

/** The simulator has one beside the owner's phone, where there is room for it. */
function weekLink(messages: Messages, current: ShellProps['current']): Html {
  const label = message(messages, 'web.page.this_week')
  if (current !== 'simulator') return section('/semana', label, current === 'week')
  return html`<a class="narrow" href="/semana">${label}</a>`
}

/** Its three names stand in attributes, since the script holds no words. */
function themeSwitch(messages: Messages): Html {
  const system = message(messages, 'web.theme.system')
  return html`<button type="button" class="icon theme" id="theme" aria-label="${system}"
 data-system="${system}" data-light="${message(messages, 'web.theme.light')}"
 data-dark="${message(messages, 'web.theme.dark')}">
<svg class="half stroke" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="7"/>
<path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor"/></svg>
<svg class="sun stroke" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="3.4"/>
<path d="M9 1v2M9 15v2M1 9h2M15 9h2M3.3 3.3l1.4 1.4M13.3 13.3l1.4 1.4M14.7 3.3l-1.4 1.4M4.7 13.3l-1.4 1.4"/></svg>
<svg class="moon stroke" viewBox="0 0 18 18" aria-hidden="true"><path d="M15.5 10.8A6.8 6.8 0 0 1 7.2 2.5a6.8 6.8 0 1 0 8.3 8.3z"/></svg>
</button>`
}
