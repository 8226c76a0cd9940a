CREATE TABLE counsellor (
  id uuid PRIMARY KEY REFERENCES staff (id),
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  alias text NOT NULL,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  area text,
  zone text NOT NULL,
  languages text[] NOT NULL,
  modalities text[] NOT NULL,
  -- [{language, text}], the first is the original.
  about jsonb NOT NULL DEFAULT '[]',
  accepts_newcomers boolean NOT NULL DEFAULT true,
  length_minutes integer NOT NULL CHECK (length_minutes > 0),
  step_minutes integer NOT NULL CHECK (step_minutes > 0),
  buffer_before_minutes integer NOT NULL CHECK (buffer_before_minutes >= 0),
  buffer_after_minutes integer NOT NULL CHECK (buffer_after_minutes >= 0),
  notice_minutes integer NOT NULL CHECK (notice_minutes >= 0),
  horizon_days integer NOT NULL CHECK (horizon_days > 0),
  max_per_day integer NOT NULL CHECK (max_per_day > 0),
  created_at timestamptz NOT NULL
);
CREATE INDEX counsellor_organisation ON counsellor (organisation_id);
ALTER TABLE counsellor ENABLE ROW LEVEL SECURITY;
CREATE POLICY counsellor_read ON counsellor FOR SELECT TO homeward_app USING (actor_kind() IS NOT NULL);
CREATE POLICY counsellor_create ON counsellor FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
-- UPDATE covers SELECT … FOR UPDATE too: whoever books must be able to lock the row, and nobody but the counsellor may change it.
CREATE POLICY counsellor_change ON counsellor FOR UPDATE TO homeward_app
  USING (actor_kind() IN ('person', 'counsellor'))
  WITH CHECK (actor_kind() = 'counsellor' AND id = actor_staff());
GRANT SELECT, INSERT, UPDATE ON counsellor TO homeward_app;

-- Hours and absences are read by whoever asks for free times. What leaves is free times only.
CREATE TABLE weekly_rule (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  counsellor_id uuid NOT NULL REFERENCES counsellor (id),
  days text[] NOT NULL CHECK (days <@ ARRAY['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] AND cardinality(days) > 0),
  -- Local wall time; `24:00` ends a day.
  from_time text NOT NULL CHECK (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text NOT NULL CHECK (to_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' AND to_time > from_time),
  modalities text[] NOT NULL DEFAULT '{}',
  valid_from date,
  valid_until date
);
CREATE INDEX weekly_rule_counsellor ON weekly_rule (counsellor_id);

CREATE TABLE availability_override (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  counsellor_id uuid NOT NULL REFERENCES counsellor (id),
  on_date date NOT NULL,
  -- [{from, to, modalities}]; empty means none that day.
  intervals jsonb NOT NULL,
  UNIQUE (organisation_id, counsellor_id, on_date)
);

CREATE TABLE time_off (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  counsellor_id uuid NOT NULL REFERENCES counsellor (id),
  period tstzrange NOT NULL CHECK (NOT isempty(period) AND NOT lower_inf(period) AND NOT upper_inf(period))
);
CREATE INDEX time_off_counsellor ON time_off USING gist (counsellor_id, period);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['weekly_rule', 'availability_override', 'time_off'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO homeward_app USING (actor_kind() IS NOT NULL)', name || '_read', name);
    EXECUTE format('CREATE POLICY %I ON %I TO homeward_app
      USING (actor_kind() = ''counsellor'' AND counsellor_id = actor_staff())
      WITH CHECK (actor_kind() = ''counsellor'' AND counsellor_id = actor_staff() AND organisation_id = actor_organisation())',
      name || '_own', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO homeward_app', name);
  END LOOP;
END
$$;

CREATE TABLE appointment (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  counsellor_id uuid NOT NULL REFERENCES counsellor (id),
  person_id uuid NOT NULL REFERENCES person (id),
  -- A short word for the counsellor's screen; says nothing of the person.
  reference text NOT NULL,
  status text NOT NULL CHECK (status IN ('held', 'requested', 'booked', 'cancelled', 'fulfilled', 'noshow')),
  period tstzrange NOT NULL,
  -- The period widened by the counsellor's buffers at the time of booking.
  blocked_period tstzrange NOT NULL,
  modality text NOT NULL CHECK (modality IN ('in-person', 'video', 'phone')),
  language text,
  person_zone text NOT NULL,
  call_me_sealed bytea,
  hold_expires_at timestamptz,
  created_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  CHECK (NOT isempty(period) AND NOT lower_inf(period) AND NOT upper_inf(period) AND lower_inc(period) AND NOT upper_inc(period)),
  CHECK (blocked_period @> period AND NOT lower_inf(blocked_period) AND NOT upper_inf(blocked_period)),
  CHECK ((status = 'held') = (hold_expires_at IS NOT NULL)),
  -- The law: no two active appointments of one counsellor overlap, buffers included, whoever writes and however.
  CONSTRAINT appointment_counsellor_free EXCLUDE USING gist (organisation_id WITH =, counsellor_id WITH =, blocked_period WITH &&)
    WHERE (status IN ('held', 'requested', 'booked')),
  -- Nor of one person, across organisations. (Not shardable by organisation: past one primary this becomes a reservation row per person.)
  CONSTRAINT appointment_person_free EXCLUDE USING gist (person_id WITH =, period WITH &&)
    WHERE (status IN ('held', 'requested', 'booked'))
);
CREATE INDEX appointment_counsellor ON appointment (counsellor_id, lower(period));
CREATE INDEX appointment_person ON appointment (person_id, lower(period));
ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
CREATE POLICY appointment_read ON appointment FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person())
    OR (actor_kind() = 'counsellor' AND counsellor_id = actor_staff())
    OR actor_kind() = 'system');
CREATE POLICY appointment_book ON appointment FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'person' AND person_id = actor_person());
CREATE POLICY appointment_change ON appointment FOR UPDATE TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR (actor_kind() = 'counsellor' AND counsellor_id = actor_staff()));
GRANT SELECT, INSERT, UPDATE ON appointment TO homeward_app;

-- A person reads their own key; a counsellor the keys of people who have an appointment with them.
CREATE POLICY person_key_read ON person_key FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person())
    OR (actor_kind() = 'counsellor' AND EXISTS (SELECT FROM appointment a WHERE a.person_id = person_key.person_id AND a.counsellor_id = actor_staff())));

