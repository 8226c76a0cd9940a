-- Everybody who keeps appointments, in places with rooms, alone or with a group.

-- Health workers, legal advisers and job coaches use the same calendar; a person chooses by what they need.
ALTER TABLE counsellor
  ADD COLUMN practice text NOT NULL DEFAULT 'counselling' CHECK (practice IN ('counselling', 'health', 'legal', 'work')),
  -- Null: they did not say.
  ADD COLUMN gender text CHECK (gender IN ('woman', 'man', 'other')),
  ADD COLUMN topics text[] NOT NULL DEFAULT '{}',
  -- What a person asks for is first a request, until the counsellor says yes.
  ADD COLUMN confirms_by_hand boolean NOT NULL DEFAULT false,
  ADD COLUMN longest_run_minutes integer CHECK (longest_run_minutes > 0),
  ADD COLUMN break_minutes integer CHECK (break_minutes > 0),
  -- Whose public holidays are free days: a country, and a region of it such as `TH-10`.
  ADD COLUMN holiday_country text CHECK (holiday_country ~ '^[A-Z]{2}$'),
  ADD COLUMN holiday_region text;
GRANT UPDATE (alias, area, zone, languages, modalities, about, practice, gender, topics, confirms_by_hand, length_minutes,
  step_minutes, buffer_before_minutes, buffer_after_minutes, notice_minutes, horizon_days, max_per_day, longest_run_minutes,
  break_minutes, holiday_country, holiday_region) ON counsellor TO homeward_app;

ALTER TABLE appointment DROP CONSTRAINT appointment_modality_check,
  ADD CONSTRAINT appointment_modality_check CHECK (modality IN ('in-person', 'video', 'phone', 'chat'));
ALTER TABLE meeting_detail DROP CONSTRAINT meeting_detail_modality_check,
  ADD CONSTRAINT meeting_detail_modality_check CHECK (modality IN ('in-person', 'video', 'phone', 'chat'));

-- Where an organisation meets people. A town is for anybody who looks for a time; what and where exactly is not.
CREATE TABLE place (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  area text NOT NULL CHECK (area <> ''),
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  CONSTRAINT place_of_organisation UNIQUE (organisation_id, id)
);
ALTER TABLE place ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_read ON place FOR SELECT TO homeward_app USING (actor_kind() IS NOT NULL);

CREATE TABLE place_detail (
  place_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  -- What staff call it.
  name text NOT NULL CHECK (name <> ''),
  -- How to find it, for who has an appointment there.
  address text NOT NULL DEFAULT '',
  PRIMARY KEY (organisation_id, place_id),
  FOREIGN KEY (organisation_id, place_id) REFERENCES place (organisation_id, id) ON DELETE CASCADE
);
ALTER TABLE place_detail ENABLE ROW LEVEL SECURITY;

CREATE TABLE room (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  place_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  -- How many people fit in, the counsellor included.
  seats integer NOT NULL DEFAULT 2 CHECK (seats BETWEEN 2 AND 500),
  closed_at timestamptz,
  CONSTRAINT room_of_organisation UNIQUE (organisation_id, id),
  CONSTRAINT room_of_place UNIQUE (organisation_id, place_id, id),
  FOREIGN KEY (organisation_id, place_id) REFERENCES place (organisation_id, id) ON DELETE CASCADE
);
ALTER TABLE room ENABLE ROW LEVEL SECURITY;
-- Which rooms there are says how many can meet at once; without a name or a time it says no more.
CREATE POLICY room_read ON room FOR SELECT TO homeward_app USING (actor_kind() IS NOT NULL);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['place', 'place_detail', 'room'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I TO homeward_app
      USING (actor_kind() IN (''counsellor'', ''organisation-admin'') AND organisation_id = actor_organisation())
      WITH CHECK (actor_kind() IN (''counsellor'', ''organisation-admin'') AND organisation_id = actor_organisation())',
      name || '_own', name);
  END LOOP;
END
$$;
GRANT SELECT, INSERT ON place TO homeward_app;
GRANT UPDATE (area, closed_at) ON place TO homeward_app;
GRANT SELECT, INSERT ON place_detail TO homeward_app;
GRANT UPDATE (name, address) ON place_detail TO homeward_app;
GRANT SELECT, INSERT ON room TO homeward_app;
GRANT UPDATE (name, seats, closed_at) ON room TO homeward_app;

-- Hours at a place are hours in which people can be met there.
ALTER TABLE weekly_rule ADD COLUMN place_id uuid,
  ADD CONSTRAINT weekly_rule_place FOREIGN KEY (organisation_id, place_id) REFERENCES place (organisation_id, id);

