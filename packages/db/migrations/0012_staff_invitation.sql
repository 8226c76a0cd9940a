-- Whoever works here comes in by an invitation of their organisation's admin, and leaves at the next request.

-- The name that somebody signs in with is not to be read in a dump: HMAC-SHA-256 under the look-up key, which is not in this
-- database. So the application writes it over at its start; until then a row has its old name.
ALTER TABLE staff ADD COLUMN sign_in_index bytea UNIQUE CHECK (length(sign_in_index) = 32);
ALTER TABLE staff ALTER COLUMN sign_in_name DROP NOT NULL;
ALTER TABLE staff ADD CHECK (num_nonnulls(sign_in_name, sign_in_index) = 1);
GRANT UPDATE (sign_in_name, sign_in_index, passphrase_hash, deactivated_at) ON staff TO homeward_app;

-- An admin sees who works at their organisation. Nobody sees people there.
CREATE POLICY staff_colleagues ON staff FOR SELECT TO homeward_app
  USING (actor_kind() = 'platform-admin' OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation()));

CREATE TABLE staff_invitation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  role text NOT NULL CHECK (role IN ('counsellor', 'partner-staff', 'organisation-admin', 'platform-admin')),
  display_name text NOT NULL CHECK (display_name <> ''),
  -- Set: no new colleague, but one who may choose a new passphrase.
  staff_id uuid,
  -- HMAC-SHA-256 under the look-up key. Unique over all organisations: whoever types a code does not say whose it is.
  code_index bytea NOT NULL UNIQUE CHECK (length(code_index) = 32),
  -- Nobody when the operator invites.
  invited_by uuid REFERENCES staff (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id)
);
CREATE INDEX staff_invitation_organisation ON staff_invitation (organisation_id, created_at);
ALTER TABLE staff_invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff_invitation_read ON staff_invitation FOR SELECT TO homeward_app
  USING (actor_kind() IN ('system', 'platform-admin')
    OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation()));
-- Nobody gives a role that is above their own.
CREATE POLICY staff_invitation_make ON staff_invitation FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() IN ('system', 'platform-admin')
    OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation() AND role <> 'platform-admin'));
CREATE POLICY staff_invitation_change ON staff_invitation FOR UPDATE TO homeward_app
  USING (actor_kind() IN ('system', 'platform-admin')
    OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation()));
GRANT SELECT, INSERT ON staff_invitation TO homeward_app;
GRANT UPDATE (accepted_at, withdrawn_at) ON staff_invitation TO homeward_app;

-- Keys of an organisation, for its admins.
CREATE POLICY api_key_admin_read ON api_key FOR SELECT TO homeward_app
  USING (actor_kind() = 'platform-admin' OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation()));
CREATE POLICY api_key_admin_create ON api_key FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation());
CREATE POLICY api_key_admin_revoke ON api_key FOR UPDATE TO homeward_app
  USING (actor_kind() = 'platform-admin' OR (actor_kind() = 'organisation-admin' AND organisation_id = actor_organisation()));
CREATE POLICY organisation_create_by_platform ON organisation FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'platform-admin');

-- Who gave a time back. A person is told when it was not they themselves.
ALTER TABLE appointment ADD COLUMN cancelled_by text CHECK (cancelled_by IN ('person', 'organisation'));
GRANT UPDATE (cancelled_by) ON appointment TO homeward_app;
CREATE POLICY appointment_counsellor_left ON appointment FOR UPDATE TO homeward_app
  USING (actor_kind() = 'system') WITH CHECK (actor_kind() = 'system' AND status = 'cancelled');
