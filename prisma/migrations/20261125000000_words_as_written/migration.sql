-- A search tells the reader which words it found. A stem does not say which form of the word stands somewhere, and
-- search_word has the words of drafts too: each word is kept as it is written beside the stems, behind a mark that no
-- stem bears, so that the same index tells at once whether a published structure has it.
CREATE FUNCTION words_as_written(value text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT array_to_tsvector(coalesce(array_agg('=' || w), '{}'))
      FROM regexp_split_to_table(public.plain_words(value), ' ') AS w
      WHERE length(w) >= 2
  $$;

CREATE OR REPLACE FUNCTION structure_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place record;
BEGIN
  SELECT c.name AS commune, c.department_code, c.region_code, d.name AS department, r.name AS region
    INTO place
    FROM commune c JOIN department d ON d.code = c.department_code JOIN region r ON r.code = c.region_code
    WHERE c.code = NEW.commune_code;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'commune % is unknown', NEW.commune_code USING ERRCODE = 'foreign_key_violation';
  END IF;
  NEW.department_code := place.department_code;
  NEW.region_code := place.region_code;
  NEW.search_vector :=
    setweight(to_tsvector('fr', plain_words(NEW.name)), 'A') ||
    setweight(to_tsvector('fr', plain_words(NEW.official_name)), 'B') ||
    setweight(to_tsvector('fr', plain_words(place.commune)), 'C') ||
    setweight(to_tsvector('fr', plain_words(place.department || ' ' || place.region)), 'D') ||
    words_as_written(concat_ws(' ', NEW.name, NEW.official_name, place.commune, place.department, place.region));
  RETURN NEW;
END $$;

-- Nothing that the triggers keep changes with it, and an index made at once costs a fraction of one kept row by row.
ALTER TABLE structure DISABLE TRIGGER USER;
DROP INDEX structure_public_search;
UPDATE structure s
  SET search_vector = s.search_vector || words_as_written(concat_ws(' ', s.name, s.official_name, c.name, d.name, r.name))
  FROM commune c JOIN department d ON d.code = c.department_code JOIN region r ON r.code = c.region_code
  WHERE c.code = s.commune_code;
CREATE INDEX structure_public_search ON structure USING gin (search_vector)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
ALTER TABLE structure ENABLE TRIGGER USER;
