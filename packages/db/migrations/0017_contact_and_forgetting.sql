-- How a person may be reached, if at all, and what is forgotten when its date is past.

-- One row a person, of those who ever said how. What they said (channel, address, hours, words) is one sealed value: a copy
-- of the database tells nobody even that somebody is reached by phone. Not found by anything but the person.
CREATE TABLE safe_contact (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  details_sealed bytea,
  -- "Still right", by the person. Older than eight weeks, we are silent.
  confirmed_at timestamptz,
  -- Another that is to replace it, and from when on.
  next_sealed bytea,
  next_at timestamptz,
  -- Since when the contact is what it is, having none included: what comes right after a removal waits like a change.
  changed_at timestamptz NOT NULL,
  CHECK ((details_sealed IS NULL) = (confirmed_at IS NULL)),
  CHECK ((next_sealed IS NULL) = (next_at IS NULL))
);
ALTER TABLE safe_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY safe_contact_own ON safe_contact TO homeward_app
  USING (actor_kind() = 'person' AND person_id = actor_person())
  WITH CHECK (actor_kind() = 'person' AND person_id = actor_person());
-- Rows that hold nothing any more.
CREATE POLICY safe_contact_forget ON safe_contact TO homeward_app
  USING (actor_kind() = 'system' AND details_sealed IS NULL AND next_sealed IS NULL)
  WITH CHECK (false);
GRANT SELECT, INSERT, DELETE ON safe_contact TO homeward_app;
GRANT UPDATE (details_sealed, confirmed_at, next_sealed, next_at, changed_at) ON safe_contact TO homeward_app;

-- The first day of the month in which an account was last used: enough to know that nobody comes back, and no more.
ALTER TABLE person ADD COLUMN used_in date NOT NULL DEFAULT date_trunc('month', coalesce(acting_at(), now()) AT TIME ZONE 'UTC')::date
  CHECK (extract(day FROM used_in) = 1);
UPDATE person SET used_in = date_trunc('month', created_at AT TIME ZONE 'UTC')::date;
GRANT UPDATE (used_in) ON person TO homeward_app;

-- Until when somebody took care of, or made use of, an account. Sees what who asks may see: for the system, all.
CREATE FUNCTION person_active_until(person uuid) RETURNS timestamptz LANGUAGE sql STABLE
  RETURN (SELECT greatest(
      (p.used_in + interval '1 month') AT TIME ZONE 'UTC',
      (SELECT max(upper(a.period)) FROM appointment a WHERE a.person_id = p.id AND a.status <> 'cancelled'))
    FROM person p WHERE p.id = person);
GRANT EXECUTE ON FUNCTION person_active_until TO homeward_app;

-- The job that forgets may delete what is past its date, and the database knows the date too. packages/db/personal-data.json
-- names the rules.
CREATE POLICY appointment_forget ON appointment FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' AND upper(period) <= acting_at() - interval '2 years');
GRANT DELETE ON appointment TO homeward_app;
CREATE POLICY notice_forget ON notice FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' AND (seen_at <= acting_at() - interval '90 days'
    OR EXISTS (SELECT FROM appointment a WHERE a.id = appointment_id AND upper(a.period) <= acting_at() - interval '2 years')));
GRANT DELETE ON notice TO homeward_app;
CREATE INDEX appointment_over ON appointment (upper(period));
