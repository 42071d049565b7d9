/** As wide as a phone, so that its letters are the size of the chat's. */
export const WIDTH = 360
export const EDGE = 20
export const INNER = WIDTH - 2 * EDGE

/** The page's own colours by day (`tokens.css`): a picture does not know in which light it is looked at. */
export const INK = '#2b1320'
export const INK_2 = '#6a4a57'
export const WINE = '#3d1027'
export const ON_WINE = '#fff1ea'
export const ON_WINE_2 = '#e9bfc4'
export const ACCENT = '#ffcf4a'
export const GUAVA = '#b8234b'
export const LEAF = '#1d6a44'
export const ALARM = '#a3290f'
export const LINE = '#ebd6cc'
export const SUNK = '#f7e7e0'
export const GROUND = '#fffdfb'
