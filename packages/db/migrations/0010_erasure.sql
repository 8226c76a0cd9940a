-- An appointment outlives its person in one case only: it lay ahead, and its counsellor has to learn that the time is free.
-- Nothing of the person is left in it then.
ALTER TABLE appointment ALTER COLUMN person_id DROP NOT NULL,
  ADD CONSTRAINT appointment_of_somebody CHECK (person_id IS NOT NULL OR (status = 'cancelled' AND call_me_sealed IS NULL));

-- The wish to be erased, until it is carried out. The receipt's number is found by its HMAC under the look-up key, and kept
-- to be shown again under the person's own key.
CREATE TABLE erasure_request (
  person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  receipt_index bytea NOT NULL UNIQUE CHECK (length(receipt_index) = 32),
  receipt_number_sealed bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL CHECK (due_at >= asked_at)
);
CREATE INDEX erasure_request_due ON erasure_request (due_at);
ALTER TABLE erasure_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY erasure_request_read ON erasure_request FOR SELECT TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'person' AND person_id = actor_person()));
CREATE POLICY erasure_request_ask ON erasure_request FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'person' AND person_id = actor_person());
CREATE POLICY erasure_request_cancel ON erasure_request FOR DELETE TO homeward_app
  USING (actor_kind() = 'person' AND person_id = actor_person());
GRANT SELECT, INSERT, DELETE ON erasure_request TO homeward_app;

-- When the person last took everything that is held about them: shown to them, so that somebody else's taking is seen.
ALTER TABLE person ADD COLUMN exported_at timestamptz;
GRANT UPDATE (exported_at) ON person TO homeward_app;

-- Takes a person out of this database, for the system only; their key is destroyed before. Answers the appointments that
-- lay ahead, which are cancelled and hold nothing of the person any more.
CREATE FUNCTION erase_person(person uuid, now timestamptz)
  RETURNS TABLE (appointment_id uuid, organisation_id uuid, counsellor_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  DELETE FROM appointment a
    WHERE a.person_id = person AND actor_kind() = 'system'
      AND NOT (a.status IN ('held', 'requested', 'booked') AND lower(a.period) > now);
  WITH freed AS (
    UPDATE appointment a SET status = 'cancelled', cancelled_at = now, hold_expires_at = NULL, person_id = NULL,
        call_me_sealed = NULL, language = NULL, person_zone = 'UTC'
      WHERE a.person_id = person AND actor_kind() = 'system'
      RETURNING a.id, a.organisation_id, a.counsellor_id
  ), gone AS (
    DELETE FROM person p WHERE p.id = person AND actor_kind() = 'system'
  )
  SELECT freed.id, freed.organisation_id, freed.counsellor_id FROM freed;
END;
GRANT EXECUTE ON FUNCTION erase_person TO homeward_app;
