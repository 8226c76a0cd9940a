-- What belongs to a person goes with the person, and what belongs to that goes with it: every reference that leads to a
-- person, however far. A later table says ON DELETE CASCADE (or SET NULL) itself; a test in packages/core/src/erasure holds
-- it to that.
DO $$
DECLARE reference record;
BEGIN
  LOOP
    WITH RECURSIVE owned AS (
      SELECT 'person'::regclass::oid AS id
      UNION SELECT k.conrelid FROM pg_constraint k JOIN owned o ON k.confrelid = o.id WHERE k.contype = 'f' AND k.confdeltype IN ('a', 'r', 'c')
    )
    SELECT k.conrelid::regclass AS holder, k.conname, pg_get_constraintdef(k.oid) AS definition INTO reference
      FROM pg_constraint k JOIN owned o ON k.confrelid = o.id WHERE k.contype = 'f' AND k.confdeltype IN ('a', 'r') LIMIT 1;
    EXIT WHEN NOT FOUND;
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %2$I %s', reference.holder, reference.conname,
      regexp_replace(replace(reference.definition, ' ON DELETE RESTRICT', ''), '(REFERENCES \w+\([^)]*\))', '\1 ON DELETE CASCADE'));
  END LOOP;
END
$$;
