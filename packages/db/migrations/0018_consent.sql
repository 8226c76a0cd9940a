-- What a person lets others know, one recipient at a time, until a date. No consent, no data.

CREATE TABLE consent (
  id uuid PRIMARY KEY,
  -- The recipient: an organisation, or one counsellor of it.
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  recipient_kind text NOT NULL CHECK (recipient_kind IN ('organisation', 'counsellor')),
  recipient_staff_id uuid,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('get-in-touch', 'prepare-meeting', 'find-offer', 'help-with-papers')),
  fields text[] NOT NULL CHECK (fields <@ ARRAY['alias', 'languages', 'zone', 'contact'] AND cardinality(fields) > 0),
  granted_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- Never later than it would have expired.
  withdrawn_at timestamptz,
  FOREIGN KEY (organisation_id, recipient_staff_id) REFERENCES staff (organisation_id, id),
  CHECK ((recipient_kind = 'counsellor') = (recipient_staff_id IS NOT NULL)),
  CHECK (expires_at > granted_at AND expires_at <= granted_at + interval '180 days'),
  CHECK (withdrawn_at BETWEEN granted_at AND expires_at)
);
-- One a recipient: a new one takes the place of the old.
CREATE UNIQUE INDEX consent_one_per_recipient ON consent (organisation_id, person_id, recipient_staff_id) NULLS NOT DISTINCT
  WHERE withdrawn_at IS NULL;
CREATE INDEX consent_person ON consent (person_id);

-- Whether who acts is among those that a consent names: everybody at an organisation, or one counsellor.
CREATE FUNCTION is_named_recipient(organisation uuid, staff_id uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN actor_kind() IN ('counsellor', 'partner-staff', 'organisation-admin') AND organisation = actor_organisation()
    AND (staff_id IS NULL OR staff_id = actor_staff());
GRANT EXECUTE ON FUNCTION is_named_recipient TO homeward_app;

ALTER TABLE consent ENABLE ROW LEVEL SECURITY;
CREATE POLICY consent_own ON consent FOR SELECT TO homeward_app
  USING (actor_kind() = 'person' AND person_id = actor_person());
CREATE POLICY consent_grant ON consent FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'person' AND person_id = actor_person() AND granted_at = acting_at() AND withdrawn_at IS NULL);
CREATE POLICY consent_withdraw ON consent FOR UPDATE TO homeward_app
  USING (actor_kind() = 'person' AND person_id = actor_person() AND withdrawn_at IS NULL)
  WITH CHECK (person_id = actor_person() AND withdrawn_at IS NOT NULL);
-- Withdrawn or past its date, the recipient no longer sees that there was one: from the next request on.
CREATE POLICY consent_received ON consent FOR SELECT TO homeward_app
  USING (is_named_recipient(organisation_id, recipient_staff_id) AND withdrawn_at IS NULL
    AND granted_at <= acting_at() AND expires_at > acting_at());
CREATE POLICY consent_system ON consent FOR SELECT TO homeward_app USING (actor_kind() = 'system');
CREATE POLICY consent_forget ON consent FOR DELETE TO homeward_app USING (actor_kind() = 'system');
GRANT SELECT, INSERT, DELETE ON consent TO homeward_app;
GRANT UPDATE (withdrawn_at) ON consent TO homeward_app;

-- The few things that a person may say of themselves. Each optional, each sealed under their key.
CREATE TABLE person_fact (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  fact text NOT NULL CHECK (fact IN ('alias', 'languages')),
  value_sealed bytea NOT NULL,
  PRIMARY KEY (person_id, fact)
);
ALTER TABLE person_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_fact_own ON person_fact TO homeward_app
  USING (actor_kind() = 'person' AND person_id = actor_person())
  WITH CHECK (actor_kind() = 'person' AND person_id = actor_person());
-- The consents in these two questions are those that who acts may see.
CREATE POLICY person_fact_shared ON person_fact FOR SELECT TO homeward_app
  USING (actor_staff() IS NOT NULL AND EXISTS (SELECT FROM consent c WHERE c.person_id = person_fact.person_id AND fact = ANY (c.fields)));
CREATE POLICY safe_contact_shared ON safe_contact FOR SELECT TO homeward_app
  USING (actor_staff() IS NOT NULL AND EXISTS (SELECT FROM consent c WHERE c.person_id = safe_contact.person_id AND 'contact' = ANY (c.fields)));
CREATE POLICY person_fact_system ON person_fact FOR SELECT TO homeward_app USING (actor_kind() = 'system');
CREATE POLICY person_fact_forget ON person_fact FOR DELETE TO homeward_app USING (actor_kind() = 'system');
GRANT SELECT, INSERT, UPDATE (value_sealed), DELETE ON person_fact TO homeward_app;

-- Whoever holds a consent may open what it names: the rows they may read are the ones above, and no other.
CREATE POLICY person_vault_shared ON person_vault FOR SELECT TO homeward_app
  USING (actor_staff() IS NOT NULL AND EXISTS (SELECT FROM consent c WHERE c.person_id = person_vault.person_id));

-- The zone stands in a row that holds more than a recipient may see, so it is asked for by the consent.
CREATE FUNCTION read_consented_zone(consent_id uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN (SELECT p.zone FROM consent c JOIN person p ON p.id = c.person_id
    WHERE c.id = consent_id AND 'zone' = ANY (c.fields) AND is_named_recipient(c.organisation_id, c.recipient_staff_id)
      AND c.withdrawn_at IS NULL AND c.granted_at <= acting_at() AND c.expires_at > acting_at());
GRANT EXECUTE ON FUNCTION read_consented_zone TO homeward_app;

-- A contact goes with its person, and the system may take it away.
ALTER TABLE safe_contact DROP CONSTRAINT safe_contact_person_id_fkey,
  ADD CONSTRAINT safe_contact_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE;
DROP POLICY safe_contact_forget ON safe_contact;
CREATE POLICY safe_contact_system ON safe_contact FOR SELECT TO homeward_app USING (actor_kind() = 'system');
CREATE POLICY safe_contact_forget ON safe_contact FOR DELETE TO homeward_app USING (actor_kind() = 'system');

-- A new passphrase is a use of the account: of somebody who signed in, or of one who came back by recovery.
CREATE FUNCTION use_with_passphrase() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.used_in := date_trunc('month', coalesce(acting_at(), now()) AT TIME ZONE 'UTC')::date;
  RETURN NEW;
END
$$;
CREATE TRIGGER person_used BEFORE UPDATE OF passphrase_hash ON person FOR EACH ROW EXECUTE FUNCTION use_with_passphrase();

-- Reading what a consent names is a look like others, and noted for the person. The words are the application's closed list.
ALTER TABLE record_access DROP CONSTRAINT record_access_what_check,
  ADD CONSTRAINT record_access_what_check CHECK (what ~ '^[a-z]+(-[a-z]+)*$');
-- Looks of more than a year ago are forgotten. The database knows the date too.
CREATE POLICY record_access_old ON record_access FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' AND at <= acting_at() - interval '1 year');
CREATE POLICY record_access_forget ON record_access FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' AND at <= acting_at() - interval '1 year');
GRANT DELETE ON record_access TO homeward_app;
CREATE INDEX record_access_at ON record_access (at);
-- Who no longer looks after somebody: known for a year, as the looks of that time are.
CREATE POLICY care_assignment_forget ON care_assignment FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' AND least(ended_at, until) <= acting_at() - interval '1 year');
GRANT DELETE ON care_assignment TO homeward_app;