ALTER TABLE appointment
  -- `single`: one person. `group`: several can join, each by a `seat` of their own; the group itself has no person.
  ADD COLUMN kind text NOT NULL DEFAULT 'single' CHECK (kind IN ('single', 'group', 'seat')),
  ALTER COLUMN person_id DROP NOT NULL,
  ADD COLUMN group_id uuid REFERENCES appointment (id) ON DELETE CASCADE,
  ADD COLUMN seats integer CHECK (seats > 0),
  ADD COLUMN seat_number integer CHECK (seat_number > 0),
  -- Of appointments that were booked together, one after the other.
  ADD COLUMN series_id uuid,
  -- The calendar entry's name for its life, and its version: RFC 5545 UID and SEQUENCE.
  ADD COLUMN calendar_uid uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN sequence integer NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN place_id uuid,
  ADD COLUMN room_id uuid,
  ADD COLUMN interpreter_language text,
  ADD COLUMN brings_companion boolean NOT NULL DEFAULT false,
  ADD COLUMN who_calls text CHECK (who_calls IN ('counsellor', 'person')),
  -- The number or name by which to reach the person for this appointment, under their key.
  ADD COLUMN reach_sealed bytea,
  -- Set by staff who made room where there was none.
  ADD COLUMN urgent_reason text CHECK (urgent_reason IN ('danger', 'health', 'deadline', 'other')),
  ADD COLUMN decline_reason text CHECK (decline_reason IN ('no-time', 'other-help', 'other')),
  ADD CONSTRAINT appointment_of_organisation UNIQUE (organisation_id, id),
  ADD CONSTRAINT appointment_uid UNIQUE (organisation_id, calendar_uid),
  ADD CONSTRAINT appointment_room FOREIGN KEY (organisation_id, place_id, room_id) REFERENCES room (organisation_id, place_id, id),
  ADD CONSTRAINT appointment_place FOREIGN KEY (organisation_id, place_id) REFERENCES place (organisation_id, id),
  ADD CHECK (kind <> 'group' OR person_id IS NULL),
  DROP CONSTRAINT appointment_of_somebody,
  ADD CONSTRAINT appointment_of_somebody CHECK (person_id IS NOT NULL OR kind = 'group'
    OR (status = 'cancelled' AND num_nonnulls(call_me_sealed, reach_sealed, interpreter_language, who_calls) = 0)),
  ADD CHECK ((kind = 'group') = (seats IS NOT NULL)),
  ADD CHECK ((kind = 'seat') = (group_id IS NOT NULL)),
  ADD CHECK ((kind = 'seat') = (seat_number IS NOT NULL)),
  ADD CHECK (room_id IS NULL OR place_id IS NOT NULL),
  ADD CHECK (place_id IS NULL OR modality = 'in-person');
UPDATE appointment SET changed_at = coalesce(cancelled_at, created_at);

-- The laws again: seats take no time of the counsellor, the group that they belong to does. A room is for one at a time.
ALTER TABLE appointment DROP CONSTRAINT appointment_counsellor_free,
  ADD CONSTRAINT appointment_counsellor_free EXCLUDE USING gist (organisation_id WITH =, counsellor_id WITH =, blocked_period WITH &&)
    WHERE (status IN ('held', 'requested', 'booked') AND kind <> 'seat'),
  ADD CONSTRAINT appointment_room_free EXCLUDE USING gist (organisation_id WITH =, room_id WITH =, period WITH &&)
    WHERE (status IN ('held', 'requested', 'booked') AND kind <> 'seat' AND room_id IS NOT NULL);
-- And each seat is for one.
CREATE UNIQUE INDEX appointment_seat ON appointment (organisation_id, group_id, seat_number)
  WHERE status IN ('held', 'requested', 'booked') AND kind = 'seat';
CREATE INDEX appointment_group ON appointment (organisation_id, group_id) WHERE group_id IS NOT NULL;
CREATE INDEX appointment_series ON appointment (organisation_id, series_id) WHERE series_id IS NOT NULL;

-- Each change of time, place or status is a new version of the calendar entry, whoever makes it. What was held was nobody's entry.
CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF (NEW.period, NEW.place_id, NEW.modality, NEW.status) IS DISTINCT FROM (OLD.period, OLD.place_id, OLD.modality, OLD.status) THEN
    NEW.changed_at := coalesce(acting_at(), now());
    IF OLD.status <> 'held' THEN NEW.sequence := OLD.sequence + 1; END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER appointment_version BEFORE UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION count_change();
-- Only a handover, which is the system's to carry out, gives an appointment to another counsellor.
CREATE TRIGGER appointment_host BEFORE UPDATE OF counsellor_id ON appointment FOR EACH ROW EXECUTE FUNCTION keep_for_system();

-- A person makes an appointment, moves it, and gives it back. A counsellor makes one with somebody they look after, or for a group.
DROP POLICY appointment_book ON appointment;
CREATE POLICY appointment_book ON appointment FOR INSERT TO homeward_app
  WITH CHECK (status IN ('held', 'requested', 'booked') AND (
    (actor_kind() = 'person' AND person_id = actor_person() AND kind IN ('single', 'seat'))
    OR (actor_kind() = 'counsellor' AND counsellor_id = actor_staff() AND organisation_id = actor_organisation()
      AND (kind = 'group' OR (kind = 'single' AND is_assigned(person_id))))));
