CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  website text,
  fictional boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
-- An organisation's name and website stand on every listing: public by nature.
CREATE POLICY organisation_read ON organisation FOR SELECT TO homeward_app USING (actor_kind() IS NOT NULL);
CREATE POLICY organisation_create ON organisation FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT ON organisation TO homeward_app;

CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  name text NOT NULL,
  -- The first characters, to recognise a key in a list.
  prefix text NOT NULL,
  -- sha-256 of the whole key: 32 random bytes need no slow hash.
  key_hash bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
CREATE INDEX api_key_organisation ON api_key (organisation_id);
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY api_key_own ON api_key FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'partner-key' AND organisation_id = actor_organisation()));
CREATE POLICY api_key_create ON api_key FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
CREATE POLICY api_key_change ON api_key FOR UPDATE TO homeward_app USING (actor_kind() = 'system');
GRANT SELECT, INSERT, UPDATE ON api_key TO homeward_app;

-- Before a key is known there is no actor: this one look-up, by hash, is all that an unknown caller may do.
CREATE FUNCTION find_api_key(hash bytea, now timestamptz)
  RETURNS TABLE (id uuid, organisation_id uuid, scopes text[])
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  UPDATE api_key SET last_used_at = now
    WHERE key_hash = hash AND revoked_at IS NULL AND (last_used_at IS NULL OR last_used_at < now - interval '1 minute');
  SELECT k.id, k.organisation_id, k.scopes FROM api_key k
    WHERE k.key_hash = hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now);
END;
GRANT EXECUTE ON FUNCTION find_api_key TO homeward_app;

-- What a write answered, so that the same key gives the same answer for 24 hours.
CREATE TABLE idempotency_record (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  request_hash bytea NOT NULL,
  status integer,
  body text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, key)
);
CREATE INDEX idempotency_record_created ON idempotency_record (created_at);
ALTER TABLE idempotency_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY idempotency_record_own ON idempotency_record TO homeward_app
  USING (organisation_id = actor_organisation() OR actor_kind() = 'system')
  WITH CHECK (organisation_id = actor_organisation());
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_record TO homeward_app;