-- How to meet: told to a person only while they have an appointment of that kind.
CREATE TABLE meeting_detail (
  counsellor_id uuid NOT NULL REFERENCES counsellor (id),
  organisation_id uuid NOT NULL,
  modality text NOT NULL CHECK (modality IN ('in-person', 'video', 'phone')),
  details text NOT NULL,
  PRIMARY KEY (counsellor_id, modality)
);
ALTER TABLE meeting_detail ENABLE ROW LEVEL SECURITY;
CREATE POLICY meeting_detail_own ON meeting_detail TO homeward_app
  USING (actor_kind() = 'counsellor' AND counsellor_id = actor_staff())
  WITH CHECK (actor_kind() = 'counsellor' AND counsellor_id = actor_staff() AND organisation_id = actor_organisation());
CREATE POLICY meeting_detail_booked ON meeting_detail FOR SELECT TO homeward_app
  USING (actor_kind() = 'person' AND EXISTS (SELECT FROM appointment a
    WHERE a.person_id = actor_person() AND a.counsellor_id = meeting_detail.counsellor_id
      AND a.modality = meeting_detail.modality AND a.status = 'booked'));
GRANT SELECT, INSERT, UPDATE, DELETE ON meeting_detail TO homeward_app;

-- When a counsellor is not free, and nothing else: no id, no person, no reason.
CREATE FUNCTION counsellor_busy(counsellor_ids uuid[], window_from timestamptz, window_to timestamptz, now timestamptz)
  RETURNS TABLE (counsellor_id uuid, starts_at timestamptz, ends_at timestamptz, buffer_before_minutes integer, buffer_after_minutes integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT a.counsellor_id, lower(a.period), upper(a.period),
      (extract(epoch FROM lower(a.period) - lower(a.blocked_period)) / 60)::integer,
      (extract(epoch FROM upper(a.blocked_period) - upper(a.period)) / 60)::integer
    FROM appointment a
    WHERE a.counsellor_id = ANY (counsellor_ids) AND a.blocked_period && tstzrange(window_from, window_to)
      AND (a.status IN ('requested', 'booked') OR (a.status = 'held' AND a.hold_expires_at > now));
END;
GRANT EXECUTE ON FUNCTION counsellor_busy TO homeward_app;

-- A hold whose time is over stands in nobody's way, whoever's it was.
CREATE FUNCTION release_expired_holds(counsellor uuid, now timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  UPDATE appointment SET status = 'cancelled', cancelled_at = now, hold_expires_at = NULL
    WHERE counsellor_id = counsellor AND status = 'held' AND hold_expires_at <= now;
END;
GRANT EXECUTE ON FUNCTION release_expired_holds TO homeward_app;

-- What a counsellor has not seen yet. Written by the worker after the deed; one row an event, however often it is delivered.
CREATE TABLE notice (
  event_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  staff_id uuid NOT NULL REFERENCES staff (id),
  kind text NOT NULL CHECK (kind IN ('appointment-booked', 'appointment-cancelled')),
  appointment_id uuid NOT NULL REFERENCES appointment (id),
  created_at timestamptz NOT NULL,
  seen_at timestamptz
);
CREATE INDEX notice_unseen ON notice (staff_id) WHERE seen_at IS NULL;
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_own ON notice FOR SELECT TO homeward_app USING (staff_id = actor_staff() OR actor_kind() = 'system');
CREATE POLICY notice_write ON notice FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
CREATE POLICY notice_seen ON notice FOR UPDATE TO homeward_app USING (staff_id = actor_staff()) WITH CHECK (staff_id = actor_staff());
GRANT SELECT, INSERT, UPDATE ON notice TO homeward_app;
