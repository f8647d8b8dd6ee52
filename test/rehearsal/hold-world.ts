import { startWorld } from '../../src/rehearsal/world.ts'

// Holds a world until it is killed: `node hold-world.ts`. Tells the folder as its only line.
const world = await startWorld()
console.log(world.folder)
