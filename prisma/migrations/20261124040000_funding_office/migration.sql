-- The convention of an award: the act that binds its money. Each part may stay unknown.
ALTER TABLE award
  ADD COLUMN convention_on date CHECK (convention_on BETWEEN '2019-01-01' AND '2100-12-31'),
  ADD COLUMN convention_reference text CHECK (convention_reference <> '' AND length(convention_reference) <= 100),
  ADD COLUMN convention_object text CHECK (convention_object <> '' AND length(convention_object) <= 500);

-- The id of a wave is part of public addresses, of exports and of the journal.
CREATE FUNCTION refuse_wave_renaming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the id of wave % is for good', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER refuse_wave_renaming BEFORE UPDATE OF id ON wave
  FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_wave_renaming();
