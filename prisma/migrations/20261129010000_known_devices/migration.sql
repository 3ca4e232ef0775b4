-- Where accounts were entered from: attempts from there are counted apart from those of strangers. A device or a network is
-- kept as a keyed hash alone; `has_entered` is false for one that only opened a link and chose a password.
CREATE TABLE known_device (
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  device text NOT NULL CHECK (device ~ '^[0-9a-f]{64}$'),
  has_entered boolean NOT NULL,
  last_at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, device)
);
