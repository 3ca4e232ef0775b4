-- A row of structure_tally leads to its structures: a small set is fetched without reading its whole département.
DROP INDEX structure_public_department;
CREATE INDEX structure_public_sets ON structure (department_code, territory, award_keys)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;

-- What lies in a box is counted, by facet or by cell, from the index alone.
DROP INDEX structure_public_place;
CREATE INDEX structure_public_place ON structure (longitude, latitude)
  INCLUDE (x, y, commune_code, region_code, department_code, territory, award_keys)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
