-- How often something typed was wrong in the last hour: a sign-in name, a number, a code. The bucket is a keyed hash of
-- what was typed, the same whether it exists or not: the rows tell nobody who has an account. No address is stored.
CREATE TABLE throttle (
  bucket bytea PRIMARY KEY CHECK (length(bucket) = 16),
  failures int NOT NULL CHECK (failures > 0),
  since timestamptz NOT NULL
);
ALTER TABLE throttle ENABLE ROW LEVEL SECURITY;
CREATE POLICY throttle_system ON throttle TO homeward_app USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT, DELETE ON throttle TO homeward_app;
GRANT UPDATE (failures, since) ON throttle TO homeward_app;
CREATE INDEX throttle_since ON throttle (since);
