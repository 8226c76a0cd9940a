-- The key store: a database of its own, so that a copy of the data holds no key, and destroying a key reaches every copy.
-- Its group role owns nothing. There are no row-level policies here: whether somebody may open a person's content is asked
-- in the data database, under its policies, before anybody comes here.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'homeward_key_keeper') THEN
    CREATE ROLE homeward_key_keeper NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of the same server made it a moment ago
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO homeward_key_keeper;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT SELECT ON schema_migration TO homeward_key_keeper;

-- The master key in use: its name, never the key. The one row that rotations and new keys lock.
CREATE TABLE master_key (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  current_id text NOT NULL CHECK (current_id ~ '^[A-Za-z0-9_-]{1,64}$'),
  -- A value of no secrecy wrapped by that key, by which a wrong one is noticed before anybody is served.
  check_value bytea NOT NULL,
  changed_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON master_key TO homeward_key_keeper;
GRANT UPDATE (current_id, check_value, changed_at) ON master_key TO homeward_key_keeper;

-- Each person's data key, wrapped by a master key, which is in no database.
CREATE TABLE person_key (
  person_id uuid PRIMARY KEY,
  master_key_id text NOT NULL,
  wrapped_key bytea NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX person_key_master ON person_key (master_key_id, person_id);
GRANT SELECT, INSERT, DELETE ON person_key TO homeward_key_keeper;
GRANT UPDATE (master_key_id, wrapped_key) ON person_key TO homeward_key_keeper;

-- Who was erased: the list that is applied to every database before it is served, so that an older copy brings nobody back.
CREATE TABLE erased_person (
  person_id uuid PRIMARY KEY,
  -- HMAC-SHA-256 of the receipt's number under the look-up key.
  receipt_index bytea NOT NULL UNIQUE CHECK (length(receipt_index) = 32),
  erased_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON erased_person TO homeward_key_keeper;

-- A key is wrapped by the master key in use, or refused: once a rotation has named another, nothing under the old one comes
-- in behind its back. The lock makes those under way finish first. And who was erased gets no key again.
CREATE FUNCTION guard_person_key() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM master_key WHERE current_id = NEW.master_key_id FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'another master key is in use' USING ERRCODE = 'HW001';
  END IF;
  IF EXISTS (SELECT FROM erased_person WHERE person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'this person was erased' USING ERRCODE = 'HW002';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER person_key_guard BEFORE INSERT OR UPDATE ON person_key FOR EACH ROW EXECUTE FUNCTION guard_person_key();
