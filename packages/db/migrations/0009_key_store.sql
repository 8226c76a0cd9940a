-- Data keys live in the key store, a database of its own (keys-migrations). The server moves those that are still here
-- before this runs; a row that is left would be lost with the table.
DO $$
BEGIN
  IF EXISTS (SELECT FROM person_key) THEN
    RAISE EXCEPTION 'keys of persons are still in this database: start the server with its key store, which moves them';
  END IF;
END
$$;
DROP TABLE person_key;

-- Whether the actor may open what a person wrote: the one place that decides it.
CREATE FUNCTION may_open_person(person uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN (actor_kind() = 'person' AND person = actor_person())
    OR (actor_kind() = 'counsellor' AND EXISTS (SELECT FROM appointment a WHERE a.person_id = person AND a.counsellor_id = actor_staff()));
GRANT EXECUTE ON FUNCTION may_open_person TO homeward_app;

-- One row a person, and nothing in it: whoever may read the row may open what the person wrote. Asked before the key store is.
-- Checked at the end of the transaction: a person's key is made before the person, so that no person is without one.
CREATE TABLE person_vault (
  person_id uuid PRIMARY KEY REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE person_vault ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_vault_open ON person_vault FOR SELECT TO homeward_app USING (may_open_person(person_id));
CREATE POLICY person_vault_create ON person_vault FOR INSERT TO homeward_app WITH CHECK (actor_kind() IN ('visitor', 'system'));
GRANT SELECT, INSERT ON person_vault TO homeward_app;
INSERT INTO person_vault SELECT id FROM person;
