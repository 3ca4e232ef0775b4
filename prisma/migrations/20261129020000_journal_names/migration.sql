-- What the journal is compared with is looked for where the site lives, never among the temporary tables of who asks: one
-- called « structure » or « audit_entry » would answer for the real one.
ALTER FUNCTION refuse_journal_erasure() SET search_path = public, pg_temp;
