-- Choosing a time, and thinking about it for ten minutes.

-- A hold whose time is over leaves nothing: nobody asked for that time, so nothing is kept of it. Whoever takes a time makes
-- way for it first: holds of the same counsellors, of the same person (who may not be in two places) and in the same rooms.
-- Always in the same order, so that two who do it at once wait for each other instead of for ever.
CREATE FUNCTION release_holds(counsellors uuid[], person uuid, places uuid[]) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  DELETE FROM appointment WHERE id IN (SELECT a.id FROM appointment a
    WHERE a.status = 'held' AND a.hold_expires_at <= acting_at()
      AND (a.counsellor_id = ANY (counsellors) OR a.person_id = person OR a.place_id = ANY (places))
    ORDER BY a.id FOR UPDATE);
END;
GRANT EXECUTE ON FUNCTION release_holds TO homeward_app;
CREATE INDEX appointment_held ON appointment (hold_expires_at) WHERE status = 'held';

-- The same for servers of before, one kind at a time.
CREATE OR REPLACE FUNCTION release_expired_holds(counsellor uuid, now timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  DELETE FROM appointment WHERE counsellor_id = counsellor AND status = 'held' AND hold_expires_at <= now;
END;
DROP FUNCTION release_expired_room_holds;
