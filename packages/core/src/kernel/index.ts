export { type Actor, type ActorOf, actingAs, SYSTEM, VISITOR } from './actor.ts';
export { newId, systemClock, systemRandom, toInstant } from './clock.ts';
export type { Clock, Context, Ports, Random, Secrets } from './context.ts';
export { Failure, parseInput, toIssues } from './failure.ts';
export { command, type Operation, query } from './operation.ts';
export { installOutbox, OUTBOX, openOutbox } from './outbox.ts';
export type { OutboxEvent } from './outbox-event.ts';
export { type Scope, scopesOf } from './scope.ts';
export { asSystem, inTransaction, pgCode, pgConstraint, type Tx } from './transaction.ts';
