-- The foundation of accounts: our clock in the policies, the roles of staff, sessions that know their device and how well
-- their owner has proved who they are, passkeys.

-- The application's clock, said with who acts: a policy that ends in time ends by the same clock as the use-cases.
CREATE FUNCTION acting_at() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('homeward.now', true), '')::timestamptz;
GRANT EXECUTE ON FUNCTION acting_at TO homeward_app;

ALTER TABLE staff DROP CONSTRAINT staff_role_check;
UPDATE staff SET role = 'organisation-admin' WHERE role = 'admin';
ALTER TABLE staff ADD CONSTRAINT staff_role_check
  CHECK (role IN ('counsellor', 'partner-staff', 'organisation-admin', 'platform-admin'));
-- A first name or an alias: what colleagues, and people whose record was opened, are told.
ALTER TABLE staff ADD COLUMN display_name text;
UPDATE staff SET display_name = coalesce((SELECT alias FROM counsellor WHERE counsellor.id = staff.id), 'Staff');
ALTER TABLE staff ALTER COLUMN display_name SET NOT NULL, ADD CHECK (display_name <> '');
-- Since when a second factor is enrolled; null must enrol one before anything else.
ALTER TABLE staff ADD COLUMN second_factor_since timestamptz;
ALTER TABLE staff ADD CONSTRAINT staff_of_organisation UNIQUE (organisation_id, id);

-- Null is a newcomer: nobody has said yet that they know this person.
ALTER TABLE person ADD COLUMN confirmed_at timestamptz;
DROP POLICY person_change ON person;
CREATE POLICY person_change ON person FOR UPDATE TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND id = actor_person()))
  WITH CHECK (actor_kind() = 'system' OR id = actor_person());

-- A passphrase, a number and a confirmation change only under the system's view, in the use-cases that are for that.
CREATE FUNCTION keep_for_system() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF actor_kind() IS DISTINCT FROM 'system' THEN
    RAISE EXCEPTION 'only the system changes this' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER person_identity BEFORE UPDATE OF access_number_index, passphrase_hash, confirmed_at ON person
  FOR EACH ROW EXECUTE FUNCTION keep_for_system();
GRANT UPDATE (access_number_index, passphrase_hash, confirmed_at) ON person TO homeward_app;

-- Whose device: `shared` forgets soon, `own` is a person's own by their word, `staff` is anybody's who works here.
ALTER TABLE session ADD COLUMN device text NOT NULL DEFAULT 'shared' CHECK (device IN ('shared', 'own', 'staff'));
UPDATE session SET device = 'staff' WHERE staff_id IS NOT NULL;
ALTER TABLE session ADD CHECK ((device = 'staff') = (staff_id IS NOT NULL));
-- How long without use, by the device.
ALTER TABLE session ADD COLUMN idle interval NOT NULL DEFAULT '15 minutes';
ALTER TABLE session ADD COLUMN used_at timestamptz;
UPDATE session SET used_at = created_at;
ALTER TABLE session ALTER COLUMN used_at SET NOT NULL, ALTER COLUMN device DROP DEFAULT, ALTER COLUMN idle DROP DEFAULT;
-- When the second factor was given, and when the owner last proved who they are.
ALTER TABLE session ADD COLUMN second_factor_at timestamptz;
ALTER TABLE session ADD COLUMN proved_at timestamptz;

DROP FUNCTION find_session;
-- One look-up and one touch (at most once a minute) by the hash of the cookie. A deleted session is never revived: the touch is an UPDATE.
CREATE FUNCTION find_session(hash bytea, now timestamptz)
  RETURNS TABLE (id uuid, person_id uuid, staff_id uuid, expires_at timestamptz, kept boolean, confirmed boolean, zone text,
    role text, organisation_id uuid, second_factor_enrolled boolean, second_factor_at timestamptz, proved_at timestamptz)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  UPDATE session s SET expires_at = least(now + s.idle, s.ends_at), used_at = now
    WHERE s.token_hash = hash AND s.expires_at > now AND s.expires_at < least(now + s.idle - interval '1 minute', s.ends_at);
  SELECT s.id, s.person_id, s.staff_id, s.expires_at, p.kept_at IS NOT NULL, p.confirmed_at IS NOT NULL, p.zone,
      t.role, t.organisation_id, t.second_factor_since IS NOT NULL, s.second_factor_at, s.proved_at
    FROM session s LEFT JOIN person p ON p.id = s.person_id LEFT JOIN staff t ON t.id = s.staff_id
    WHERE s.token_hash = hash AND s.expires_at > now AND s.ends_at > now
      AND (s.staff_id IS NULL OR t.deactivated_at IS NULL);
END;
GRANT EXECUTE ON FUNCTION find_session TO homeward_app;

-- A way in by the phone's own lock. The credential's id is kept as a keyed hash: a phone and a dump side by side match nothing.
CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  credential_index bytea NOT NULL UNIQUE CHECK (length(credential_index) = 32),
  person_id uuid REFERENCES person (id),
  staff_id uuid,
  organisation_id uuid,
  -- Of a person: sealed under their key. Of staff: as it is.
  public_key bytea NOT NULL,
  counter bigint NOT NULL DEFAULT 0 CHECK (counter >= 0),
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id),
  CHECK (num_nonnulls(person_id, staff_id) = 1 AND (staff_id IS NULL) = (organisation_id IS NULL))
);
CREATE INDEX passkey_person ON passkey (person_id);
CREATE INDEX passkey_staff ON passkey (organisation_id, staff_id);
ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
CREATE POLICY passkey_own ON passkey FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR person_id = actor_person() OR staff_id = actor_staff());
CREATE POLICY passkey_add ON passkey FOR INSERT TO homeward_app
  WITH CHECK (person_id = actor_person() OR (staff_id = actor_staff() AND organisation_id = actor_organisation()));
CREATE POLICY passkey_remove ON passkey FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' OR person_id = actor_person() OR staff_id = actor_staff());
CREATE POLICY passkey_use ON passkey FOR UPDATE TO homeward_app USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT, DELETE ON passkey TO homeward_app;
GRANT UPDATE (counter, used_at) ON passkey TO homeward_app;

-- What a passkey has to sign, once and soon. Taken by deleting the row.
CREATE TABLE passkey_challenge (
  challenge_hash bytea PRIMARY KEY CHECK (length(challenge_hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('add', 'sign-in', 'prove')),
  -- Whoever is signed in; nobody at sign-in.
  person_id uuid REFERENCES person (id),
  staff_id uuid REFERENCES staff (id),
  expires_at timestamptz NOT NULL,
  CHECK (num_nonnulls(person_id, staff_id) <= 1)
);
CREATE INDEX passkey_challenge_expires ON passkey_challenge (expires_at);
ALTER TABLE passkey_challenge ENABLE ROW LEVEL SECURITY;
CREATE POLICY passkey_challenge_system ON passkey_challenge TO homeward_app
  USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT, DELETE ON passkey_challenge TO homeward_app;
