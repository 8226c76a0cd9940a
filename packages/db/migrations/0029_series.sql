-- A time that a person held and then booked in a series joins it.
GRANT UPDATE (series_id) ON appointment TO homeward_app;
