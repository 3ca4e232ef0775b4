-- Databases loaded before the grounds of a label were kept: they are read out of the editors' notes, as the loader does
-- (lib/default-data/source-note.ts). A note speaks of the award that was loaded with it. An empty database has none.
UPDATE award a SET
  label_source_url = nullif(
    substring(s.editorial_note FROM '\mkind(?: from(?: project name and)?|:) (https?://[^\s;,)]+)'), a.source_url),
  label_from_name = s.editorial_note ~ '\mkind from project name\M'
FROM structure s
WHERE s.id = a.structure_id AND a.created_at = s.created_at AND a.label <> 'unknown'
  AND s.editorial_note ~ '\mkind(?: from project name| from https?://|: https?://)';

INSERT INTO structure_source (structure_id, url, title)
SELECT s.id, page[1], regexp_replace(page[1], '^https?://(?:www\.)?([^/]+).*$', '\1')
FROM structure s,
  regexp_matches(s.editorial_note, '\m(?:qpv:|territory:|QPV matched from) (https?://[^\s;,)]+)', 'g') AS page
ON CONFLICT (structure_id, url) DO NOTHING;
