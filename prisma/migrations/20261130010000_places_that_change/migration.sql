-- The yearly geographic code renames communes and moves some to another département: what their structures copy from them
-- follows, address included (the former one keeps leading there).

-- The address of a structure of this name in this commune: its own if it once had it, else the first free one. Former
-- addresses of others are never free. Writers of addresses wait for each other until the end of the transaction.
CREATE FUNCTION free_slug(owner text, name text, commune text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  base text := coalesce(nullif(rtrim(left(replace(plain_words(name || ' ' || commune), ' ', '-'), 280), '-'), ''), 'fabrique');
  candidate text := base;
  rank integer := 1;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('structure-slug'));
  WHILE EXISTS (SELECT 1 FROM structure_slug s WHERE s.slug = candidate AND s.structure_id IS DISTINCT FROM owner) LOOP
    rank := rank + 1;
    candidate := base || '-' || rank;
  END LOOP;
  RETURN candidate;
END $$;

-- The structures are held first, in the order of their ids, as whoever writes several holds them. Addresses come one after the
-- other: of two structures that come to the same one, the second sees that the first took it.
CREATE FUNCTION refresh_structures_of(communes text[], renamed text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  moved record;
BEGIN
  PERFORM 1 FROM structure WHERE commune_code = ANY (communes) ORDER BY id FOR UPDATE;
  -- The trigger of the structure writes what it copies.
  UPDATE structure SET commune_code = commune_code WHERE commune_code = ANY (communes);
  FOR moved IN
    SELECT s.id, s.name, c.name AS commune FROM structure s JOIN commune c ON c.code = s.commune_code
      WHERE c.code = ANY (renamed) ORDER BY s.id
  LOOP
    UPDATE structure SET slug = free_slug(moved.id, moved.name, moved.commune) WHERE id = moved.id;
  END LOOP;
END $$;

CREATE FUNCTION commune_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_structures_of(array_agg(code), coalesce(array_agg(code) FILTER (WHERE is_renamed), '{}'))
    FROM (
      SELECT a.code, a.name <> b.name AS is_renamed FROM replaced b JOIN written a USING (code)
        WHERE (a.name, a.department_code, a.region_code) <> (b.name, b.department_code, b.region_code)
    ) AS changed HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION department_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_structures_of(array_agg(c.code), '{}')
    FROM replaced b JOIN written a USING (code) JOIN commune c ON c.department_code = a.code
    WHERE a.name <> b.name HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION region_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_structures_of(array_agg(c.code), '{}')
    FROM replaced b JOIN written a USING (code) JOIN commune c ON c.region_code = a.code
    WHERE a.name <> b.name HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER commune_changed AFTER UPDATE ON commune
  REFERENCING NEW TABLE AS written OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION commune_changed();
CREATE TRIGGER department_changed AFTER UPDATE ON department
  REFERENCING NEW TABLE AS written OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION department_changed();
CREATE TRIGGER region_changed AFTER UPDATE ON region
  REFERENCING NEW TABLE AS written OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION region_changed();

-- The menu of the office counts published structures and drafts: the tally knows the first.
CREATE INDEX structure_draft ON structure (region_code) WHERE published_at IS NULL AND archived_at IS NULL;

-- A wave whose rank changes reorders the awards of its structures, held in the order of their ids too.
CREATE OR REPLACE FUNCTION refresh_award_keys(structure_ids text[]) RETURNS void LANGUAGE sql AS $$
  SELECT 1 FROM structure WHERE id = ANY (structure_ids) ORDER BY id FOR NO KEY UPDATE;
  UPDATE structure s
    SET award_keys = fresh.keys, latest_wave_rank = fresh.rank
    FROM (
      SELECT t.id,
             coalesce(array_agg(a.wave_id || ':' || a.label ORDER BY w.rank, a.wave_id) FILTER (WHERE a.id IS NOT NULL), '{}') AS keys,
             coalesce(max(w.rank), 0) AS rank
        FROM structure t LEFT JOIN award a ON a.structure_id = t.id LEFT JOIN wave w ON w.id = a.wave_id
        WHERE t.id = ANY (structure_ids)
        GROUP BY t.id
    ) AS fresh
    WHERE s.id = fresh.id AND (s.award_keys, s.latest_wave_rank) IS DISTINCT FROM (fresh.keys, fresh.rank)
$$;
