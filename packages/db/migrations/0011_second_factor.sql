-- The second factor of whoever works here. All of it changes under the system's view only: a fault in another use-case
-- cannot give anybody a second factor, or take one away.

-- Codes of an app (TOTP, RFC 6238). The secret is sealed under a key that is not in this database.
CREATE TABLE staff_totp (
  organisation_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  -- In use; null until the first one was confirmed.
  secret_sealed bytea,
  -- Shown, and not confirmed yet: the one in use stays until it is.
  next_secret_sealed bytea,
  -- The 30 seconds of the last code that was accepted: it and all before it are used up.
  last_step bigint,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, staff_id),
  FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id),
  CHECK (num_nonnulls(secret_sealed, next_secret_sealed) > 0)
);
ALTER TABLE staff_totp ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff_totp_system ON staff_totp TO homeward_app
  USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT, DELETE ON staff_totp TO homeward_app;
GRANT UPDATE (secret_sealed, next_secret_sealed, last_step) ON staff_totp TO homeward_app;

-- Codes on paper, for the day on which the phone is gone. HMAC-SHA-256 under the look-up key; a used one is deleted.
CREATE TABLE staff_recovery_code (
  organisation_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  code_index bytea NOT NULL CHECK (length(code_index) = 32),
  PRIMARY KEY (organisation_id, staff_id, code_index),
  FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id)
);
ALTER TABLE staff_recovery_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff_recovery_code_system ON staff_recovery_code TO homeward_app
  USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT SELECT, INSERT, DELETE ON staff_recovery_code TO homeward_app;

CREATE POLICY staff_change ON staff FOR UPDATE TO homeward_app
  USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system');
GRANT UPDATE (second_factor_since) ON staff TO homeward_app;
