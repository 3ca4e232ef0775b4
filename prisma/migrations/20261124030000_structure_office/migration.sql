-- What staff note of a structure beyond the announcement: who it is in law, whom to write to, how it was located.
CREATE TYPE geocoding_source AS ENUM ('geoplateforme', 'commune_table');

ALTER TABLE structure
  ADD COLUMN siret text CHECK (siret ~ '^[0-9]{14}$'),
  ADD COLUMN rna text CHECK (rna ~ '^W[0-9A-Z]{9}$'),
  ADD COLUMN contact_name text CHECK (contact_name <> '' AND length(contact_name) <= 120),
  ADD COLUMN contact_email text CHECK (contact_email LIKE '%@%' AND length(contact_email) <= 254),
  ADD COLUMN contact_phone text CHECK (contact_phone ~ '^[0-9+(). -]{4,30}$'),
  -- Never public unless someone ticked it.
  ADD COLUMN contact_published boolean NOT NULL DEFAULT false,
  ADD COLUMN geocoding_score double precision CHECK (geocoding_score BETWEEN 0 AND 1),
  ADD COLUMN geocoding_source geocoding_source,
  -- Stays when a publication is taken back: what was public once is archived, never erased.
  ADD COLUMN first_published_at timestamptz(3),
  ADD CHECK (NOT contact_published OR contact_name IS NOT NULL OR contact_email IS NOT NULL OR contact_phone IS NOT NULL),
  ADD CHECK ((geocoding_score IS NULL) = (geocoding_source IS NULL)),
  ADD CHECK (geocoding_score IS NULL OR longitude IS NOT NULL);

CREATE FUNCTION structure_first_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.first_published_at := coalesce(NEW.first_published_at, NEW.published_at);
  RETURN NEW;
END $$;
CREATE TRIGGER structure_first_publication BEFORE INSERT OR UPDATE OF published_at, first_published_at
  ON structure FOR EACH ROW EXECUTE FUNCTION structure_first_publication();

UPDATE structure SET first_published_at = published_at WHERE published_at IS NOT NULL;
ALTER TABLE structure ADD CHECK (published_at IS NULL OR first_published_at IS NOT NULL);
