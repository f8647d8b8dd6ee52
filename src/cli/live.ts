import type { Listener } from '../core/events.ts'
import type { Style } from '../report/style.ts'
import { eventLines } from '../report/terminal.ts'
import { statusLine } from './status-line.ts'

export interface Live {
  listen: Listener
  /** Prints lines between the others. */
  print(...lines: string[]): void
  stop(): void
}

/** Shows a run while it happens: a line for whatever ends, and on a terminal a status line of what is running. */
export function liveOutput(stream: NodeJS.WriteStream, style: Style): Live {
  const running = new Map<string, string>()
  const status = statusLine(stream)
  const print = (...lines: string[]) => {
    status.clear()
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`)
    status.show([...running.values()].join(', '))
  }
  const listen: Listener = event => {
    if (event.type === 'check-started') running.set(event.id, event.title)
    if (event.type === 'check-retried') running.set(event.id, `${event.title} (${event.message})`)
    if (event.type === 'check-ended') running.delete(event.result.id)
    if (event.type === 'stage-ended') running.clear()
    if (event.type === 'sampled') running.set('samples', sampleText(event))
    print(...eventLines(event, style))
  }
  return { listen, print, stop: status.clear }
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
