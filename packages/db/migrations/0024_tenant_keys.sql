-- The keys of what belongs to a listing begin with the organisation, as the reference to the listing does. Both are looked
-- up by listing alone too.
ALTER TABLE listing_text DROP CONSTRAINT listing_text_pkey, ADD PRIMARY KEY (organisation_id, listing_id, language);
CREATE INDEX listing_text_listing ON listing_text (listing_id);
ALTER TABLE listing_address DROP CONSTRAINT listing_address_pkey, ADD PRIMARY KEY (organisation_id, listing_id);
CREATE INDEX listing_address_listing ON listing_address (listing_id);
