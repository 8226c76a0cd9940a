-- Somebody whom nobody here knows yet sees less, and an organisation's code is its word for somebody it knows.

-- Who said that they know this person; null when a code did, or nobody yet.
ALTER TABLE person ADD COLUMN confirmed_by uuid REFERENCES staff (id);
ALTER TABLE person ADD CHECK (confirmed_by IS NULL OR confirmed_at IS NOT NULL);
DROP TRIGGER person_identity ON person;
CREATE TRIGGER person_identity BEFORE UPDATE OF access_number_index, passphrase_hash, confirmed_at, confirmed_by ON person
  FOR EACH ROW EXECUTE FUNCTION keep_for_system();
GRANT UPDATE (confirmed_by) ON person TO homeward_app;

CREATE FUNCTION actor_is_confirmed() RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM person p WHERE p.id = actor_person() AND p.confirmed_at IS NOT NULL);
GRANT EXECUTE ON FUNCTION actor_is_confirmed TO homeward_app;

-- Where to meet in person is told to nobody who is not known. Restrictive: it holds whatever other policies allow.
CREATE POLICY meeting_detail_confirmed ON meeting_detail AS RESTRICTIVE FOR SELECT TO homeward_app
  USING (actor_kind() IS DISTINCT FROM 'person' OR modality <> 'in-person' OR actor_is_confirmed());

-- Newcomers book only with counsellors who take them.
CREATE POLICY appointment_newcomer ON appointment AS RESTRICTIVE FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() IS DISTINCT FROM 'person' OR actor_is_confirmed()
    OR EXISTS (SELECT FROM counsellor c WHERE c.id = counsellor_id AND c.accepts_newcomers));

-- Codes that an organisation hands out. Which person redeemed one is written nowhere, nor when.
CREATE TABLE invitation_batch (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  -- For the organisation's own eyes.
  label text NOT NULL CHECK (label <> ''),
  codes integer NOT NULL CHECK (codes BETWEEN 1 AND 100),
  uses_each integer NOT NULL CHECK (uses_each BETWEEN 1 AND 20),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at AND expires_at <= created_at + interval '180 days'),
  withdrawn_at timestamptz,
  UNIQUE (organisation_id, id),
  FOREIGN KEY (organisation_id, created_by) REFERENCES staff (organisation_id, id)
);
ALTER TABLE invitation_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_batch_read ON invitation_batch FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation()));
CREATE POLICY invitation_batch_make ON invitation_batch FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation() AND created_by = actor_staff());
CREATE POLICY invitation_batch_withdraw ON invitation_batch FOR UPDATE TO homeward_app
  USING (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation())
  WITH CHECK (organisation_id = actor_organisation());
CREATE POLICY invitation_batch_forget ON invitation_batch FOR DELETE TO homeward_app USING (actor_kind() = 'system');
GRANT SELECT, INSERT, DELETE ON invitation_batch TO homeward_app;
GRANT UPDATE (withdrawn_at) ON invitation_batch TO homeward_app;

CREATE TABLE invitation_code (
  -- HMAC-SHA-256 of the digits under the look-up key. Over all organisations: whoever types a code says no organisation.
  code_index bytea PRIMARY KEY CHECK (length(code_index) = 32),
  organisation_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  uses_left integer NOT NULL CHECK (uses_left BETWEEN 0 AND 20),
  FOREIGN KEY (organisation_id, batch_id) REFERENCES invitation_batch (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX invitation_code_batch ON invitation_code (organisation_id, batch_id);
ALTER TABLE invitation_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_code_read ON invitation_code FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation()));
CREATE POLICY invitation_code_make ON invitation_code FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation());
CREATE POLICY invitation_code_redeem ON invitation_code FOR UPDATE TO homeward_app
  USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT ON invitation_code TO homeward_app;
GRANT UPDATE (uses_left) ON invitation_code TO homeward_app;
