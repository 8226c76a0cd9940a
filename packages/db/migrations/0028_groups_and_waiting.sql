-- Sessions that several can join, and people who would rather come earlier.

-- What a group session is about, in its counsellor's words: `[{language, title, words}]`. When and where is its appointment.
CREATE TABLE group_session (
  appointment_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  texts jsonb NOT NULL CHECK (jsonb_typeof(texts) = 'array' AND jsonb_array_length(texts) > 0),
  practice text NOT NULL CHECK (practice IN ('counselling', 'health', 'legal', 'work')),
  -- Whether people whom nobody here knows yet see it and may join.
  opens_to_newcomers boolean NOT NULL DEFAULT false,
  published_at timestamptz,
  PRIMARY KEY (organisation_id, appointment_id),
  FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment (organisation_id, id) ON DELETE CASCADE
);
ALTER TABLE group_session ENABLE ROW LEVEL SECURITY;

-- Whether the person who acts may see this group: a published one, if need be one that opens to newcomers, or one they joined.
CREATE FUNCTION may_see_group(group_session_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT actor_kind() = 'person' AND (
    EXISTS (SELECT FROM group_session g JOIN appointment a ON a.id = g.appointment_id
      WHERE g.appointment_id = group_session_id AND g.published_at IS NOT NULL AND a.status = 'booked'
        AND (g.opens_to_newcomers OR actor_is_confirmed()))
    OR EXISTS (SELECT FROM appointment s WHERE s.group_id = group_session_id AND s.person_id = actor_person()));
END;
GRANT EXECUTE ON FUNCTION may_see_group TO homeward_app;
CREATE POLICY appointment_group ON appointment FOR SELECT TO homeward_app USING (kind = 'group' AND may_see_group(id));

-- Whoever sees the appointment of a group sees what it is about.
CREATE POLICY group_session_read ON group_session FOR SELECT TO homeward_app
  USING (EXISTS (SELECT FROM appointment a WHERE a.id = appointment_id AND a.kind = 'group'));
CREATE POLICY group_session_make ON group_session FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'counsellor' AND organisation_id = actor_organisation()
    AND EXISTS (SELECT FROM appointment a WHERE a.id = appointment_id AND a.kind = 'group' AND a.counsellor_id = actor_staff()));
CREATE POLICY group_session_publish ON group_session FOR UPDATE TO homeward_app
  USING (actor_kind() = 'counsellor' AND organisation_id = actor_organisation()
    AND EXISTS (SELECT FROM appointment a WHERE a.id = appointment_id AND a.counsellor_id = actor_staff()));
GRANT SELECT, INSERT ON group_session TO homeward_app;
GRANT UPDATE (published_at) ON group_session TO homeward_app;

-- Which seats of these groups are taken: no person, no reason.
CREATE FUNCTION seats_taken(group_ids uuid[]) RETURNS TABLE (group_id uuid, seat_number integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT a.group_id, a.seat_number FROM appointment a
    WHERE a.group_id = ANY (group_ids) AND a.kind = 'seat' AND a.status IN ('held', 'requested', 'booked');
END;
GRANT EXECUTE ON FUNCTION seats_taken TO homeward_app;

-- A seat is one of a group that takes place, at the group's time, with the group's counsellor.
CREATE FUNCTION check_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM appointment g
      WHERE g.id = NEW.group_id AND g.kind = 'group' AND g.status = 'booked' AND g.organisation_id = NEW.organisation_id
        AND g.counsellor_id = NEW.counsellor_id AND g.period = NEW.period AND NEW.seat_number <= g.seats) THEN
    RAISE EXCEPTION 'there is no such seat' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER appointment_seat_of_group BEFORE INSERT ON appointment FOR EACH ROW WHEN (NEW.kind = 'seat')
  EXECUTE FUNCTION check_seat();

-- A newcomer joins the groups that they see, whether or not its counsellor takes newcomers alone.
DROP POLICY appointment_newcomer ON appointment;
CREATE POLICY appointment_newcomer ON appointment AS RESTRICTIVE FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() IS DISTINCT FROM 'person'
    OR CASE kind WHEN 'seat' THEN may_see_group(group_id)
      ELSE actor_is_confirmed() OR EXISTS (SELECT FROM counsellor c WHERE c.id = counsellor_id AND c.accepts_newcomers) END);

