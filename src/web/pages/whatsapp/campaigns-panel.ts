import type { Business } from '../../../core/business/types.js'
import { type Messages, message } from '../../../core/messages.js'
import { campaignLink, prefilled } from '../../../core/origin/campaign-link.js'
import { type Html, html } from '../../html.js'

/** The links that tell where people come from, and what each writes for them; nothing without any. */
export function campaignsPanel(messages: Messages, business: Business): Html | false {
  if (business.campaigns.length === 0) return false
  const rows = business.campaigns.map((campaign) => {
    const link = campaignLink(campaign, business, messages)
    const { name } = campaign
    const text = message(messages, 'web.whatsapp.campaign_text', {
      text: prefilled(campaign, messages),
    })
    return html`<li>${
      link === null
        ? message(messages, 'owner.campaign.no_phone', { name })
        : html`<b><a href="https://${link}">${name}</a></b> <small>${text}</small>`
    }</li>`
  })
  return html`<section class="panel" data-part="campaigns"><h2>${message(messages, 'web.whatsapp.campaigns_title')}</h2>
<ul class="care">${rows}</ul></section>`
}
