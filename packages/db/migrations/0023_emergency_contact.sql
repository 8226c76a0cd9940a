-- Whoever opened what a person wrote in an emergency sees how that person said they may be reached, while it lasts. Staff who
-- merely look after somebody do not.
CREATE POLICY safe_contact_emergency ON safe_contact FOR SELECT TO homeward_app USING (has_emergency(person_id));
