-- A way back in for whoever lost theirs: by a card that they printed, or face to face, by two members of staff.
CREATE TABLE recovery_code (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('card', 'staff')),
  -- Of a code by staff: whose they are, for which appointment, and the two who vouch.
  organisation_id uuid REFERENCES organisation (id),
  appointment_id uuid REFERENCES appointment (id) ON DELETE SET NULL,
  started_by uuid,
  confirmed_by uuid,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- HMAC-SHA-256 of the digits under the look-up key, while there is a code that can be used. Over all organisations:
  -- whoever types a code says no organisation.
  code_index bytea UNIQUE CHECK (length(code_index) = 32),
  -- Of a request until when it may be confirmed, of a code until when it may be used. A card has no end.
  expires_at timestamptz,
  used_at timestamptz,
  FOREIGN KEY (organisation_id, started_by) REFERENCES staff (organisation_id, id),
  FOREIGN KEY (organisation_id, confirmed_by) REFERENCES staff (organisation_id, id),
  CHECK ((kind = 'staff') = (num_nonnulls(organisation_id, started_by, expires_at) = 3)),
  CHECK (kind = 'staff' OR num_nonnulls(organisation_id, started_by, expires_at, appointment_id) = 0),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  -- The law: nobody lets somebody in alone.
  CHECK (confirmed_by IS DISTINCT FROM started_by OR kind = 'card'),
  CHECK (kind = 'card' OR (code_index IS NULL AND used_at IS NULL) OR confirmed_by IS NOT NULL)
);
CREATE INDEX recovery_code_person ON recovery_code (person_id);
CREATE INDEX recovery_code_staff ON recovery_code (organisation_id, expires_at);
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
-- What two members of staff do stays among people of their organisation who work with persons.
CREATE FUNCTION may_confirm_recovery(organisation uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN actor_kind() IN ('counsellor', 'organisation-admin', 'platform-admin') AND organisation = actor_organisation();
GRANT EXECUTE ON FUNCTION may_confirm_recovery TO homeward_app;
CREATE POLICY recovery_code_read ON recovery_code FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person()) OR may_confirm_recovery(organisation_id));
CREATE POLICY recovery_code_make ON recovery_code FOR INSERT TO homeward_app
  WITH CHECK ((actor_kind() = 'person' AND person_id = actor_person() AND kind = 'card')
    OR (actor_kind() = 'counsellor' AND kind = 'staff' AND organisation_id = actor_organisation() AND started_by = actor_staff()
      AND confirmed_by IS NULL AND code_index IS NULL));
-- One confirms what another started; only then the one who started it makes the code.
CREATE POLICY recovery_code_confirm ON recovery_code FOR UPDATE TO homeward_app
  USING (actor_kind() = 'system' OR (may_confirm_recovery(organisation_id) AND is_active_staff(actor_staff())
    AND CASE WHEN started_by = actor_staff() THEN confirmed_by IS NOT NULL ELSE confirmed_by IS NULL END))
  WITH CHECK (actor_kind() = 'system' OR started_by = actor_staff() OR (confirmed_by = actor_staff() AND code_index IS NULL));
CREATE POLICY recovery_code_void ON recovery_code FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person()));
GRANT SELECT, INSERT, DELETE ON recovery_code TO homeward_app;
GRANT UPDATE (confirmed_by, confirmed_at, code_index, expires_at, used_at) ON recovery_code TO homeward_app;
