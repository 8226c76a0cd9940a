-- A counsellor's calendar, for programs that fetch it by a secret address: one a counsellor, known here only by its hash.
CREATE TABLE calendar_feed (
  organisation_id uuid NOT NULL,
  counsellor_id uuid NOT NULL,
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, counsellor_id),
  CONSTRAINT calendar_feed_counsellor FOREIGN KEY (organisation_id, counsellor_id) REFERENCES counsellor (organisation_id, id)
);
-- Whoever fetches has shown nothing but the address, so it is looked up before anybody is known.
CREATE INDEX calendar_feed_token ON calendar_feed (token_hash);
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY calendar_feed_own ON calendar_feed TO homeward_app
  USING (actor_kind() = 'counsellor' AND counsellor_id = actor_staff() AND organisation_id = actor_organisation())
  WITH CHECK (actor_kind() = 'counsellor' AND counsellor_id = actor_staff() AND organisation_id = actor_organisation());
CREATE POLICY calendar_feed_look_up ON calendar_feed FOR SELECT TO homeward_app USING (actor_kind() = 'system');
-- Who leaves takes their address along.
CREATE POLICY calendar_feed_end ON calendar_feed FOR DELETE TO homeward_app USING (actor_kind() = 'system');
GRANT SELECT, INSERT, DELETE ON calendar_feed TO homeward_app;
GRANT UPDATE (token_hash, made_at) ON calendar_feed TO homeward_app;
