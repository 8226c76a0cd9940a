export {
  type Actor,
  type ActorOf,
  actingAs,
  actingAsAnyStaff,
  actingAsStaff,
  organisationOf,
  type StaffActor,
  SYSTEM,
  staffOf,
  VISITOR,
} from './actor.ts';
export { asUnavailable } from './as-unavailable.ts';
export { newId, systemClock, systemRandom, toInstant } from './clock.ts';
export type { Clock, Context, Ports, Random, Secrets, Site } from './context.ts';
export { Failure, parseInput, toIssues, toPointer } from './failure.ts';
export { isDatabaseReachable } from './is-database-reachable.ts';
export type { KeyStore, MasterKeyMark, MasterKeys, StoredKey, WrappedKey } from './key-ports.ts';
export type { Meet, RoomVisit } from './meet.ts';
export { command, type Operation, query } from './operation.ts';
export { installOutbox, OUTBOX, openOutbox } from './outbox.ts';
export type { AppointmentEvent, OutboxEvent, PersonTold, StaffTold } from './outbox-event.ts';
export { noteSeen, reading, type Seen } from './reading.ts';
export { assertProved, type Scope, scopesOf } from './scope.ts';
export type { Delivery, Outgoing, Sender, Senders } from './sender.ts';
export { asPerson, asSystem, inTransaction, pgCode, pgConstraint, type Tx } from './transaction.ts';
