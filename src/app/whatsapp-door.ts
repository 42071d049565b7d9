import type { LineCare } from '../core/governor/line-text.js'
import { isPhone } from '../core/identity.js'
import { maskPhone } from '../log.js'
import { staffState } from '../store/staff.js'
import { lineCare } from '../turn/staff/line-care.js'
import { staffMember } from '../turn/staff/staff.js'
import type { Linking, WhatsAppDoor, WhatsAppStatus } from '../web/deps.js'
import type { App } from './app.js'
import { WHATSAPP } from './whatsapp-line.js'

/** Less is the time between two readings of a clock. */
const AHEAD_MS = 60_000

/** What the pages may do about the linked number. */
export function whatsappDoor(app: App): WhatsAppDoor {
  return {
    link: (phone) => linkWhatsApp(app, phone),
    unlink: app.whatsapp.unlink,
    aheadMs: () => aheadMs(app),
  }
}

/** Of a clock that was moved; a number that is linked already goes on. */
function aheadMs({ clock, whatsapp }: App): number {
  const ahead = clock.offset()
  return ahead > AHEAD_MS && !whatsapp.status().linked ? ahead : 0
}

/** Begins to link a number, unless that would put real people on simulated days. */
export async function linkWhatsApp(app: App, text: string | null): Promise<Linking> {
  const phone = text === null ? null : `+${text.replace(/\D/g, '')}`
  if (phone !== null && !isPhone(phone)) return 'bad_phone'
  if (aheadMs(app) > 0) return 'clock_ahead'
  await app.whatsapp.link(phone)
  return 'begun'
}

/** How the linked number is spared; before there is one, how it would be. */
export function lineCareOf({ db, project, whatsapp, clock }: App): LineCare {
  const { business } = project
  return lineCare({ db, business, channel: () => whatsapp }, WHATSAPP, clock.iso())
}

/** `GET /whatsapp/status`: a field that says nothing now is left out. */
export function whatsappStatus(app: App): WhatsAppStatus {
  const { state, since, phone, heardAt, linked } = app.whatsapp.status()
  const about = {
    state: state.kind,
    since,
    // Of a number that was unlinked only its conversations are left.
    ...(phone === null || !(linked || state.kind === 'needs_link') ? {} : { phone }),
    ...(heardAt === null ? {} : { heardAt }),
  }
  switch (state.kind) {
    case 'linking':
      return {
        ...about,
        ...(state.qr === null ? {} : { qr: state.qr }),
        ...(state.code === null ? {} : { pairingCode: state.code }),
        ...(state.accepted ? { accepted: true } : {}),
      }
    case 'reconnecting':
      return {
        ...about,
        ...(state.nextAt === null ? {} : { nextAttemptAt: state.nextAt }),
        ...(state.replaced ? { replaced: true } : {}),
      }
    case 'restricted':
      return state.until === null ? about : { ...about, restrictedUntil: state.until }
    case 'open':
      return { ...about, ...silentOwner(app, phone) }
    case 'off':
    case 'needs_link':
      return about
  }
}

type Silent = Pick<WhatsAppStatus, 'silentOwner' | 'ownerIsHere'>

function silentOwner({ db, project }: App, phone: string | null): Silent {
  const [first] = project.business.staff
  if (first === undefined || staffState(db, WHATSAPP).length > 0) return {}
  const here = staffMember(project.business, { phone })
  const silent = { silentOwner: maskPhone((here ?? first).phone) }
  return here === null ? silent : { ...silent, ownerIsHere: true }
}
