-- What a counsellor keeps of an appointment, under the person's key. Written once: a change is another version.
CREATE TABLE appointment_note (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  version integer NOT NULL CHECK (version > 0),
  written_by uuid NOT NULL,
  text_sealed bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  CONSTRAINT appointment_note_version UNIQUE (organisation_id, appointment_id, version),
  CONSTRAINT appointment_note_appointment FOREIGN KEY (organisation_id, appointment_id)
    REFERENCES appointment (organisation_id, id) ON DELETE CASCADE,
  CONSTRAINT appointment_note_writer FOREIGN KEY (organisation_id, written_by) REFERENCES counsellor (organisation_id, id)
);
CREATE INDEX appointment_note_person ON appointment_note (person_id);
ALTER TABLE appointment_note ENABLE ROW LEVEL SECURITY;
-- It is the person's information. Staff read it while they look after the person, of their own organisation only.
CREATE POLICY appointment_note_read ON appointment_note FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person())
    OR (actor_kind() = 'counsellor' AND organisation_id = actor_organisation() AND is_assigned(person_id)));
CREATE POLICY appointment_note_write ON appointment_note FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'counsellor' AND organisation_id = actor_organisation() AND written_by = actor_staff()
    AND at = acting_at() AND is_assigned(person_id) AND EXISTS (SELECT FROM appointment a
      WHERE a.organisation_id = appointment_note.organisation_id AND a.id = appointment_id AND a.counsellor_id = actor_staff()
        AND a.person_id = appointment_note.person_id));
-- No UPDATE and no DELETE: nobody's role rewrites what was written.
GRANT SELECT, INSERT ON appointment_note TO homeward_app;

-- A person goes from one counsellor to a colleague, whole or with one appointment that somebody else takes in an absence.
CREATE TABLE handover (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- Null: the person, with every appointment ahead.
  appointment_id uuid,
  from_staff_id uuid NOT NULL,
  to_staff_id uuid NOT NULL,
  proposed_by uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('asked', 'accepted', 'refused', 'withdrawn', 'told', 'given-back')),
  proposed_at timestamptz NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  CHECK (from_staff_id <> to_staff_id),
  -- Nobody is handed over whole without being asked.
  CHECK (appointment_id IS NOT NULL OR status NOT IN ('told', 'given-back')),
  CONSTRAINT handover_appointment FOREIGN KEY (organisation_id, appointment_id)
    REFERENCES appointment (organisation_id, id) ON DELETE CASCADE,
  CONSTRAINT handover_from FOREIGN KEY (organisation_id, from_staff_id) REFERENCES counsellor (organisation_id, id),
  CONSTRAINT handover_to FOREIGN KEY (organisation_id, to_staff_id) REFERENCES counsellor (organisation_id, id),
  CONSTRAINT handover_proposer FOREIGN KEY (organisation_id, proposed_by) REFERENCES staff (organisation_id, id)
);
-- One question at a time.
CREATE UNIQUE INDEX handover_asked_person ON handover (organisation_id, from_staff_id, person_id)
  WHERE status = 'asked' AND appointment_id IS NULL;
CREATE UNIQUE INDEX handover_asked_appointment ON handover (organisation_id, appointment_id)
  WHERE status = 'asked' AND appointment_id IS NOT NULL;
CREATE INDEX handover_person ON handover (person_id);
ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY handover_read ON handover FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person())
    OR (actor_kind() = 'counsellor' AND organisation_id = actor_organisation() AND actor_staff() IN (from_staff_id, to_staff_id)));
-- A counsellor asks for whom they look after; whatever moves at once is the system's to write.
CREATE POLICY handover_ask ON handover FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'system'
    OR (actor_kind() = 'counsellor' AND organisation_id = actor_organisation() AND from_staff_id = actor_staff()
      AND proposed_by = actor_staff() AND status = 'asked' AND is_assigned(person_id)));
CREATE POLICY handover_answer ON handover FOR UPDATE TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person())
    OR (actor_kind() = 'counsellor' AND organisation_id = actor_organisation() AND from_staff_id = actor_staff()))
  WITH CHECK (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person())
    OR (actor_kind() = 'counsellor' AND organisation_id = actor_organisation() AND from_staff_id = actor_staff()
      AND status IN ('asked', 'withdrawn')));
GRANT SELECT, INSERT ON handover TO homeward_app;
GRANT UPDATE (status, answered_at) ON handover TO homeward_app;

-- Whoever arranges cover at an organisation makes bookings of its counsellors wait meanwhile, and changes nothing of them.
CREATE POLICY counsellor_wait ON counsellor FOR UPDATE TO homeward_app
  USING (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation())
  WITH CHECK (false);
