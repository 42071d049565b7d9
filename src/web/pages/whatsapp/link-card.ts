import { type Messages, message } from '../../../core/messages.js'
import type { WhatsAppStatus } from '../../deps.js'
import { type Html, html } from '../../html.js'
import { qrPicture } from './qr-picture.js'

/** How to link: the QR code of the moment, or the code to type on the phone. */
export function linkCard(messages: Messages, { qr, pairingCode }: WhatsAppStatus): Html {
  const last =
    pairingCode === undefined
      ? message(messages, 'web.whatsapp.step_scan')
      : message(messages, 'web.whatsapp.step_code')
  return html`<section class="panel link" aria-labelledby="link-title">
<figure data-part="qr">${pairingCode === undefined ? picture(messages, qr) : typed(messages, pairingCode)}</figure>
<div><h2 id="link-title">${message(messages, 'web.whatsapp.step_title')}</h2>
<ol class="steps"><li>${message(messages, 'web.whatsapp.step_open')}</li>
<li>${message(messages, 'web.whatsapp.step_menu')}</li><li>${last}</li></ol>
<div class="other-way">${pairingCode === undefined ? phoneForm(messages) : camera(messages)}
${leaveButton(messages)}</div></div>
</section>`
}

function picture(messages: Messages, qr: string | undefined): Html {
  if (qr === undefined) {
    return html`<div class="qr waiting" role="status">${message(messages, 'web.whatsapp.qr_waiting')}</div>`
  }
  return html`<div class="qr">${qrPicture(qr, message(messages, 'web.whatsapp.qr'))}</div>
<figcaption>${message(messages, 'web.whatsapp.qr_renews')}</figcaption>`
}

function typed(messages: Messages, code: string): Html {
  const [first, second] = [code.slice(0, 4), code.slice(4)]
  const spoken = message(messages, 'web.whatsapp.code', { code: [...code].join(' ') })
  return html`<div class="typed"><output class="num" aria-label="${spoken}">${first}<span>-</span>${second}</output>
<button type="button" class="button quiet" id="copy" data-copy="${code}"
 data-copied="${message(messages, 'web.whatsapp.copied')}">${message(messages, 'web.whatsapp.copy')}</button></div>
<figcaption>${message(messages, 'web.whatsapp.code_use')}</figcaption>`
}

/** Also before a code is shown, for whoever knows already that there is no camera. */
export function phoneForm(messages: Messages): Html {
  return html`<form class="by-code" data-post="/whatsapp/link">
<h3>${message(messages, 'web.whatsapp.no_camera')}</h3>
<label for="phone">${message(messages, 'web.whatsapp.phone')}</label>
<div class="row"><input class="field" id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel"
 placeholder="+57 300 111 2233" required>
<button class="button quiet">${message(messages, 'web.whatsapp.with_code')}</button></div>
<p class="problem" role="alert" hidden></p></form>`
}

/** No number is linked yet: it stays so. */
export function leaveButton(messages: Messages): Html {
  return html`<button type="button" class="button quiet" id="leave" data-post="/whatsapp/unlink">${message(messages, 'web.whatsapp.leave')}</button>`
}

function camera(messages: Messages): Html {
  return html`<button type="button" class="button quiet" id="with-camera" data-post="/whatsapp/link">${message(messages, 'web.whatsapp.with_camera')}</button>`
}
