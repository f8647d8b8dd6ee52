import { colours } from './style-colours.ts'
import { graphics } from './style-graphics.ts'
import { page } from './style-page.ts'
import { stages } from './style-stages.ts'

/** The whole style sheet; the document's policy allows this text and no other. */
export const style = `${colours}${page}${graphics}${stages}`
