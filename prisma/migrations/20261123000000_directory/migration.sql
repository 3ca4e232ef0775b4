-- The public directory: geography, structures, waves, awards, instalments, search.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE territory AS ENUM ('qpv', 'rural', 'unknown');
CREATE TYPE territory_basis AS ENUM ('announcement', 'insee_density', 'source');
CREATE TYPE position_precision AS ENUM ('address', 'commune');
CREATE TYPE date_precision AS ENUM ('day', 'month', 'year', 'period');
CREATE TYPE award_label AS ENUM ('fabrique', 'fabrique_numerique', 'unknown');
CREATE TYPE instalment_purpose AS ENUM ('seed', 'digital_bonus');
CREATE TYPE instalment_status AS ENUM ('announced', 'planned', 'paid', 'cancelled');

-- Geography (official geographic code)

CREATE TABLE region (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{2,3}$'),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL CHECK (name <> ''),
  is_ranked boolean NOT NULL,
  population integer CHECK (population >= 0)
);

CREATE TABLE department (
  code text PRIMARY KEY CHECK (code ~ '^([0-9]{2,3}|2[AB])$'),
  name text NOT NULL CHECK (name <> ''),
  region_code text NOT NULL REFERENCES region (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  population integer CHECK (population >= 0)
);
CREATE INDEX department_region_code_idx ON department (region_code);

CREATE TABLE commune (
  code text PRIMARY KEY CHECK (code ~ '^[0-9][0-9AB][0-9]{3}$'),
  name text NOT NULL CHECK (name <> ''),
  search_name text NOT NULL,
  department_code text NOT NULL REFERENCES department (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  region_code text NOT NULL REFERENCES region (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  population integer CHECK (population >= 0),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  latitude double precision CHECK (latitude BETWEEN -85 AND 85),
  CHECK ((longitude IS NULL) = (latitude IS NULL))
);
CREATE INDEX commune_department_code_idx ON commune (department_code);
CREATE INDEX commune_search_name_prefix ON commune (search_name text_pattern_ops);
CREATE INDEX commune_search_name_trigram ON commune USING gin (search_name gin_trgm_ops);
CREATE INDEX commune_centre ON commune USING gist (point(longitude, latitude));
CREATE INDEX commune_largest ON commune (population DESC NULLS LAST, code);

CREATE TABLE commune_postcode (
  commune_code text NOT NULL REFERENCES commune (code) ON DELETE CASCADE ON UPDATE CASCADE,
  postcode text NOT NULL CHECK (postcode ~ '^[0-9]{5}$'),
  PRIMARY KEY (commune_code, postcode)
);
CREATE INDEX commune_postcode_postcode_idx ON commune_postcode (postcode);

CREATE TABLE commune_alias (
  code text PRIMARY KEY,
  commune_code text NOT NULL REFERENCES commune (code) ON DELETE CASCADE ON UPDATE CASCADE,
  name text NOT NULL
);
CREATE INDEX commune_alias_commune_code_idx ON commune_alias (commune_code);

-- Call and waves

CREATE TABLE call (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL CHECK (name <> ''),
  programme text NOT NULL,
  operator text NOT NULL,
  opens_on date NOT NULL,
  budget_euros integer CHECK (budget_euros > 0),
  target_total integer NOT NULL CHECK (target_total > 0),
  target_qpv integer NOT NULL CHECK (target_qpv >= 0),
  target_rural integer NOT NULL CHECK (target_rural >= 0),
  target_year integer NOT NULL CHECK (target_year BETWEEN 2000 AND 2100),
  source_url text NOT NULL CHECK (source_url ~ '^https?://'),
  CHECK (target_qpv + target_rural <= target_total)
);

CREATE TABLE wave (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(id) <= 60),
  call_id text NOT NULL REFERENCES call (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  rank integer NOT NULL CHECK (rank >= 1),
  label text NOT NULL CHECK (label <> ''),
  short_label text NOT NULL CHECK (short_label <> ''),
  opens_on date,
  closes_on date,
  announced_on date,
  announced_on_precision date_precision NOT NULL,
  announced_period text,
  announced_count integer CHECK (announced_count >= 0),
  announced_fabrique_count integer CHECK (announced_fabrique_count >= 0),
  announced_fabrique_numerique_count integer CHECK (announced_fabrique_numerique_count >= 0),
  annual_ceiling_euros integer CHECK (annual_ceiling_euros > 0),
  duration_years integer CHECK (duration_years BETWEEN 1 AND 10),
  min_total_euros integer CHECK (min_total_euros >= 0),
  max_total_euros integer CHECK (max_total_euros > 0),
  digital_bonus_euros integer CHECK (digital_bonus_euros > 0),
  flat_rate boolean NOT NULL DEFAULT false,
  source_url text CHECK (source_url ~ '^https?://'),
  note text,
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK (opens_on <= closes_on),
  CHECK (min_total_euros <= max_total_euros),
  CHECK (announced_on_precision <> 'period' OR announced_period IS NOT NULL),
  CHECK (announced_fabrique_count + announced_fabrique_numerique_count <= announced_count),
  CHECK (NOT flat_rate OR (annual_ceiling_euros IS NOT NULL AND duration_years IS NOT NULL))
);
CREATE UNIQUE INDEX wave_call_id_rank_key ON wave (call_id, rank);

-- Structures

CREATE TABLE structure (
  id text PRIMARY KEY DEFAULT (gen_random_uuid())::text,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 300),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  official_name text CHECK (length(official_name) <= 300),
  commune_code text NOT NULL REFERENCES commune (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  department_code text NOT NULL REFERENCES department (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  region_code text NOT NULL REFERENCES region (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  address text CHECK (length(address) <= 300),
  postcode text CHECK (postcode ~ '^[0-9]{5}$'),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  latitude double precision CHECK (latitude BETWEEN -85 AND 85),
  position_precision position_precision,
  x double precision GENERATED ALWAYS AS ((longitude + 180) / 360) STORED,
  y double precision GENERATED ALWAYS AS (0.5 - ln(tan(pi() / 4 + radians(latitude) / 2)) / (2 * pi())) STORED,
  territory territory NOT NULL DEFAULT 'unknown',
  territory_basis territory_basis,
  density_level smallint CHECK (density_level BETWEEN 1 AND 7),
  qpv_name text,
  website text CHECK (website ~ '^https?://' AND length(website) <= 500),
  description text CHECK (description <> '' AND length(description) <= 2000),
  description_source_url text CHECK (description_source_url ~ '^https?://'),
  editorial_note text,
  published_at timestamptz(3),
  archived_at timestamptz(3),
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  award_keys text[] NOT NULL DEFAULT '{}',
  latest_wave_rank integer NOT NULL DEFAULT 0,
  search_vector tsvector,
  CHECK ((longitude IS NULL) = (latitude IS NULL)),
  CHECK ((longitude IS NULL) = (position_precision IS NULL)),
  CHECK ((territory = 'unknown') = (territory_basis IS NULL)),
  CHECK (qpv_name IS NULL OR territory = 'qpv')
);
CREATE INDEX structure_commune_code_idx ON structure (commune_code);

CREATE TABLE structure_slug (
  slug text PRIMARY KEY,
  structure_id text NOT NULL REFERENCES structure (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX structure_slug_structure_id_idx ON structure_slug (structure_id);

CREATE TABLE structure_source (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  structure_id text NOT NULL REFERENCES structure (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  url text NOT NULL CHECK (url ~ '^https?://'),
  title text NOT NULL CHECK (title <> ''),
  published_on date
);
CREATE UNIQUE INDEX structure_source_structure_id_url_key ON structure_source (structure_id, url);

CREATE TABLE award (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  structure_id text NOT NULL REFERENCES structure (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  wave_id text NOT NULL REFERENCES wave (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  label award_label NOT NULL DEFAULT 'unknown',
  source_url text CHECK (source_url ~ '^https?://'),
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX award_structure_id_wave_id_key ON award (structure_id, wave_id);
CREATE INDEX award_wave_id_idx ON award (wave_id);

CREATE TABLE instalment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  award_id uuid NOT NULL REFERENCES award (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  purpose instalment_purpose NOT NULL,
  year_of_aid smallint CHECK (year_of_aid BETWEEN 1 AND 10),
  calendar_year smallint CHECK (calendar_year BETWEEN 2019 AND 2100),
  amount_euros integer NOT NULL CHECK (amount_euros BETWEEN 1 AND 10000000),
  status instalment_status NOT NULL,
  paid_on date,
  source_url text CHECK (source_url ~ '^https?://'),
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK (purpose <> 'seed' OR year_of_aid IS NOT NULL),
  CHECK (paid_on IS NULL OR status = 'paid')
);
CREATE INDEX instalment_award_id_idx ON instalment (award_id);
-- The bonus of a fabrique numérique is paid once.
CREATE UNIQUE INDEX instalment_one_digital_bonus ON instalment (award_id)
  WHERE purpose = 'digital_bonus' AND status <> 'cancelled';

-- Reads of the public set: published, not archived. Every index below serves only that set.

CREATE INDEX structure_public_name ON structure (name COLLATE "fr-x-icu", id)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
CREATE INDEX structure_public_recent ON structure (latest_wave_rank DESC, name COLLATE "fr-x-icu", id)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
CREATE INDEX structure_public_facets ON structure (region_code, department_code, territory)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
CREATE INDEX structure_public_department ON structure (department_code, territory)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
CREATE INDEX structure_public_position ON structure USING gist (point(longitude, latitude))
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
CREATE INDEX structure_public_cells ON structure (x, y) INCLUDE (commune_code)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
CREATE INDEX structure_public_unplaced ON structure (id)
  WHERE published_at IS NOT NULL AND archived_at IS NULL AND longitude IS NULL;
CREATE INDEX structure_public_awards ON structure USING gin (award_keys)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
CREATE INDEX structure_public_search ON structure USING gin (search_vector)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;

-- Search: words without accents or punctuation, then French stems. No stop words here: a query drops its own.

CREATE FUNCTION plain_words(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, coalesce(value, ''))), '[^a-z0-9]+', ' ', 'g')) $$;

CREATE TEXT SEARCH DICTIONARY french_stems (TEMPLATE = snowball, Language = french);
CREATE TEXT SEARCH CONFIGURATION fr (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION fr
  ALTER MAPPING FOR asciiword, word, numword WITH french_stems;

CREATE TABLE search_word (word text PRIMARY KEY);
CREATE INDEX search_word_trigram ON search_word USING gin (word gin_trgm_ops);

CREATE FUNCTION structure_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
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
    setweight(to_tsvector('fr', plain_words(place.department || ' ' || place.region)), 'D');
  RETURN NEW;
END $$;
CREATE TRIGGER structure_before_write BEFORE INSERT OR UPDATE OF name, official_name, commune_code, department_code, region_code
  ON structure FOR EACH ROW EXECUTE FUNCTION structure_before_write();

-- One row per address ever used; a taken one is refused even when its structure has moved on.
CREATE FUNCTION structure_remember_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO structure_slug (slug, structure_id) VALUES (NEW.slug, NEW.id)
    ON CONFLICT (slug) DO UPDATE SET structure_id = EXCLUDED.structure_id
      WHERE structure_slug.structure_id = EXCLUDED.structure_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'slug % belongs to another structure', NEW.slug
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'structure_slug_pkey';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_remember_slug AFTER INSERT OR UPDATE OF slug
  ON structure FOR EACH ROW EXECUTE FUNCTION structure_remember_slug();

CREATE FUNCTION structure_remember_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_word (word)
    SELECT DISTINCT w
      FROM written s JOIN commune c ON c.code = s.commune_code
        JOIN department d ON d.code = c.department_code JOIN region r ON r.code = c.region_code,
      LATERAL regexp_split_to_table(plain_words(concat_ws(' ', s.name, s.official_name, c.name, d.name, r.name)), ' ') AS w
      WHERE length(w) >= 2
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_insert_words AFTER INSERT ON structure
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION structure_remember_words();
CREATE TRIGGER structure_update_words AFTER UPDATE ON structure
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION structure_remember_words();

-- Awards are copied to their structure, so that wave and label are one condition on one row.

CREATE FUNCTION refresh_award_keys(structure_ids text[]) RETURNS void LANGUAGE sql AS $$
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

CREATE FUNCTION award_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_keys(ARRAY(SELECT DISTINCT structure_id FROM written));
  RETURN NULL;
END $$;
CREATE FUNCTION award_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_keys(ARRAY(SELECT structure_id FROM written UNION SELECT structure_id FROM replaced));
  RETURN NULL;
END $$;
CREATE FUNCTION award_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_keys(ARRAY(SELECT DISTINCT structure_id FROM replaced));
  RETURN NULL;
END $$;
CREATE FUNCTION wave_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_keys(ARRAY(SELECT DISTINCT a.structure_id FROM award a JOIN written w ON w.id = a.wave_id));
  RETURN NULL;
END $$;
CREATE TRIGGER award_inserted AFTER INSERT ON award
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION award_inserted();
CREATE TRIGGER award_updated AFTER UPDATE ON award
  REFERENCING NEW TABLE AS written OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION award_updated();
CREATE TRIGGER award_deleted AFTER DELETE ON award
  REFERENCING OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION award_deleted();
CREATE TRIGGER wave_updated AFTER UPDATE ON wave
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION wave_updated();

-- Every process that keeps answers in memory listens here and forgets them.
CREATE FUNCTION directory_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('directory_changed', '');
  RETURN NULL;
END $$;
DO $$
DECLARE
  public_table text;
BEGIN
  FOREACH public_table IN ARRAY ARRAY['region', 'department', 'commune', 'commune_postcode', 'commune_alias', 'call', 'wave',
    'structure', 'structure_slug', 'structure_source', 'award', 'instalment'] LOOP
    EXECUTE format('CREATE TRIGGER directory_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I '
      'FOR EACH STATEMENT EXECUTE FUNCTION directory_changed()', public_table);
  END LOOP;
END $$;

-- How many public structures share région, département, territory and awards. Counts and facets of any filter without
-- text or place read these few thousand rows, however many structures there are.

CREATE TABLE structure_tally (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  region_code text NOT NULL,
  department_code text NOT NULL,
  territory territory NOT NULL,
  award_keys text[] NOT NULL,
  structures integer NOT NULL,
  UNIQUE (region_code, department_code, territory, award_keys)
);

-- Rows are taken in key order: two writers of the same rows wait for each other and never deadlock.
CREATE FUNCTION structure_inserted_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO structure_tally AS t (region_code, department_code, territory, award_keys, structures)
    SELECT region_code, department_code, territory, award_keys, count(*)
      FROM written WHERE published_at IS NOT NULL AND archived_at IS NULL
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (region_code, department_code, territory, award_keys)
      DO UPDATE SET structures = t.structures + EXCLUDED.structures;
  RETURN NULL;
END $$;
CREATE FUNCTION structure_changed_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO structure_tally AS t (region_code, department_code, territory, award_keys, structures)
    SELECT region_code, department_code, territory, award_keys, sum(change)
      FROM (
        SELECT region_code, department_code, territory, award_keys, 1 AS change
          FROM written WHERE published_at IS NOT NULL AND archived_at IS NULL
        UNION ALL
        SELECT region_code, department_code, territory, award_keys, -1
          FROM replaced WHERE published_at IS NOT NULL AND archived_at IS NULL
      ) AS changes
      GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (region_code, department_code, territory, award_keys)
      DO UPDATE SET structures = t.structures + EXCLUDED.structures;
  RETURN NULL;
END $$;
CREATE FUNCTION structure_deleted_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO structure_tally AS t (region_code, department_code, territory, award_keys, structures)
    SELECT region_code, department_code, territory, award_keys, -count(*)
      FROM replaced WHERE published_at IS NOT NULL AND archived_at IS NULL
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (region_code, department_code, territory, award_keys)
      DO UPDATE SET structures = t.structures + EXCLUDED.structures;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_inserted_tally AFTER INSERT ON structure
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION structure_inserted_tally();
CREATE TRIGGER structure_changed_tally AFTER UPDATE ON structure
  REFERENCING NEW TABLE AS written OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION structure_changed_tally();
CREATE TRIGGER structure_deleted_tally AFTER DELETE ON structure
  REFERENCING OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION structure_deleted_tally();
CREATE FUNCTION structure_emptied_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM structure_tally;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_emptied_tally AFTER TRUNCATE ON structure
  FOR EACH STATEMENT EXECUTE FUNCTION structure_emptied_tally();
