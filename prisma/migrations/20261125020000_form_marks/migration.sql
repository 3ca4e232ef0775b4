-- Each row carries a version, accounts too.
ALTER TABLE "user" ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version >= 1);

-- Whether a form was written is said in the transaction that writes it, so that no lost answer leaves it in doubt.
-- `holder` is who answers for the key: a writer that lost it to a later sending can no longer mark it, and writes nothing.
ALTER TABLE form_key
  ADD COLUMN holder uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN written_at timestamptz(3);
