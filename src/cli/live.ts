import yoctoSpinner from 'yocto-spinner'
import type { Listener } from '../core/events.ts'
import type { Style } from '../report/style.ts'
import { eventLines } from '../report/terminal.ts'

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
    if (event.type === 'check-started') running.set(event.id, event.title)
    if (event.type === 'check-retried') running.set(event.id, `${event.title} (${event.message})`)
    if (event.type === 'check-ended') running.delete(event.result.id)
    if (event.type === 'stage-ended') running.clear()
    if (event.type === 'sampled') running.set('samples', sampleText(event))
    print(...eventLines(event, style))
  }
  return { listen, print, stop: pause }
}

const sampleText = ({
  round,
  rounds,
  failing,
}: {
  round: number
  rounds: number
  failing: readonly string[]
}): string => `sample ${round} of ${rounds}${failing.length > 0 ? `, failing: ${failing.join(', ')}` : ''}`
