-- Why room was made is for staff to say: 0031 lets the application's login change it, and this keeps people from doing so.
CREATE FUNCTION keep_from_person() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF actor_kind() IS NOT DISTINCT FROM 'person' THEN
    RAISE EXCEPTION 'a person does not change this' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER appointment_urgency BEFORE UPDATE OF urgent_reason ON appointment FOR EACH ROW EXECUTE FUNCTION keep_from_person();
CREATE POLICY appointment_urgency ON appointment AS RESTRICTIVE FOR INSERT TO homeward_app
  WITH CHECK (actor_kind() IS DISTINCT FROM 'person' OR urgent_reason IS NULL);
