CREATE TABLE listing (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  kind text NOT NULL CHECK (kind IN ('service', 'course', 'job')),
  external_id text NOT NULL CHECK (external_id <> ''),
  status text NOT NULL CHECK (status IN ('published', 'paused', 'withdrawn')),
  provider text,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  topics text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  delivery text[] NOT NULL DEFAULT '{}',
  cost jsonb NOT NULL,
  papers jsonb NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'area', 'contact-first')),
  area text,
  contact jsonb NOT NULL DEFAULT '{}',
  details jsonb NOT NULL DEFAULT '{}',
  original_language text NOT NULL,
  -- sha-256 over the canonical content: an upsert that changes nothing changes no date.
  content_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (organisation_id, kind, external_id)
);
CREATE INDEX listing_published ON listing (updated_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX listing_organisation ON listing (organisation_id, kind, updated_at, id);

CREATE TABLE listing_text (
  listing_id uuid NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  language text NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  PRIMARY KEY (listing_id, language)
);

-- Apart from the listing, so that the policy can keep back what the presenter must not show.
CREATE TABLE listing_address (
  listing_id uuid PRIMARY KEY REFERENCES listing (id) ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  address jsonb NOT NULL
);

ALTER TABLE listing ENABLE ROW LEVEL SECURITY;
CREATE POLICY listing_read ON listing FOR SELECT TO homeward_app
  USING ((status = 'published' AND actor_kind() IS NOT NULL) OR organisation_id = actor_organisation());
CREATE POLICY listing_create ON listing FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'partner-key' AND organisation_id = actor_organisation());
CREATE POLICY listing_change ON listing FOR UPDATE TO homeward_app
  USING (actor_kind() = 'partner-key' AND organisation_id = actor_organisation())
  WITH CHECK (organisation_id = actor_organisation());
GRANT SELECT, INSERT, UPDATE ON listing TO homeward_app;

ALTER TABLE listing_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY listing_text_read ON listing_text FOR SELECT TO homeward_app
  USING (EXISTS (SELECT FROM listing l WHERE l.id = listing_id));
CREATE POLICY listing_text_write ON listing_text TO homeward_app
  USING (actor_kind() = 'partner-key' AND organisation_id = actor_organisation())
  WITH CHECK (actor_kind() = 'partner-key' AND organisation_id = actor_organisation());
GRANT SELECT, INSERT, UPDATE, DELETE ON listing_text TO homeward_app;

ALTER TABLE listing_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY listing_address_read ON listing_address FOR SELECT TO homeward_app
  USING (EXISTS (SELECT FROM listing l WHERE l.id = listing_id AND l.visibility = 'public'));
CREATE POLICY listing_address_own ON listing_address TO homeward_app
  USING (actor_kind() = 'partner-key' AND organisation_id = actor_organisation())
  WITH CHECK (actor_kind() = 'partner-key' AND organisation_id = actor_organisation());
GRANT SELECT, INSERT, UPDATE, DELETE ON listing_address TO homeward_app;
