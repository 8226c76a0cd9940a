-- Somebody who works at an organisation comes to lead it, or leads no longer. Only under the system's view, by staff_change.
GRANT UPDATE (role) ON staff TO homeward_app;
