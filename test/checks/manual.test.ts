import { expect, it } from 'vitest'
import { checked } from '../builders/session.ts'

const item = 'title: The rota covers 24 hours\nmanual: Look at the rota.'

it('waits for a person, and says what to look at', async () => {
  expect(await checked(item)).toMatchObject({ outcome: 'pending', message: 'Look at the rota.' })
})

it('passes when somebody attests it by its id', async () => {
  const attested = { attestations: { 'the-rota-covers-24-hours': 'ada' } }
  expect(await checked(item, attested)).toMatchObject({
    outcome: 'pass',
    message: 'attested by ada',
    observed: 'ada',
  })
})

it('is attested by nobody when only others are', async () => {
  for (const attestations of [{ 'another-check': 'ada' }, { 'the-rota-covers-24-hours': '' }])
    expect((await checked(item, { attestations })).outcome).toBe('pending')
  expect((await checked('title: Constructor\nmanual: Look.')).outcome).toBe('pending')
})
