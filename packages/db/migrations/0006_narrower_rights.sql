-- What the policies leave to a fault in the application, made as narrow as the use-cases are.

-- The law against overlaps is kept for each organisation and counsellor: it holds only as long as a counsellor has one
-- organisation. The same for the parts of a listing, which a key could otherwise write under another's listing.
ALTER TABLE counsellor ADD CONSTRAINT counsellor_of_organisation UNIQUE (organisation_id, id);
ALTER TABLE appointment DROP CONSTRAINT appointment_counsellor_id_fkey,
  ADD CONSTRAINT appointment_counsellor FOREIGN KEY (organisation_id, counsellor_id) REFERENCES counsellor (organisation_id, id);
ALTER TABLE listing ADD CONSTRAINT listing_of_organisation UNIQUE (organisation_id, id);
ALTER TABLE listing_text DROP CONSTRAINT listing_text_listing_id_fkey,
  ADD CONSTRAINT listing_text_listing FOREIGN KEY (organisation_id, listing_id) REFERENCES listing (organisation_id, id) ON DELETE CASCADE;
ALTER TABLE listing_address DROP CONSTRAINT listing_address_listing_id_fkey,
  ADD CONSTRAINT listing_address_listing FOREIGN KEY (organisation_id, listing_id) REFERENCES listing (organisation_id, id) ON DELETE CASCADE;

-- A person makes an appointment that is active and gives it back; nobody moves one, or makes it somebody else's.
DROP POLICY appointment_book ON appointment;
CREATE POLICY appointment_book ON appointment FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() = 'person' AND person_id = actor_person() AND status IN ('held', 'requested', 'booked'));
DROP POLICY appointment_change ON appointment;
CREATE POLICY appointment_change ON appointment FOR UPDATE TO homeward_app
  USING ((actor_kind() = 'person' AND person_id = actor_person()) OR (actor_kind() = 'counsellor' AND counsellor_id = actor_staff()))
  WITH CHECK ((actor_kind() = 'person' AND person_id = actor_person() AND status = 'cancelled')
    OR (actor_kind() = 'counsellor' AND counsellor_id = actor_staff()));
REVOKE UPDATE ON appointment FROM homeward_app;
GRANT UPDATE (status, cancelled_at, hold_expires_at) ON appointment TO homeward_app;

-- A person's number and passphrase are not among what is changed today.
REVOKE UPDATE ON person FROM homeward_app;
GRANT UPDATE (access_number_sealed, kept_at, zone) ON person TO homeward_app;

-- Nothing of a counsellor is changed today; one column, since whoever books must be able to lock the row.
REVOKE UPDATE ON counsellor FROM homeward_app;
GRANT UPDATE (accepts_newcomers) ON counsellor TO homeward_app;

-- Kept answers hold addresses that only the organisation's keys may read, not its counsellors.
DROP POLICY idempotency_record_own ON idempotency_record;
CREATE POLICY idempotency_record_own ON idempotency_record TO homeward_app
  USING (actor_kind() = 'system' OR (actor_kind() = 'partner-key' AND organisation_id = actor_organisation()))
  WITH CHECK (actor_kind() = 'partner-key' AND organisation_id = actor_organisation());

-- Whether somebody still works here, and nothing else of them: who has left is neither shown nor booked.
CREATE FUNCTION is_active_staff(staff_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  RETURN EXISTS (SELECT FROM staff WHERE staff.id = staff_id AND staff.deactivated_at IS NULL);
GRANT EXECUTE ON FUNCTION is_active_staff TO homeward_app;
