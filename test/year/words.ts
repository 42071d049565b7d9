/** How a person in this town knows what they are told: by the words on the screen, as anybody does. */
export const HEARS = {
  checkIn: /lleg[óo] todo bien|c[óo]mo les? (?:fue|ha ido)|c[óo]mo va todo/i,
  /** The second and the third of these questions do not say again what they are about. */
  expectation: /esperaba\?|^gracias\. ¿y |y la última: ¿/im,
  score: /(?:del?|de) 0 a(?:l)? 10/i,
  liked: /qu[ée] fue lo que m[áa]s (?:le|te) gust[óo]/i,
  missing: /qu[ée] (?:nos |le )?falt[óo]/i,
  solved: /(?:qued[óo]|est[áa]|sigue) .*(?:resuelto|solucionado|arreglado)/i,
  favour: /c[óo]digo \*|conoce a (?:alguien|\w+)|favor puntual/i,
  contact: /si me comparte el contacto/i,
} as const

/** The code in a request for a recommendation. */
export const CODE = /c[óo]digo \*([^*]+)\*/i
/** The number of a ticket in what the owner is told. */
export const TICKET = /(?:caso|ticket)\s*(?:n\.º\s*|#)?\*?(\d+)/i
/** The list of calls that sell nothing. */
export const CALLS = /hoy no se vende/i
/** A benefit that is to be handed over. */
export const REWARD = /se le debe/i
/** A price that the owner gave: every word of it was approved. */
export const PRICE = /esta es su cotización/i
/** A price that nobody answered, given up. */
export const UNDECIDED = /no respondió a la cotización: queda perdida/i
