-- Somebody's access can end while a request of theirs is on its way: who they are was read before, what they do comes after.
-- Each transaction of staff asks once more. One that writes holds the row until its end, so that an ending access waits for it.
CREATE FUNCTION assert_active_staff(staff_id uuid, holding boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  IF holding THEN
    PERFORM FROM staff WHERE staff.id = staff_id AND staff.deactivated_at IS NULL FOR SHARE;
  ELSE
    PERFORM FROM staff WHERE staff.id = staff_id AND staff.deactivated_at IS NULL;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody who works here' USING ERRCODE = 'HW401';
  END IF;
END;
$$;
REVOKE EXECUTE ON FUNCTION assert_active_staff FROM public;
GRANT EXECUTE ON FUNCTION assert_active_staff TO homeward_app;
