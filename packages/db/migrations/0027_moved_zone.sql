-- Who moves an appointment may see the new time in another zone than the one in which it was booked.
GRANT UPDATE (person_zone) ON appointment TO homeward_app;
