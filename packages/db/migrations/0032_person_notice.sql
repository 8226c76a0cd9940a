-- What a person is told that others did, and what staff are told besides appointments. Which kinds there are says the contract.

ALTER TABLE notice
  ALTER COLUMN appointment_id DROP NOT NULL,
  DROP CONSTRAINT notice_kind_check,
  ADD CONSTRAINT notice_kind_check CHECK (kind ~ '^[a-z]+(-[a-z]+)*$');
-- What is about no appointment and was never seen is past its date in the end, too.
DROP POLICY notice_forget ON notice;
CREATE POLICY notice_forget ON notice FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' AND (seen_at <= acting_at() - interval '90 days'
    OR (appointment_id IS NULL AND created_at <= acting_at() - interval '2 years')
    OR EXISTS (SELECT FROM appointment a WHERE a.id = appointment_id AND upper(a.period) <= acting_at() - interval '2 years')));

-- A line on the person's own page until they open it. One row an event, however often it is delivered.
CREATE TABLE person_notice (
  event_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  appointment_id uuid,
  -- What it is about where that is no appointment, by the kind: an offer, a handover.
  subject_id uuid,
  created_at timestamptz NOT NULL,
  seen_at timestamptz,
  PRIMARY KEY (organisation_id, event_id),
  FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment (organisation_id, id) ON DELETE CASCADE,
  CHECK (num_nonnulls(appointment_id, subject_id) = 1)
);
CREATE INDEX person_notice_unseen ON person_notice (person_id) WHERE seen_at IS NULL;
CREATE INDEX person_notice_appointment ON person_notice (organisation_id, appointment_id);
ALTER TABLE person_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_notice_own ON person_notice FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR actor_kind() = 'system');
CREATE POLICY person_notice_write ON person_notice FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
CREATE POLICY person_notice_seen ON person_notice FOR UPDATE TO homeward_app
  USING (actor_kind() = 'person' AND person_id = actor_person()) WITH CHECK (actor_kind() = 'person' AND person_id = actor_person());
CREATE POLICY person_notice_forget ON person_notice FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' AND seen_at <= acting_at() - interval '90 days');
GRANT SELECT, INSERT, DELETE ON person_notice TO homeward_app;
GRANT UPDATE (seen_at) ON person_notice TO homeward_app;
