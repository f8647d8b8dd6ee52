import yoctoSpinner from 'yocto-spinner'
import type { Listener } from '../engine/events.ts'
import { checkLines, stageLine } from '../report/terminal.ts'
import type { Style } from '../report/style.ts'

export interface Live {
  listen: Listener
  /** Prints lines between the others. */
  print(...lines: string[]): void
  stop(): void
}

/** Shows a run while it happens: a line for whatever ends, and on a terminal a status line of what is running. */
export function liveOutput(stream: NodeJS.WriteStream, style: Style): Live {
  const running = new Map<string, string>()
  const spinner = stream.isTTY ? yoctoSpinner({ stream }) : undefined
  let spinning = false
  const pause = () => {
    if (spinning) spinner?.stop()
    spinning = false
  }
  const print = (...lines: string[]) => {
    pause()
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`)
    if (!spinner || running.size === 0) return
    const names = [...running.values()]
    const width = (stream.columns ?? 80) - 4
    spinner.text = names.join(', ').slice(0, width)
    spinner.start()
    spinning = true
  }
  const listen: Listener = event => {
    switch (event.type) {
      case 'stage-started':
        return print('', style.bold(`${event.environment}: ${event.stage.title}`))
      case 'stage-left-out':
        return print(style.dim(`${event.environment}: ${event.stage.title} left out: ${event.why}`))
      case 'check-started':
        running.set(event.id, event.title)
        return print()
      case 'check-retried':
        running.set(event.id, `${event.title} (${event.message})`)
        return print()
      case 'check-ended':
        running.delete(event.result.id)
        return print(...checkLines(event.result, style))
      case 'sampled':
        running.set('samples', `sample ${event.round} of ${event.rounds}${event.failing.length > 0 ? `, failing: ${event.failing.join(', ')}` : ''}`)
        if (event.round === event.rounds) running.delete('samples')
        return print()
      case 'stage-ended':
        running.clear()
        return print(stageLine(event.result, style))
    }
  }
  return { listen, print, stop: pause }
}
