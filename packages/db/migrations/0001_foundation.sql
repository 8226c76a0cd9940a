-- The application's group role. It owns nothing; every grant below is by hand and every table has policies.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'homeward_app') THEN
    CREATE ROLE homeward_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of the same server made it a moment ago
END
$$;

CREATE EXTENSION IF NOT EXISTS btree_gist;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO homeward_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Who acts, said once per transaction with set_config(…, true). Nothing said means nobody: every policy then answers no.
CREATE FUNCTION actor_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('homeward.actor_kind', true), '');
CREATE FUNCTION actor_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('homeward.person_id', true), '')::uuid;
CREATE FUNCTION actor_staff() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('homeward.staff_id', true), '')::uuid;
CREATE FUNCTION actor_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('homeward.organisation_id', true), '')::uuid;
GRANT EXECUTE ON FUNCTION actor_kind, actor_person, actor_staff, actor_organisation TO homeward_app;

-- What was done, by whom, to what: pseudonyms only, never content. Written in the transaction of the deed; never read by the application.
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  action text NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  organisation_id uuid,
  subject_id uuid
);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_append ON audit_entry FOR INSERT TO homeward_app WITH CHECK (actor_kind = actor_kind());
GRANT INSERT ON audit_entry TO homeward_app;

-- The application may see which migrations ran, and refuses to start when some are missing.
GRANT SELECT ON schema_migration TO homeward_app;
ALTER TABLE schema_migration ENABLE ROW LEVEL SECURITY;
CREATE POLICY schema_migration_read ON schema_migration FOR SELECT TO homeward_app USING (true);
