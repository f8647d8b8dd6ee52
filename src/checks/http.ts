import * as z from 'zod'
import { defineKind, type Judgement } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import { once } from '../core/once.ts'
import { withoutSecretFields } from '../core/redact.ts'
import { expectSchema, expectWords, judgeExpectations } from './expect.ts'
import { parseJson } from './json.ts'

const request = once(() =>
  z
    .string()
    .regex(
      /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S/,
      'expected a method and a URL: `GET ${API_URL}/health`',
    ),
)

export const http = defineKind({
  name: 'http',
  summary:
    'An HTTP request is answered as it should: status 2xx unless `expect` says otherwise. TLS certificates are verified; redirects are shown, not followed, unless allowed.',
  example: `
title: Capture
http: POST \${API_URL}/v1/capture/thought
headers: { Authorization: "Bearer \${SMOKE_TOKEN}", Idempotency-Key: "\${uuid}" }
json: { chat: prod-smoke, text: "gatesheet \${sha}" }
expect: { status: 200, json.inbox_item_id: { not-empty: true }, latency: { below: 2s } }
capture: { item: json.inbox_item_id }`,
  shape: () => ({
    http: request().describe('method and URL'),
    headers: z.record(z.string(), z.string()).optional(),
    json: z.json().optional().describe('sent as JSON'),
    form: z.record(z.string(), z.string()).optional().describe('sent as a form'),
    body: z.string().optional().describe('sent as it is'),
    redirects: z.number().int().min(0).max(10).optional().describe('how many redirects are followed (0)'),
    expect: expectSchema().optional(),
  }),
  subject: ['status', 'headers', 'json', 'body', 'latency'],
  fault({ json, form, body }) {
    const bodies = [json, form, body].filter(given => given !== undefined)
    return bodies.length > 1 ? { message: 'give only one of `json`, `form` and `body`' } : undefined
  },

  words: ({ http, expect }) => ({ text: `${code(http)}.${expectWords(expect)}` }),

  observe(spec, { ports, signal }) {
    const space = spec.http.indexOf(' ')
    const { body, type } = bodyOf(spec)
    return ports.http(
      {
        method: spec.http.slice(0, space),
        url: spec.http.slice(space + 1).trim(),
        headers: {
          'user-agent': 'gatesheet',
          ...(type ? { 'content-type': type } : {}),
          ...lowerKeys(spec.headers),
        },
        body,
        redirects: spec.redirects ?? 0,
      },
      signal,
    )
  },

  judge({ expect }, seen): Judgement {
    const { status, headers, body, latencyMs, truncated } = seen
    const subject = { status, headers, body, latency: Math.round(latencyMs), json: parseJson(body) }
    const success = { status: { 'at-least': 200, below: 300 } }
    const judged = judgeExpectations(
      expect?.['status'] === undefined ? { ...success, ...expect } : expect,
      subject,
    )
    const words = withoutSecretFields(body.trim().replace(/\s+/g, ' ')).slice(0, 160)
    const answer = words ? `; it answered “${words}”` : ''
    const cut = truncated ? ' (the body was cut at 1 MiB)' : ''
    if (judged.outcome === 'pass') return { ...judged, message: `${status} in ${Math.round(latencyMs)} ms` }
    return { ...judged, message: `${judged.message}${answer}${cut}` }
  },
})

function bodyOf(spec: {
  json?: unknown
  form?: Record<string, string> | undefined
  body?: string | undefined
}) {
  if (spec.json !== undefined) return { body: JSON.stringify(spec.json), type: 'application/json' }
  if (spec.form !== undefined)
    return { body: new URLSearchParams(spec.form).toString(), type: 'application/x-www-form-urlencoded' }
  return { body: spec.body, type: undefined }
}

const lowerKeys = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]))
