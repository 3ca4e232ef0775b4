-- The back office: who gets in, by which link, and the journal of what they changed.
CREATE TYPE user_role AS ENUM ('administrator', 'editor', 'reader');
CREATE TYPE access_link_kind AS ENUM ('first_admin', 'invitation', 'password_reset');
CREATE TYPE audit_origin AS ENUM ('interface', 'terminal', 'program');

-- A user is never deleted: the journal names people by id. One who leaves is named by number only.
-- An empty list of régions must never read as "everywhere": all of France is said by a column of its own.
CREATE TABLE "user" (
  id text PRIMARY KEY DEFAULT (gen_random_uuid())::text,
  number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 120),
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  role user_role NOT NULL,
  covers_france boolean NOT NULL DEFAULT true,
  region_scope text[] NOT NULL DEFAULT '{}',
  two_factor_enabled boolean NOT NULL DEFAULT false,
  disabled_at timestamptz(3),
  departed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK (covers_france = (cardinality(region_scope) = 0)),
  CHECK (role = 'editor' OR covers_france),
  CHECK ((departed_at IS NULL) = (email LIKE '%@%')),
  CHECK (departed_at IS NULL OR (disabled_at IS NOT NULL AND NOT two_factor_enabled))
);

-- Sessions, passwords, pending codes and second factors, in the shape that Better Auth reads and writes.
CREATE TABLE session (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ip_address text,
  user_agent text,
  expires_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX session_user_id_idx ON session (user_id);

CREATE TABLE account (
  id text PRIMARY KEY DEFAULT (gen_random_uuid())::text,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  password text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX account_user_id_provider_id_key ON account (user_id, provider_id);

CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX verification_identifier_idx ON verification (identifier);

CREATE TABLE two_factor (
  id text PRIMARY KEY DEFAULT (gen_random_uuid())::text,
  user_id text NOT NULL UNIQUE REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT false,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz(3)
);

-- Links that let someone in once. The link itself is kept nowhere, only what recognises it.
CREATE TABLE access_link (
  id text PRIMARY KEY DEFAULT (gen_random_uuid())::text,
  kind access_link_kind NOT NULL,
  token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  email text CHECK (email = lower(email) AND length(email) <= 254),
  name text CHECK (name <> '' AND length(name) <= 120),
  role user_role,
  covers_france boolean NOT NULL DEFAULT true,
  region_scope text[] NOT NULL DEFAULT '{}',
  user_id text REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_by text REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  revoked_at timestamptz(3),
  CHECK (covers_france = (cardinality(region_scope) = 0)),
  CHECK (kind <> 'password_reset' OR user_id IS NOT NULL),
  CHECK (kind <> 'invitation' OR role IS NOT NULL),
  CHECK (used_at IS NULL OR revoked_at IS NULL)
);
CREATE INDEX access_link_user_id_idx ON access_link (user_id);

-- Wrong passwords, by hour, account (a keyed hash: no address of a person who has no account) and client address.
CREATE TABLE sign_in_failure (
  hour timestamptz(3) NOT NULL,
  account_hash text NOT NULL,
  address text NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  last_at timestamptz(3) NOT NULL,
  PRIMARY KEY (hour, account_hash, address)
);
CREATE INDEX sign_in_failure_account_hash_idx ON sign_in_failure (account_hash, hour);
CREATE INDEX sign_in_failure_address_idx ON sign_in_failure (address, hour);

-- The journal: written in the transaction of the change itself, never rewritten.
CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  actor_id text REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  origin audit_origin NOT NULL,
  action text NOT NULL CHECK (action ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text NOT NULL CHECK (subject_kind ~ '^[a-z-]+$'),
  subject_id text NOT NULL CHECK (subject_id <> ''),
  before jsonb,
  after jsonb,
  batch_id uuid,
  CHECK (origin <> 'interface' OR actor_id IS NOT NULL)
);
CREATE INDEX audit_entry_at_idx ON audit_entry (at);
CREATE INDEX audit_entry_actor_id_idx ON audit_entry (actor_id, id);
CREATE INDEX audit_entry_subject_idx ON audit_entry (subject_kind, subject_id, id);
CREATE INDEX audit_entry_batch_id_idx ON audit_entry (batch_id) WHERE batch_id IS NOT NULL;

CREATE FUNCTION refuse_journal_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is never rewritten: % of % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_rewriting();

-- One row for each form that was sent and accepted: a second arrival is answered with the first result.
CREATE TABLE form_key (
  key uuid PRIMARY KEY,
  actor_id text REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  result jsonb,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX form_key_at_idx ON form_key (at);

-- What signed-in users were refused, written apart from the transaction that was.
CREATE TABLE refusal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  actor_id text NOT NULL REFERENCES "user" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  permission text NOT NULL,
  code text NOT NULL
);
CREATE INDEX refusal_actor_id_idx ON refusal (actor_id, id);

-- A database that was filled before the journal existed begins it with what it holds.
INSERT INTO audit_entry (origin, action, subject_kind, subject_id, after)
  SELECT 'program', 'data.loaded', 'data', 'default', jsonb_build_object('structures', count(*))
  FROM structure HAVING count(*) > 0;
