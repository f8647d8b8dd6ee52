import { randomBytes } from 'node:crypto'

/** A random text of that many characters, none of which a shell, a URL or an option parser would read. */
export function secret(characters: number): string {
  return randomBytes(Math.ceil(characters / 2))
    .toString('hex')
    .slice(0, characters)
}
