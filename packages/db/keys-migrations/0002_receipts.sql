-- Who asks twice at the same moment holds two receipts, and both are true.
ALTER TABLE erased_person DROP CONSTRAINT erased_person_pkey, DROP CONSTRAINT erased_person_receipt_index_key,
  ADD PRIMARY KEY (receipt_index);
CREATE INDEX erased_person_person ON erased_person (person_id);
