import { runAction } from '../../../dist/index.js'

await runAction('deploy')
