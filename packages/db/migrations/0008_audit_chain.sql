-- The audit log becomes a chain: each row carries the hash of the row before it and of itself. Whoever changes, takes out,
-- puts in or moves a row must write every later one again, and then the anchors outside this database contradict.
-- Words and pseudonyms only: nothing that a person typed fits in here.
ALTER TABLE audit_entry
  ADD COLUMN seq bigint,
  ADD COLUMN hash bytea,
  ADD CONSTRAINT audit_entry_action CHECK (action ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  ADD CONSTRAINT audit_entry_actor_kind CHECK (actor_kind ~ '^[a-z]+(-[a-z]+)*$');

-- Where the chain ends. One row: whoever appends holds it for the moment of their commit, so that there is one order.
CREATE TABLE audit_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  seq bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_head_closed ON audit_head TO homeward_app USING (false);

-- sha-256 over the previous hash and the row, its members joined by "|", nothing as "-", the time in microseconds.
-- packages/core/src/audit/hash-entry.ts says the same once more: who checks must not ask the database what is right.
CREATE FUNCTION audit_hash(previous bytea, seq bigint, id uuid, at timestamptz, action text, actor_kind text,
    actor_id uuid, organisation_id uuid, subject_id uuid) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(previous || convert_to(concat_ws('|', seq, id, (extract(epoch FROM at) * 1000000)::bigint, action, actor_kind,
    coalesce(actor_id::text, '-'), coalesce(organisation_id::text, '-'), coalesce(subject_id::text, '-')), 'UTF8'));

-- What was written before is chained in the order in which it was written.
DO $$
DECLARE
  entry audit_entry;
  head bytea := decode(repeat('00', 32), 'hex');
  place bigint := 0;
BEGIN
  FOR entry IN SELECT * FROM audit_entry ORDER BY at, id LOOP
    place := place + 1;
    head := audit_hash(head, place, entry.id, entry.at, entry.action, entry.actor_kind, entry.actor_id,
      entry.organisation_id, entry.subject_id);
    UPDATE audit_entry SET seq = place, hash = head WHERE id = entry.id;
  END LOOP;
  INSERT INTO audit_head (seq, hash) VALUES (place, head);
END
$$;

ALTER TABLE audit_entry
  ALTER COLUMN seq SET NOT NULL,
  ALTER COLUMN hash SET NOT NULL,
  ADD CONSTRAINT audit_entry_seq UNIQUE (seq);

-- The application no longer writes the table: it may append, and say no other actor than the one of its transaction.
-- Nobody said is no kind at all, and refused by NOT NULL. A partner's key and nobody's deeds have no id in the transaction.
DROP POLICY audit_entry_append ON audit_entry;
REVOKE ALL ON audit_entry FROM homeward_app;
CREATE POLICY audit_entry_closed ON audit_entry TO homeward_app USING (false);

CREATE FUNCTION append_audit(entry_id uuid, entry_at timestamptz, entry_action text, entry_actor uuid, entry_subject uuid) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH entry AS (
    SELECT actor_kind() AS kind, coalesce(actor_person(), actor_staff(), entry_actor) AS actor, actor_organisation() AS organisation
  ), head AS (
    UPDATE audit_head SET seq = audit_head.seq + 1,
        hash = audit_hash(audit_head.hash, audit_head.seq + 1, entry_id, entry_at, entry_action, entry.kind, entry.actor,
          entry.organisation, entry_subject)
      FROM entry RETURNING audit_head.seq, audit_head.hash
  )
  INSERT INTO audit_entry (seq, hash, id, at, action, actor_kind, actor_id, organisation_id, subject_id)
    SELECT head.seq, head.hash, entry_id, entry_at, entry_action, entry.kind, entry.actor, entry.organisation, entry_subject
    FROM head, entry;
END;
GRANT EXECUTE ON FUNCTION append_audit TO homeward_app;

-- For the anchor outside: how long the chain is, and its last hash. Says nothing of what is in it.
CREATE FUNCTION read_audit_head() RETURNS TABLE (seq bigint, hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT h.seq, h.hash FROM audit_head h;
END;
GRANT EXECUTE ON FUNCTION read_audit_head TO homeward_app;

-- For whoever checks the chain: the owner, or a login that the owner lets. Never the application.
CREATE FUNCTION read_audit_entries(after_seq bigint, after_id uuid, most integer)
  RETURNS TABLE (seq bigint, hash bytea, id uuid, at_microseconds bigint, action text, actor_kind text, actor_id uuid,
    organisation_id uuid, subject_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  SELECT e.seq, e.hash, e.id, (extract(epoch FROM e.at) * 1000000)::bigint, e.action, e.actor_kind, e.actor_id,
      e.organisation_id, e.subject_id
    FROM audit_entry e WHERE (e.seq, e.id) > (after_seq, after_id) ORDER BY e.seq, e.id LIMIT most;
END;
