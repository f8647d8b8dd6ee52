import { styleText } from 'node:util'

/** Colours of a terminal; without colour every function gives its text back. */
export interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
}

/** Colours only where the stream is a terminal and NO_COLOR is not set. */
export function styleFor(stream: NodeJS.WriteStream): Style {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    styleText(format, text, { stream, validateStream: true })
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
  }
}

const same = (text: string): string => text

/** For logs and tests. */
export const plainStyle: Style = { bold: same, dim: same, red: same, green: same, yellow: same }
