import { newId } from '@homeward/core/kernel';
import { sendDueMessages } from '@homeward/core/message';
import { carryOutEvent } from '@homeward/core/notice';
import {
  addCounsellor,
  addReachablePerson,
  canaryEmail,
  createWorld,
  type World,
} from '@homeward/core/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { headersOf, openMailPeer, type Received, refusal } from '../../testing/mail-peer.ts';
import { openMailSender } from './mail-sender.ts';

const FROM = 'news@post.example';
const MINUTE = 60_000;

let world: World;
let closing: AsyncDisposableStack;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  closing = new AsyncDisposableStack();
});
afterEach(() => closing.disposeAsync());

/** A real mail server with these answers, as the world's way out. */
async function openWay(...given: Parameters<typeof openMailPeer>) {
  const peer = closing.use(await openMailPeer(...given));
  const { send, close } = openMailSender({ url: peer.url, from: FROM });
  closing.defer(close);
  world.ports.senders.email = send;
  return peer;
}
/** Something happens to somebody who may be told so; answers the event's id. */
async function happen(): Promise<string> {
  const { actor } = await addCounsellor(world);
  const person = await addReachablePerson(world, {
    address: world.watch(canaryEmail('fault')),
    language: 'th',
  });
  const event = {
    id: newId(world.visitor),
    type: 'person.told' as const,
    kind: 'offer-made' as const,
    organisationId: actor.organisationId,
    personId: person.actor.personId,
    subjectId: newId(world.visitor),
  };
  // Delivered twice, as a queue may.
  await carryOutEvent(world.system, event);
  await carryOutEvent(world.system, event);
  return event.id;
}
const send = () => sendDueMessages(world.visitor);
const stateOf = async (id: string) =>
  (await world.rows('SELECT state, tries FROM message WHERE event_id = $1', [id]))[0];
const idsOf = (received: readonly Received[]) => received.map(({ raw }) => headersOf(raw).get('message-id'));

it('is one mail to who knows a repeat by its id, though the line broke after it was handed over', async () => {
  let drops = 1;
  const peer = await openWay({ onMail: () => (drops-- > 0 ? 'drop' : 'take') });
  const id = await happen();
  await send();
  expect(peer.received, 'it was handed over before the line broke').toHaveLength(1);
  expect(await stateOf(id)).toEqual({ state: 'waiting', tries: 1 });
  world.clock.advance(MINUTE);
  await send();
  await send();
  expect(await stateOf(id)).toEqual({ state: 'sent', tries: 2 });
  expect(idsOf(peer.received)).toEqual([`<${id}@post.example>`, `<${id}@post.example>`]);
});

it('arrives after a server that said "not now"', async () => {
  let refusals = 2;
  const peer = await openWay({ onRecipient: () => (refusals-- > 0 ? refusal(451, 'later') : null) });
  const id = await happen();
  for (let minutes = 0; minutes < 10; minutes++) {
    await send();
    world.clock.advance(MINUTE);
  }
  expect(refusals, 'it was refused twice, and then let in').toBe(-1);
  expect(await stateOf(id)).toEqual({ state: 'sent', tries: 3 });
  expect(idsOf(peer.received)).toEqual([`<${id}@post.example>`]);
});

it('ends at a server that refuses for good, however often the worker looks', async () => {
  let asked = 0;
  const peer = await openWay({
    onRecipient: () => {
      asked++;
      return refusal(550, 'no such mailbox');
    },
  });
  const id = await happen();
  for (let minutes = 0; minutes < 10; minutes++) {
    await send();
    world.clock.advance(MINUTE);
  }
  expect(asked).toBe(1);
  expect(peer.received).toEqual([]);
  expect(await stateOf(id)).toEqual({ state: 'given-up', tries: 1 });
});

it('arrives after a server that was not there', async () => {
  const gone = await openWay();
  await gone[Symbol.asyncDispose]();
  const id = await happen();
  await send();
  expect(await stateOf(id), 'nobody was there').toEqual({ state: 'waiting', tries: 1 });
  const peer = await openWay();
  world.clock.advance(MINUTE);
  await send();
  expect(idsOf(peer.received)).toEqual([`<${id}@post.example>`]);
});
