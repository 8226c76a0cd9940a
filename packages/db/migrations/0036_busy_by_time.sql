-- Free times are asked for more often than anything else: what they cost must not grow with what lies behind a counsellor.
-- An appointment with what is around it is no longer than two days, so those near a window are found by their start.
ALTER TABLE appointment ADD CONSTRAINT appointment_length CHECK (upper(blocked_period) - lower(blocked_period) <= interval '2 days');

CREATE OR REPLACE FUNCTION counsellor_busy(counsellor_ids uuid[], window_from timestamptz, window_to timestamptz, now timestamptz)
  RETURNS TABLE (counsellor_id uuid, starts_at timestamptz, ends_at timestamptz, buffer_before_minutes integer, buffer_after_minutes integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT a.counsellor_id, lower(a.period), upper(a.period),
      (date_part('epoch', lower(a.period) - lower(a.blocked_period)) / 60)::integer,
      (date_part('epoch', upper(a.blocked_period) - upper(a.period)) / 60)::integer
    FROM appointment a
    WHERE a.counsellor_id = ANY (counsellor_ids) AND a.blocked_period && tstzrange(window_from, window_to) AND a.kind <> 'seat'
      AND lower(a.period) > window_from - interval '2 days' AND lower(a.period) < window_to + interval '2 days'
      AND (a.status IN ('requested', 'booked') OR (a.status = 'held' AND a.hold_expires_at > now));
END;
