-- An appointment that its counsellor moves to where they have no hours says why, as one that was squeezed in does.
GRANT UPDATE (urgent_reason) ON appointment TO homeward_app;
