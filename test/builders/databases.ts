export { holding, postgresServer, query, type TestServer, untilRow } from './postgres.ts'
