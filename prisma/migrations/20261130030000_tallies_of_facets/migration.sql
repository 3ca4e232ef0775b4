-- A facet with counts is a column of `structure` by which the tallies count. One more: make the column (never null), then
-- SELECT count_by of the whole list. The tallies get their columns, their triggers count by them, and all is counted anew.

CREATE FUNCTION count_by(VARIADIC facets text[]) RETURNS void LANGUAGE plpgsql AS $count_by$
DECLARE
  listed text := array_to_string(facets, ', ');
  of_s text := 's.' || array_to_string(facets, ', s.');
  of_t text := 't.' || array_to_string(facets, ', t.');
  of_k text := 'k.' || array_to_string(facets, ', k.');
  of_p text := 'p.' || array_to_string(facets, ', p.');
  typed text := (
    SELECT string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY array_position(facets, attname::text))
      FROM pg_attribute WHERE attrelid = 'structure'::regclass AND attname = ANY (facets));
  tally regclass;
  old record;
BEGIN
  DROP VIEW IF EXISTS structure_place;
  DROP TYPE IF EXISTS place_key CASCADE;
  FOREACH tally IN ARRAY ARRAY['structure_tally', 'structure_place_tally']::regclass[] LOOP
    EXECUTE format('DELETE FROM %s', tally);
    EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s NOT NULL', tally,
      replace(typed, ', ', ' NOT NULL, ADD COLUMN IF NOT EXISTS '));
    FOR old IN SELECT conname FROM pg_constraint WHERE conrelid = tally AND contype = 'u' LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', tally, old.conname);
    END LOOP;
  END LOOP;
  EXECUTE format('ALTER TABLE structure_tally ADD UNIQUE (%s)', listed);
  EXECUTE format('ALTER TABLE structure_place_tally ADD UNIQUE (%s, cell_x, cell_y)', listed);

  -- What covers every condition of a set but its text, all that a box asks, and who has a website: counted from the index alone.
  DROP INDEX IF EXISTS structure_public_sets, structure_public_place, structure_public_website;
  EXECUTE format('CREATE INDEX structure_public_sets ON structure (%s)
    WHERE published_at IS NOT NULL AND archived_at IS NULL', array_to_string(array_remove(facets, 'region_code'), ', '));
  EXECUTE format('CREATE INDEX structure_public_place ON structure (longitude, latitude) INCLUDE (x, y, commune_code, %s)
    WHERE published_at IS NOT NULL AND archived_at IS NULL', listed);
  EXECUTE format('CREATE INDEX structure_public_website ON structure (%s)
    WHERE published_at IS NOT NULL AND archived_at IS NULL AND website IS NOT NULL', listed);

  -- Rows are taken in key order: two writers of the same rows wait for each other and never deadlock. One that counts nothing
  -- goes with its last structure.
  EXECUTE format($sql$
    CREATE OR REPLACE FUNCTION structure_inserted_tally() RETURNS trigger LANGUAGE plpgsql AS $f$
    BEGIN
      INSERT INTO structure_tally AS t (%1$s, structures)
        SELECT %1$s, count(*) FROM written WHERE published_at IS NOT NULL AND archived_at IS NULL
          GROUP BY %1$s ORDER BY %1$s
        ON CONFLICT (%1$s) DO UPDATE SET structures = t.structures + EXCLUDED.structures;
      RETURN NULL;
    END $f$;
    CREATE OR REPLACE FUNCTION structure_changed_tally() RETURNS trigger LANGUAGE plpgsql AS $f$
    BEGIN
      INSERT INTO structure_tally AS t (%1$s, structures)
        SELECT %1$s, sum(change) FROM (
            SELECT %1$s, 1 AS change FROM written WHERE published_at IS NOT NULL AND archived_at IS NULL
            UNION ALL
            SELECT %1$s, -1 FROM replaced WHERE published_at IS NOT NULL AND archived_at IS NULL
          ) AS changes
          GROUP BY %1$s HAVING sum(change) <> 0 ORDER BY %1$s
        ON CONFLICT (%1$s) DO UPDATE SET structures = t.structures + EXCLUDED.structures;
      DELETE FROM structure_tally t USING replaced s WHERE t.structures = 0 AND (%2$s) = (%3$s);
      RETURN NULL;
    END $f$;
    CREATE OR REPLACE FUNCTION structure_deleted_tally() RETURNS trigger LANGUAGE plpgsql AS $f$
    BEGIN
      INSERT INTO structure_tally AS t (%1$s, structures)
        SELECT %1$s, -count(*) FROM replaced WHERE published_at IS NOT NULL AND archived_at IS NULL
          GROUP BY %1$s ORDER BY %1$s
        ON CONFLICT (%1$s) DO UPDATE SET structures = t.structures + EXCLUDED.structures;
      DELETE FROM structure_tally t USING replaced s WHERE t.structures = 0 AND (%2$s) = (%3$s);
      RETURN NULL;
    END $f$
  $sql$, listed, of_t, of_s);

  -- 64-pixel cells of zoom 7: 512 a side of the Web-Mercator world.
  EXECUTE format($sql$
    CREATE VIEW structure_place AS
      SELECT %1$s, floor(s.x * 512)::int AS cell_x, floor(s.y * 512)::int AS cell_y, count(*)::int AS structures,
        sum(s.longitude) AS longitudes, sum(s.latitude) AS latitudes,
        min(s.longitude) AS west, min(s.latitude) AS south, max(s.longitude) AS east, max(s.latitude) AS north,
        (array_agg(c.code ORDER BY c.population DESC NULLS LAST, c.code))[1] AS commune_code
      FROM structure s JOIN commune c ON c.code = s.commune_code
      WHERE s.published_at IS NOT NULL AND s.archived_at IS NULL AND s.longitude IS NOT NULL
      GROUP BY %1$s, cell_x, cell_y
  $sql$, of_s);
  EXECUTE format('CREATE TYPE place_key AS (%s, cell_x integer, cell_y integer)', typed);

  -- An edge or a largest commune cannot be subtracted: changed groups are counted anew. They are first taken in key order,
  -- the missing ones made: the second of two writers of one group, whose next statement sees what the first committed, counts
  -- both changes. One group at a time, by its index (OFFSET 0): joined, the planner would count them all.
  EXECUTE format($sql$
    CREATE FUNCTION refresh_places(keys place_key[]) RETURNS void LANGUAGE plpgsql STRICT AS $f$
    BEGIN
      INSERT INTO structure_place_tally AS t (%1$s, cell_x, cell_y, structures)
        SELECT k.*, 0 FROM unnest(keys) AS k ORDER BY k
        ON CONFLICT (%1$s, cell_x, cell_y) DO UPDATE SET structures = 0;
      UPDATE structure_place_tally t
        SET (structures, longitudes, latitudes, west, south, east, north, commune_code) =
          (p.structures, p.longitudes, p.latitudes, p.west, p.south, p.east, p.north, p.commune_code)
        FROM unnest(keys) AS k CROSS JOIN LATERAL (
          SELECT * FROM structure_place p WHERE (%2$s, p.cell_x, p.cell_y) = (%3$s, k.cell_x, k.cell_y) OFFSET 0
        ) AS p
        WHERE (%4$s, t.cell_x, t.cell_y) = (%3$s, k.cell_x, k.cell_y);
      DELETE FROM structure_place_tally t USING unnest(keys) AS k
        WHERE t.structures = 0 AND (%4$s, t.cell_x, t.cell_y) = (%3$s, k.cell_x, k.cell_y);
    END $f$
  $sql$, listed, of_p, of_k, of_t);
  EXECUTE format($sql$
    CREATE OR REPLACE FUNCTION structure_inserted_places() RETURNS trigger LANGUAGE plpgsql AS $f$
    BEGIN
      PERFORM refresh_places(array_agg(DISTINCT ROW(%1$s, floor(x * 512)::int, floor(y * 512)::int)::place_key))
        FROM written WHERE published_at IS NOT NULL AND archived_at IS NULL AND longitude IS NOT NULL;
      RETURN NULL;
    END $f$;
    CREATE OR REPLACE FUNCTION structure_deleted_places() RETURNS trigger LANGUAGE plpgsql AS $f$
    BEGIN
      PERFORM refresh_places(array_agg(DISTINCT ROW(%1$s, floor(x * 512)::int, floor(y * 512)::int)::place_key))
        FROM replaced WHERE published_at IS NOT NULL AND archived_at IS NULL AND longitude IS NOT NULL;
      RETURN NULL;
    END $f$;
    -- A new description moves nothing on the map, and counts nothing anew.
    CREATE OR REPLACE FUNCTION structure_changed_places() RETURNS trigger LANGUAGE plpgsql AS $f$
    BEGIN
      PERFORM refresh_places(keys) FROM (WITH before AS (
        SELECT id, %1$s, x, y, longitude, latitude, commune_code
          FROM replaced WHERE published_at IS NOT NULL AND archived_at IS NULL AND longitude IS NOT NULL
      ), after AS (
        SELECT id, %1$s, x, y, longitude, latitude, commune_code
          FROM written WHERE published_at IS NOT NULL AND archived_at IS NULL AND longitude IS NOT NULL
      ), moved AS (
        (TABLE before EXCEPT TABLE after) UNION ALL (TABLE after EXCEPT TABLE before)
      )
      SELECT array_agg(DISTINCT ROW(%1$s, floor(x * 512)::int, floor(y * 512)::int)::place_key) AS keys FROM moved) AS groups;
      RETURN NULL;
    END $f$;
    -- A new census may name another commune the largest.
    CREATE OR REPLACE FUNCTION commune_changed_places() RETURNS trigger LANGUAGE plpgsql AS $f$
    BEGIN
      PERFORM refresh_places(array_agg(DISTINCT ROW(%2$s, floor(s.x * 512)::int, floor(s.y * 512)::int)::place_key))
        FROM replaced b JOIN written a USING (code) JOIN structure s ON s.commune_code = a.code
        WHERE b.population IS DISTINCT FROM a.population
          AND s.published_at IS NOT NULL AND s.archived_at IS NULL AND s.longitude IS NOT NULL;
      RETURN NULL;
    END $f$
  $sql$, listed, of_s);

  EXECUTE format($sql$
    CREATE OR REPLACE FUNCTION count_anew() RETURNS void LANGUAGE plpgsql AS $f$
    BEGIN
      DELETE FROM structure_tally;
      DELETE FROM structure_place_tally;
      INSERT INTO structure_tally (%1$s, structures) SELECT %1$s, count(*) FROM structure
        WHERE published_at IS NOT NULL AND archived_at IS NULL GROUP BY %1$s;
      INSERT INTO structure_place_tally (%1$s, cell_x, cell_y, structures,
          longitudes, latitudes, west, south, east, north, commune_code)
        SELECT * FROM structure_place;
    END $f$
  $sql$, listed);
  PERFORM count_anew();
END $count_by$;

SELECT count_by('region_code', 'department_code', 'territory', 'award_keys');
