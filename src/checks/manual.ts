import { defineKind } from '../core/check.ts'
import { plain } from '../core/markdown-text.ts'
import { text } from '../core/strict.ts'

export const manual = defineKind({
  name: 'manual',
  summary: 'Only a person can know: pending until somebody attests it by its id (`--attest ID=WHO`).',
  example: `
title: The on-call rota covers the next 24 hours
manual: Look at the rota; name the primary and the secondary.`,
  shape: () => ({ manual: text.describe('what the person is to look at') }),
  subject: [],

  words: ({ manual }) => ({ text: plain(manual) }),

  observe: async (_, { attestedBy }) => ({ attestedBy }),

  judge: ({ manual }, { attestedBy }) =>
    attestedBy === undefined
      ? { outcome: 'pending', message: manual }
      : { outcome: 'pass', message: `attested by ${attestedBy}`, observed: attestedBy },
})
