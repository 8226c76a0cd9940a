-- A person. No name, no contact, no origin: a number that is looked up by a keyed hash, and a passphrase.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  -- HMAC-SHA-256 of the access number under the look-up key, which is not in this database.
  access_number_index bytea NOT NULL UNIQUE CHECK (length(access_number_index) = 32),
  -- The number under the person's key, only until the person says that it is kept.
  access_number_sealed bytea,
  passphrase_hash text NOT NULL,
  kept_at timestamptz,
  -- The zone the person chose to see times in.
  zone text,
  created_at timestamptz NOT NULL
);
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_own ON person FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND id = actor_person()));
CREATE POLICY person_create ON person FOR INSERT TO homeward_app WITH CHECK (actor_kind() IN ('visitor', 'system'));
CREATE POLICY person_change ON person FOR UPDATE TO homeward_app
  USING (actor_kind() = 'person' AND id = actor_person()) WITH CHECK (id = actor_person());
GRANT SELECT, INSERT, UPDATE ON person TO homeward_app;

-- Each person's data key, wrapped by the master key, which is not in this database. Without it their content is noise.
CREATE TABLE person_key (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  wrapped_key bytea NOT NULL
);
ALTER TABLE person_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_key_create ON person_key FOR INSERT TO homeward_app WITH CHECK (actor_kind() IN ('visitor', 'system'));
GRANT SELECT, INSERT ON person_key TO homeward_app;

-- People who work at an organisation.
CREATE TABLE staff (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  role text NOT NULL CHECK (role IN ('counsellor', 'partner-staff', 'admin')),
  -- Case-folded by the application; unique over all organisations because nobody says theirs at sign-in.
  sign_in_name text NOT NULL UNIQUE,
  passphrase_hash text NOT NULL,
  deactivated_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX staff_organisation ON staff (organisation_id);
ALTER TABLE staff ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff_own ON staff FOR SELECT TO homeward_app USING (actor_kind() = 'system' OR id = actor_staff());
CREATE POLICY staff_create ON staff FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT ON staff TO homeward_app;

-- A signed-in device. No address, no browser, no place. `token_hash` is sha-256 of the cookie; `id` is what we call it in public.
CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  person_id uuid REFERENCES person (id),
  staff_id uuid REFERENCES staff (id),
  created_at timestamptz NOT NULL,
  -- Idle limit, moved on by use, and the absolute one, which is not.
  expires_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  CHECK (num_nonnulls(person_id, staff_id) = 1)
);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_staff ON session (staff_id);
CREATE INDEX session_expires ON session (expires_at);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY session_system ON session TO homeward_app USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO homeward_app;

-- One look-up and one touch (at most once a minute) by the hash of the cookie. A deleted session is never revived: the touch is an UPDATE.
CREATE FUNCTION find_session(hash bytea, now timestamptz, idle interval)
  RETURNS TABLE (id uuid, person_id uuid, staff_id uuid, expires_at timestamptz, kept boolean, zone text,
    role text, organisation_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  UPDATE session s SET expires_at = least(now + idle, s.ends_at)
    WHERE s.token_hash = hash AND s.expires_at > now AND s.expires_at < least(now + idle - interval '1 minute', s.ends_at);
  SELECT s.id, s.person_id, s.staff_id, s.expires_at, p.kept_at IS NOT NULL, p.zone, t.role, t.organisation_id
    FROM session s LEFT JOIN person p ON p.id = s.person_id LEFT JOIN staff t ON t.id = s.staff_id
    WHERE s.token_hash = hash AND s.expires_at > now AND s.ends_at > now
      AND (s.staff_id IS NULL OR t.deactivated_at IS NULL);
END;
GRANT EXECUTE ON FUNCTION find_session TO homeward_app;
