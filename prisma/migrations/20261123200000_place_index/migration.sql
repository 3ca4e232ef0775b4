-- Boxes are asked in degrees: with plain comparisons the planner knows how much of the country a box holds, and the
-- cells of a map are counted from the index alone.
DROP INDEX structure_public_cells;
CREATE INDEX structure_public_place ON structure (longitude, latitude) INCLUDE (x, y, commune_code)
  WHERE published_at IS NOT NULL AND archived_at IS NULL;
