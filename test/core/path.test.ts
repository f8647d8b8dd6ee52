import { beforeAll, expect, it } from 'vitest'
import { pathFault, preparePaths, rootOf, valueAt } from '../../src/core/path.ts'

const subject = {
  status: 200,
  headers: { 'x-request-id': 'r1' },
  json: {
    items: [
      { id: 1, state: 'done', tags: [] },
      { id: 2, state: 'open', tags: ['a'] },
    ],
    'inbox_item-id': 'i',
    none: null,
    a: { '0': 'zero' },
  },
  rows: [{ n: 4 }],
}
beforeAll(() => preparePaths(['json.items[*].id']))

it.each([
  ['status', 200],
  ['headers.x-request-id', 'r1'],
  ['json.items[1].id', 2],
  ['json.items[2].id', undefined],
  ['json.inbox_item-id', 'i'],
  ['json.none', null],
  ['json.none.deeper', undefined],
  ['json.a[0]', 'zero'],
  ['rows[0].n', 4],
  ['json.items.length', 2],
  ['absent.path', undefined],
  // Not what JavaScript gives every object.
  ['json.constructor', undefined],
  ['json.__proto__', undefined],
  ['status.toFixed', undefined],
  ['json.items[*].id', [1, 2]],
  ['json.items[?@.state == "open"].id', [2]],
  ['json.items[?@.state == "lost"].id', undefined],
  ['json..id', [1, 2]],
  ['json["inbox_item-id"]', ['i']],
  ['absent[*]', undefined],
])('finds %s', (path, value) => expect(valueAt(subject, path)).toEqual(value))

it.each(['json.a', 'json', 'json[0]', 'json..x', 'json[*]', 'json[?@.a > 1]'])('can read %s', path =>
  expect(pathFault(path)).toBeUndefined(),
)

it.each(['json.', 'json[', 'json[?', 'json.a b', 'json[x]'])('says why %s cannot be read', path =>
  expect(pathFault(path)).toBeTruthy(),
)

it('knows the first name of a path', () => {
  expect([rootOf('json.a'), rootOf('exit-code'), rootOf('rows[0]'), rootOf('')]).toEqual([
    'json',
    'exit-code',
    'rows',
    '',
  ])
})
