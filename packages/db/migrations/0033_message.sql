-- What leaves for a person: that there is an update, and nothing else. Neither the address nor the words are ever here.

-- One row an event, or a reminder; the address is opened at the moment of sending, from the safe contact.
CREATE TABLE message (
  event_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- What it is about: the kind of a notice, or `reminder`.
  kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  appointment_id uuid,
  -- Of a reminder: how long before, and before which version of the appointment.
  lead text CHECK (lead IN ('day', 'three-hours', 'one-hour')),
  sequence integer,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'given-up', 'not-sent')),
  -- Why it was given up, or never sent.
  reason text CHECK (reason IN ('refused', 'unreachable', 'silent', 'needs-look', 'call', 'no-way', 'seen', 'together', 'changed', 'too-late')),
  tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
  -- Not before; and while it is being sent, until when nobody else may.
  next_at timestamptz,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (organisation_id, event_id),
  FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment (organisation_id, id) ON DELETE CASCADE,
  CHECK ((state IN ('waiting', 'sending')) = (next_at IS NOT NULL)),
  CHECK ((state IN ('waiting', 'sending')) = (done_at IS NULL)),
  CHECK ((state IN ('given-up', 'not-sent')) = (reason IS NOT NULL)),
  CHECK ((kind = 'reminder') = (lead IS NOT NULL)),
  CHECK ((lead IS NULL) = (sequence IS NULL) AND (lead IS NULL OR appointment_id IS NOT NULL))
);
-- However many workers look, a reminder of a version of an appointment is one.
CREATE UNIQUE INDEX message_reminder ON message (organisation_id, appointment_id, sequence, lead) WHERE lead IS NOT NULL;
CREATE INDEX message_due ON message (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX message_person ON message (person_id);
CREATE INDEX message_done ON message (done_at);
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_read ON message FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR actor_kind() = 'system');
CREATE POLICY message_write ON message FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
CREATE POLICY message_send ON message FOR UPDATE TO homeward_app USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
CREATE POLICY message_forget ON message FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' AND done_at <= acting_at() - interval '30 days');
GRANT SELECT, INSERT, DELETE ON message TO homeward_app;
GRANT UPDATE (state, reason, tries, next_at, done_at) ON message TO homeward_app;

-- The worker opens the safe contact of whom it has something due for, and of nobody else.
CREATE POLICY person_vault_message ON person_vault FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' AND EXISTS (SELECT FROM message m
    WHERE m.person_id = person_vault.person_id AND m.next_at <= acting_at()));

-- A contact that a server refused for good, by the moment at which it was said: silent until the person looks at it.
CREATE TABLE contact_trouble (
  person_id uuid PRIMARY KEY REFERENCES safe_contact (person_id) ON DELETE CASCADE,
  contact_confirmed_at timestamptz NOT NULL,
  since timestamptz NOT NULL
);
ALTER TABLE contact_trouble ENABLE ROW LEVEL SECURITY;
CREATE POLICY contact_trouble_read ON contact_trouble FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR actor_kind() = 'system');
CREATE POLICY contact_trouble_write ON contact_trouble FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
CREATE POLICY contact_trouble_again ON contact_trouble FOR UPDATE TO homeward_app
  USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT ON contact_trouble TO homeward_app;
GRANT UPDATE (contact_confirmed_at, since) ON contact_trouble TO homeward_app;

-- How long before an appointment the person wants to hear of it. No row: a day, if there is a safe contact at all.
CREATE TABLE reminder_choice (
  person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  leads text[] NOT NULL CHECK (leads <@ ARRAY['day', 'three-hours', 'one-hour']),
  changed_at timestamptz NOT NULL
);
ALTER TABLE reminder_choice ENABLE ROW LEVEL SECURITY;
CREATE POLICY reminder_choice_own ON reminder_choice TO homeward_app
  USING (actor_kind() = 'person' AND person_id = actor_person())
  WITH CHECK (actor_kind() = 'person' AND person_id = actor_person());
CREATE POLICY reminder_choice_read ON reminder_choice FOR SELECT TO homeward_app USING (actor_kind() = 'system');
GRANT SELECT, INSERT ON reminder_choice TO homeward_app;
GRANT UPDATE (leads, changed_at) ON reminder_choice TO homeward_app;

CREATE INDEX appointment_begins ON appointment (lower(period)) WHERE status = 'booked' AND person_id IS NOT NULL;
