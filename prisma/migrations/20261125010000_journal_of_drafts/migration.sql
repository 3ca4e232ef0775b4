-- Erasing a draft leaves one line: who, when, which id. What the journal said of it before goes with the draft, and nothing else ever does.
DROP TRIGGER audit_entry_is_kept ON audit_entry;
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_rewriting();

-- Judged on everything that one statement takes away, so that no order of the lines can hide what another one says.
CREATE FUNCTION refuse_journal_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM (
    -- An award and its instalments are named « structure/wave ».
    SELECT DISTINCT split_part(subject_id, '/', 1) AS draft,
      subject_kind IN ('structure', 'award', 'instalment') AND action <> 'structure.erased' AS is_content
    FROM gone
  ) taken
  WHERE NOT taken.is_content
    OR EXISTS (SELECT FROM structure s WHERE s.id = taken.draft)
    -- Its erasure is told, by this very transaction.
    OR NOT EXISTS (
      SELECT FROM audit_entry e
      WHERE e.subject_kind = 'structure' AND e.subject_id = taken.draft AND e.action = 'structure.erased'
        AND e.xmin = pg_current_xact_id()::xid
    )
    -- It was born a draft, under the eyes of the journal, which never saw it public.
    OR NOT EXISTS (
      SELECT FROM gone b
      WHERE b.subject_kind = 'structure' AND b.subject_id = taken.draft AND b.before IS NULL AND b.after ->> 'version' = '1'
    )
    OR EXISTS (
      SELECT FROM (
        SELECT subject_kind, subject_id, action, before, after FROM gone
        UNION ALL SELECT subject_kind, subject_id, action, before, after FROM audit_entry
      ) p
      WHERE p.subject_kind = 'structure' AND p.subject_id = taken.draft
        AND (p.action = 'structure.published' OR p.before ->> 'publishedAt' IS NOT NULL OR p.after ->> 'publishedAt' IS NOT NULL)
    );
  IF FOUND THEN
    RAISE EXCEPTION 'the journal is never rewritten: % of % is refused', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_is_erased_with_its_draft AFTER DELETE ON audit_entry
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_erasure();

-- A record is read with what hangs on it: a structure or a wave with its awards.
CREATE INDEX audit_entry_record_idx ON audit_entry (split_part(subject_id, '/', 1), id);
CREATE INDEX audit_entry_wave_idx ON audit_entry (split_part(subject_id, '/', 2), id)
  WHERE subject_kind IN ('award', 'instalment');
