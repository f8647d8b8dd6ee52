import { clearLine, cursorTo } from 'node:readline'

export interface StatusLine {
  /** Shows a text below everything else until `clear`; nothing for an empty text. */
  show(text: string): void
  clear(): void
}

const frames = ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇']
const frameMs = 120

/**
 * One line at the bottom of a terminal that shows what is running; nothing where the stream is no terminal.
 * Spinner packages end the process on Ctrl-C; a rollout must first end its work and write its evidence.
 */
export function statusLine(stream: NodeJS.WriteStream): StatusLine {
  let timer: NodeJS.Timeout | undefined
  let frame = 0
  const wipe = () => {
    cursorTo(stream, 0)
    clearLine(stream, 0)
  }
  const clear = () => {
    if (timer === undefined) return
    clearInterval(timer)
    timer = undefined
    wipe()
  }
  const show = (text: string) => {
    clear()
    if (!stream.isTTY || text === '') return
    const draw = () => {
      wipe()
      stream.write(
        `${frames[frame++ % frames.length]} ${text.replace(/\s+/g, ' ').slice(0, stream.columns - 3)}`,
      )
    }
    draw()
    timer = setInterval(draw, frameMs)
    timer.unref()
  }
  return { show, clear }
}
