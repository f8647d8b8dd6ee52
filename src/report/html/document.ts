import { createHash } from 'node:crypto'
import { Html, html } from './html.ts'
import { style } from './style.ts'

const hash = createHash('sha256').update(style).digest('base64')
/** Only this very style sheet, and nothing from anywhere: no script, no picture, no font, no form, no frame. */
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`

/** A whole document around its body. */
export const document = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>${body}</body>
</html>
`.markup
