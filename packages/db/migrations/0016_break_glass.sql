-- In an emergency, staff of an organisation that the person met open what the person wrote, for an hour. Each time is
-- written down once and for all: nobody's role may change or delete it.
CREATE TABLE break_glass (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  person_id uuid NOT NULL REFERENCES person (id),
  staff_id uuid NOT NULL,
  -- The appointment's short word, by which they said whom they mean.
  reference text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('danger-to-life', 'colleague-unreachable', 'person-asked', 'legal-duty')),
  -- What they said, under the person's key.
  note_sealed bytea NOT NULL,
  at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  CONSTRAINT break_glass_staff FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id),
  CONSTRAINT break_glass_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT break_glass_hour CHECK (until > at AND until <= at + interval '60 minutes')
);
CREATE INDEX break_glass_person ON break_glass (person_id);
CREATE INDEX break_glass_organisation ON break_glass (organisation_id, id);

-- Whom it is told: those who answer for whoever did it.
CREATE TABLE break_glass_notice (
  organisation_id uuid NOT NULL,
  break_glass_id uuid NOT NULL,
  staff_id uuid NOT NULL REFERENCES staff (id),
  created_at timestamptz NOT NULL,
  seen_at timestamptz,
  PRIMARY KEY (organisation_id, break_glass_id, staff_id),
  FOREIGN KEY (organisation_id, break_glass_id) REFERENCES break_glass (organisation_id, id)
);
CREATE INDEX break_glass_notice_unseen ON break_glass_notice (staff_id) WHERE seen_at IS NULL;

-- An emergency's assignment stands on the emergency. The assignment comes first, since it opens the key of the note.
ALTER TABLE care_assignment
  ADD COLUMN break_glass_id uuid,
  ADD CONSTRAINT care_assignment_emergency CHECK ((kind = 'break-glass') = (break_glass_id IS NOT NULL)),
  ADD CONSTRAINT care_assignment_break_glass FOREIGN KEY (organisation_id, break_glass_id)
    REFERENCES break_glass (organisation_id, id) DEFERRABLE INITIALLY DEFERRED;

-- Whether the person has or had an appointment with the organisation of who acts. Answers for that organisation only.
CREATE FUNCTION has_met_organisation(person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN EXISTS (SELECT FROM appointment a
    WHERE a.person_id = person AND a.organisation_id = actor_organisation() AND a.status <> 'held');
GRANT EXECUTE ON FUNCTION has_met_organisation TO homeward_app;

-- Whose appointment this is, by its short word and its day where the counsellor is. Within the organisation of who acts, and
-- for those who may open in an emergency; no name, no list.
CREATE FUNCTION find_person_by_reference(appointment_reference text, on_day date) RETURNS TABLE (person_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT DISTINCT a.person_id FROM appointment a JOIN counsellor c ON c.organisation_id = a.organisation_id AND c.id = a.counsellor_id
    WHERE actor_kind() IN ('counsellor', 'organisation-admin') AND a.organisation_id = actor_organisation()
      AND a.reference = appointment_reference AND a.status <> 'held'
      AND (lower(a.period) AT TIME ZONE c.zone)::date = on_day;
END;
GRANT EXECUTE ON FUNCTION find_person_by_reference TO homeward_app;

-- Whether who acts has this person open in an emergency now.
CREATE FUNCTION has_emergency(person uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN actor_kind() IN ('counsellor', 'organisation-admin') AND EXISTS (SELECT FROM care_assignment c
    WHERE c.staff_id = actor_staff() AND c.person_id = person AND c.kind = 'break-glass'
      AND c.ended_at IS NULL AND c.since <= acting_at() AND c.until > acting_at());
GRANT EXECUTE ON FUNCTION has_emergency TO homeward_app;

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
CREATE POLICY break_glass_open ON break_glass FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() IN ('counsellor', 'organisation-admin') AND staff_id = actor_staff()
    AND organisation_id = actor_organisation() AND at = acting_at() AND has_met_organisation(person_id));
CREATE POLICY break_glass_read ON break_glass FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person())
    OR (actor_kind() IN ('counsellor', 'organisation-admin') AND staff_id = actor_staff())
    OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation())
    OR (actor_kind() = 'platform-admin' AND EXISTS (SELECT FROM break_glass_notice n
      WHERE n.break_glass_id = break_glass.id AND n.staff_id = actor_staff())));
GRANT SELECT, INSERT ON break_glass TO homeward_app;

ALTER TABLE break_glass_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY break_glass_notice_write ON break_glass_notice FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
CREATE POLICY break_glass_notice_own ON break_glass_notice FOR SELECT TO homeward_app
  USING (actor_kind() IN ('organisation-admin', 'platform-admin') AND staff_id = actor_staff());
CREATE POLICY break_glass_notice_seen ON break_glass_notice FOR UPDATE TO homeward_app
  USING (actor_kind() IN ('organisation-admin', 'platform-admin') AND staff_id = actor_staff())
  WITH CHECK (staff_id = actor_staff());
GRANT SELECT, INSERT ON break_glass_notice TO homeward_app;
GRANT UPDATE (seen_at) ON break_glass_notice TO homeward_app;

CREATE POLICY care_assignment_emergency_open ON care_assignment FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() IN ('counsellor', 'organisation-admin') AND kind = 'break-glass' AND staff_id = actor_staff()
    AND organisation_id = actor_organisation() AND since = acting_at() AND until <= acting_at() + interval '60 minutes'
    AND has_met_organisation(person_id));

-- Appointments of a colleague, with this organisation only, while it lasts.
CREATE POLICY appointment_emergency ON appointment FOR SELECT TO homeward_app
  USING (organisation_id = actor_organisation() AND has_emergency(person_id));