DROP POLICY appointment_change ON appointment;
CREATE POLICY appointment_change ON appointment FOR UPDATE TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR (actor_kind() = 'counsellor' AND counsellor_id = actor_staff())
    OR actor_kind() = 'system')
  WITH CHECK ((actor_kind() = 'person' AND person_id = actor_person() AND status IN ('held', 'requested', 'booked', 'cancelled'))
    OR (actor_kind() = 'counsellor' AND counsellor_id = actor_staff()) OR actor_kind() = 'system');
GRANT UPDATE (counsellor_id, period, blocked_period, modality, language, call_me_sealed, place_id, room_id, interpreter_language,
  brings_companion, who_calls, reach_sealed, decline_reason) ON appointment TO homeward_app;

-- How to find a place: told to who has an appointment there, is known, and until an hour after it.
CREATE POLICY place_detail_booked ON place_detail FOR SELECT TO homeward_app
  USING (actor_kind() = 'person' AND actor_is_confirmed() AND EXISTS (SELECT FROM appointment a
    WHERE a.person_id = actor_person() AND a.place_id = place_detail.place_id AND a.status = 'booked'
      AND acting_at() < upper(a.period) + interval '1 hour'));

-- A seat takes no time of the counsellor.
CREATE OR REPLACE FUNCTION counsellor_busy(counsellor_ids uuid[], window_from timestamptz, window_to timestamptz, now timestamptz)
  RETURNS TABLE (counsellor_id uuid, starts_at timestamptz, ends_at timestamptz, buffer_before_minutes integer, buffer_after_minutes integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT a.counsellor_id, lower(a.period), upper(a.period),
      (extract(epoch FROM lower(a.period) - lower(a.blocked_period)) / 60)::integer,
      (extract(epoch FROM upper(a.blocked_period) - upper(a.period)) / 60)::integer
    FROM appointment a
    WHERE a.counsellor_id = ANY (counsellor_ids) AND a.blocked_period && tstzrange(window_from, window_to) AND a.kind <> 'seat'
      AND (a.status IN ('requested', 'booked') OR (a.status = 'held' AND a.hold_expires_at > now));
END;

-- When the rooms of a place are taken: no id of an appointment, no person, no reason.
CREATE FUNCTION room_busy(place_ids uuid[], window_from timestamptz, window_to timestamptz, now timestamptz)
  RETURNS TABLE (place_id uuid, room_id uuid, starts_at timestamptz, ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT a.place_id, a.room_id, lower(a.period), upper(a.period)
    FROM appointment a
    WHERE a.place_id = ANY (place_ids) AND a.room_id IS NOT NULL AND a.period && tstzrange(window_from, window_to) AND a.kind <> 'seat'
      AND (a.status IN ('requested', 'booked') OR (a.status = 'held' AND a.hold_expires_at > now));
END;
GRANT EXECUTE ON FUNCTION room_busy TO homeward_app;
CREATE INDEX appointment_place_time ON appointment USING gist (place_id, period) WHERE place_id IS NOT NULL;

-- A hold whose time is over stands in nobody's way, whoever's it was: not the counsellor's, not the room's.
CREATE FUNCTION release_expired_room_holds(place uuid, now timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  UPDATE appointment SET status = 'cancelled', cancelled_at = now, hold_expires_at = NULL
    WHERE place_id = place AND status = 'held' AND hold_expires_at <= now;
END;
GRANT EXECUTE ON FUNCTION release_expired_room_holds TO homeward_app;

ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
  ADD CONSTRAINT notice_kind_check CHECK (kind IN ('appointment-booked', 'appointment-cancelled', 'appointment-requested', 'appointment-moved'));

-- Nothing that a person said for an appointment outlives them.
CREATE OR REPLACE FUNCTION erase_person(person uuid, now timestamptz)
  RETURNS TABLE (appointment_id uuid, organisation_id uuid, counsellor_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  DELETE FROM appointment a
    WHERE a.person_id = person AND actor_kind() = 'system'
      AND NOT (a.status IN ('held', 'requested', 'booked') AND lower(a.period) > now);
  WITH freed AS (
    UPDATE appointment a SET status = 'cancelled', cancelled_at = now, hold_expires_at = NULL, person_id = NULL,
        call_me_sealed = NULL, reach_sealed = NULL, language = NULL, interpreter_language = NULL, brings_companion = false,
        who_calls = NULL, urgent_reason = NULL, series_id = NULL, person_zone = 'UTC'
      WHERE a.person_id = person AND actor_kind() = 'system'
      RETURNING a.id, a.organisation_id, a.counsellor_id
  ), gone AS (
    DELETE FROM person p WHERE p.id = person AND actor_kind() = 'system'
  )
  SELECT freed.id, freed.organisation_id, freed.counsellor_id FROM freed;
END;