-- "Tell me if an earlier time frees up": of an appointment, or with a counsellor who has no free time.
CREATE TABLE waiting_wish (
  id uuid PRIMARY KEY,
  -- Of the counsellor.
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  counsellor_id uuid NOT NULL,
  appointment_id uuid,
  -- With this counsellor only, or with anybody of the same practice.
  among text NOT NULL CHECK (among IN ('counsellor', 'practice')),
  modalities text[] NOT NULL CHECK (cardinality(modalities) > 0),
  language text,
  person_zone text NOT NULL,
  created_at timestamptz NOT NULL,
  -- When the appointment begins, or after a while.
  ends_at timestamptz NOT NULL CHECK (ends_at > created_at),
  -- Set when the person has what they wished for, or does not wish it any more.
  ended_at timestamptz,
  FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, counsellor_id) REFERENCES counsellor (organisation_id, id)
);
CREATE UNIQUE INDEX waiting_wish_of_appointment ON waiting_wish (organisation_id, appointment_id) WHERE ended_at IS NULL AND appointment_id IS NOT NULL;
CREATE UNIQUE INDEX waiting_wish_of_counsellor ON waiting_wish (organisation_id, counsellor_id, person_id) WHERE ended_at IS NULL AND appointment_id IS NULL;
CREATE INDEX waiting_wish_line ON waiting_wish (created_at) WHERE ended_at IS NULL;
CREATE INDEX waiting_wish_person ON waiting_wish (person_id);
ALTER TABLE waiting_wish ENABLE ROW LEVEL SECURITY;
CREATE POLICY waiting_wish_own ON waiting_wish FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR actor_kind() = 'system');
CREATE POLICY waiting_wish_make ON waiting_wish FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'person' AND person_id = actor_person());
CREATE POLICY waiting_wish_end ON waiting_wish FOR UPDATE TO homeward_app
  USING (actor_kind() = 'person' AND person_id = actor_person()) WITH CHECK (actor_kind() = 'person' AND person_id = actor_person());
CREATE POLICY waiting_wish_forget ON waiting_wish FOR DELETE TO homeward_app
  USING (actor_kind() = 'system' AND coalesce(ended_at, ends_at) <= acting_at() - interval '30 days');
GRANT SELECT, INSERT, DELETE ON waiting_wish TO homeward_app;
GRANT UPDATE (ended_at) ON waiting_wish TO homeward_app;

-- One free time, offered to one person. It is not held: whoever takes it first has it.
CREATE TABLE time_offer (
  id uuid PRIMARY KEY,
  -- Of the counsellor whose time it is.
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  wish_id uuid NOT NULL REFERENCES waiting_wish (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  counsellor_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  modality text NOT NULL CHECK (modality IN ('in-person', 'video', 'phone', 'chat')),
  made_at timestamptz NOT NULL,
  -- Until then nobody else is offered this time.
  expires_at timestamptz NOT NULL,
  answer text CHECK (answer IN ('taken', 'declined', 'gone', 'expired')),
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  FOREIGN KEY (organisation_id, counsellor_id) REFERENCES counsellor (organisation_id, id)
);
-- To one at a time, and never twice to the same.
CREATE UNIQUE INDEX time_offer_open ON time_offer (organisation_id, counsellor_id, starts_at) WHERE answer IS NULL;
CREATE UNIQUE INDEX time_offer_once ON time_offer (organisation_id, wish_id, counsellor_id, starts_at);
CREATE INDEX time_offer_wish ON time_offer (wish_id);
CREATE INDEX time_offer_person ON time_offer (person_id);
ALTER TABLE time_offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY time_offer_own ON time_offer FOR SELECT TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR actor_kind() = 'system');
CREATE POLICY time_offer_make ON time_offer FOR INSERT TO homeward_app WITH CHECK (actor_kind() = 'system');
CREATE POLICY time_offer_answer ON time_offer FOR UPDATE TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR actor_kind() = 'system')
  WITH CHECK ((actor_kind() = 'person' AND person_id = actor_person()) OR actor_kind() = 'system');
GRANT SELECT, INSERT ON time_offer TO homeward_app;
GRANT UPDATE (answer, answered_at) ON time_offer TO homeward_app;
