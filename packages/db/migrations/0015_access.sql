-- Whom a counsellor looks after, and until when: by this, and by nothing else, staff see what a person wrote.
CREATE TABLE care_assignment (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  person_id uuid NOT NULL REFERENCES person (id),
  staff_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('appointment', 'confirmed', 'break-glass')),
  since timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until >= since),
  -- The person does not want to be seen by them any more.
  ended_at timestamptz,
  CONSTRAINT care_assignment_staff FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id)
);
-- One that goes on of each kind; booking again makes it longer.
CREATE UNIQUE INDEX care_assignment_going_on ON care_assignment (organisation_id, staff_id, person_id, kind)
  WHERE ended_at IS NULL AND kind <> 'break-glass';
CREATE INDEX care_assignment_staff_person ON care_assignment (staff_id, person_id);
CREATE INDEX care_assignment_person ON care_assignment (person_id);

-- Who has an appointment today was looked after by that: the same rule as for new ones.
INSERT INTO care_assignment (id, organisation_id, person_id, staff_id, kind, since, until)
  SELECT gen_random_uuid(), organisation_id, person_id, counsellor_id, 'appointment', min(created_at), max(upper(period)) + interval '30 days'
  FROM appointment WHERE status NOT IN ('held', 'cancelled') GROUP BY organisation_id, person_id, counsellor_id;

ALTER TABLE care_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY care_assignment_read ON care_assignment FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person()) OR staff_id = actor_staff());
-- A person who books lets that counsellor see them. Everything else is for use-cases that have other reasons, as the system.
CREATE POLICY care_assignment_book ON care_assignment FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'system'
    OR (actor_kind() = 'person' AND person_id = actor_person() AND kind = 'appointment' AND EXISTS (SELECT FROM appointment a
      WHERE a.person_id = care_assignment.person_id AND a.counsellor_id = care_assignment.staff_id)));
-- A person makes it longer by booking, and ends it. Nobody hands it to somebody else: no such column may be written.
CREATE POLICY care_assignment_change ON care_assignment FOR UPDATE TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person()))
  WITH CHECK (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person()));
GRANT SELECT, INSERT ON care_assignment TO homeward_app;
GRANT UPDATE (since, until, ended_at) ON care_assignment TO homeward_app;

-- Whether the member of staff who acts looks after this person now.
CREATE FUNCTION is_assigned(person uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM care_assignment c WHERE c.staff_id = actor_staff() AND c.person_id = person
    AND c.ended_at IS NULL AND c.since <= acting_at() AND c.until > acting_at());
GRANT EXECUTE ON FUNCTION is_assigned TO homeward_app;

CREATE OR REPLACE FUNCTION may_open_person(person uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN (actor_kind() = 'person' AND person = actor_person())
    OR (actor_kind() IN ('counsellor', 'organisation-admin') AND is_assigned(person));

-- How to meet is told until an hour after the appointment, in case it takes longer.
DROP POLICY meeting_detail_booked ON meeting_detail;
CREATE POLICY meeting_detail_booked ON meeting_detail FOR SELECT TO homeward_app
  USING (actor_kind() = 'person' AND EXISTS (SELECT FROM appointment a
    WHERE a.person_id = actor_person() AND a.counsellor_id = meeting_detail.counsellor_id
      AND a.modality = meeting_detail.modality AND a.status = 'booked'
      AND acting_at() < upper(a.period) + interval '1 hour'));

-- Who looked at what of a person, for that person to read. Written with the reading, before anything of it leaves.
CREATE TABLE record_access (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  person_id uuid NOT NULL REFERENCES person (id),
  staff_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('agenda', 'appointment', 'safe-contact', 'confirmation', 'recovery', 'urgent')),
  at timestamptz NOT NULL,
  hour timestamp GENERATED ALWAYS AS (date_trunc('hour', at AT TIME ZONE 'UTC')) STORED,
  FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id),
  -- Looking again within the hour is no news.
  CONSTRAINT record_access_hourly UNIQUE (organisation_id, staff_id, person_id, what, hour)
);
CREATE INDEX record_access_person ON record_access (person_id, id);
ALTER TABLE record_access ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_access_read ON record_access FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR staff_id = actor_staff());
CREATE POLICY record_access_append ON record_access FOR INSERT TO homeward_app
  WITH CHECK (staff_id = actor_staff() AND organisation_id = actor_organisation());
GRANT SELECT, INSERT (id, organisation_id, person_id, staff_id, what, at) ON record_access TO homeward_app;
