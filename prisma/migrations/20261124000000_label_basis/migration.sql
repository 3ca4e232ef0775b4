-- On what the label of an award rests, when it is not the page that names the laureate: another page, the name of the
-- project, or both. An unknown label rests on nothing.
ALTER TABLE award
  ADD COLUMN label_source_url text CHECK (label_source_url ~ '^https?://'),
  ADD COLUMN label_from_name boolean NOT NULL DEFAULT false,
  ADD CHECK (label <> 'unknown' OR (label_source_url IS NULL AND NOT label_from_name));
