import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents, versions, blocks, translations and editions, with the laws that the database holds. */
export class Documents1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document (
        id uuid NOT NULL PRIMARY KEY,
        kind text NOT NULL CONSTRAINT document_kind CHECK (kind IN ('manual', 'course', 'lesson')),
        source_locale text NOT NULL,
        imported_from text,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE TABLE document_slug (slug text NOT NULL PRIMARY KEY, document_id uuid NOT NULL REFERENCES document, current boolean NOT NULL);
      CREATE UNIQUE INDEX document_slug_current ON document_slug (document_id) WHERE current;

      CREATE TABLE version (
        id uuid NOT NULL PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES document,
        major integer NOT NULL,
        minor integer NOT NULL,
        origin text NOT NULL CONSTRAINT version_origin CHECK (origin IN ('import', 'desk')),
        author uuid,
        approver uuid,
        change_note text,
        depth text NOT NULL,
        owner text NOT NULL,
        city text NOT NULL,
        themes text[] NOT NULL,
        sdg text[] NOT NULL,
        sdg_goals integer[] NOT NULL,
        period_start text NOT NULL,
        period_end text,
        licence text NOT NULL,
        text_origin jsonb NOT NULL,
        published_on text NOT NULL,
        max_evidence integer,
        hash text NOT NULL,
        signature text NOT NULL,
        key_id text NOT NULL,
        CONSTRAINT version_two_pairs_of_eyes CHECK (approver IS NULL OR approver <> author)
      );
      CREATE UNIQUE INDEX version_number ON version (document_id, major, minor);

      CREATE TABLE version_state (
        id bigserial NOT NULL PRIMARY KEY,
        version_id uuid NOT NULL REFERENCES version,
        state text NOT NULL CONSTRAINT version_state_state CHECK (state IN ('draft', 'in-review', 'approved', 'published', 'superseded', 'withdrawn')),
        at timestamptz(3) NOT NULL DEFAULT now(),
        reason text
      );
      CREATE TABLE version_status (
        version_id uuid NOT NULL PRIMARY KEY REFERENCES version,
        document_id uuid NOT NULL,
        state text NOT NULL,
        since timestamptz(3) NOT NULL
      );
      CREATE UNIQUE INDEX version_status_one_open ON version_status (document_id) WHERE state IN ('draft', 'in-review', 'approved');
      CREATE UNIQUE INDEX version_status_one_published ON version_status (document_id) WHERE state = 'published';
      CREATE INDEX version_status_newest ON version_status (since, document_id) WHERE state = 'published';

      CREATE TABLE block (
        version_id uuid NOT NULL REFERENCES version,
        block_id text NOT NULL,
        position integer NOT NULL,
        section text NOT NULL,
        kind text NOT NULL,
        item_depth integer,
        item_ordered boolean,
        item_first boolean,
        text text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (version_id, block_id)
      );
      CREATE UNIQUE INDEX block_position ON block (version_id, position);

      CREATE TABLE block_translation (
        id bigserial NOT NULL PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES document,
        block_id text NOT NULL,
        locale text NOT NULL,
        from_hash text NOT NULL,
        text text NOT NULL,
        state text NOT NULL CONSTRAINT block_translation_state CHECK (state IN ('machine', 'draft', 'translated', 'reviewed')),
        origin_kind text NOT NULL,
        origin_name text NOT NULL,
        origin_version text,
        reviewer text,
        made_on text NOT NULL,
        entered_by text NOT NULL CONSTRAINT block_translation_entered_by CHECK (entered_by IN ('import', 'desk')),
        live boolean NOT NULL,
        CONSTRAINT block_translation_no_live_draft CHECK (NOT (live AND state = 'draft'))
      );
      CREATE UNIQUE INDEX block_translation_live ON block_translation (document_id, locale, block_id, from_hash) WHERE live;

      CREATE TABLE edition (
        version_id uuid NOT NULL REFERENCES version,
        locale text NOT NULL,
        document_id uuid NOT NULL,
        revision bigint NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        coverage double precision NOT NULL,
        counts jsonb NOT NULL,
        sections integer NOT NULL,
        sections_in_language integer NOT NULL,
        folded text NOT NULL,
        body jsonb NOT NULL,
        PRIMARY KEY (version_id, locale)
      );
      CREATE INDEX edition_document ON edition (document_id, locale);

      CREATE TRIGGER edition_public AFTER INSERT OR UPDATE OR DELETE ON edition FOR EACH STATEMENT EXECUTE FUNCTION raise_library_revision();
      CREATE TRIGGER version_state_public AFTER INSERT ON version_state FOR EACH STATEMENT EXECUTE FUNCTION raise_library_revision();
      CREATE TRIGGER document_slug_public AFTER INSERT OR UPDATE OR DELETE ON document_slug FOR EACH STATEMENT EXECUTE FUNCTION raise_library_revision();
    `);
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER version_state_append_only BEFORE UPDATE OR DELETE ON version_state FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- A translation row may only cease to be live; a better text is a new row.
      CREATE FUNCTION keep_translation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.live OR to_jsonb(NEW) - 'live' <> to_jsonb(OLD) - 'live' THEN
          RAISE EXCEPTION 'block_translation is append-only' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER block_translation_append_only BEFORE UPDATE OR DELETE ON block_translation FOR EACH ROW EXECUTE FUNCTION keep_translation();

      -- Which states may follow which; publishing anything but an import needs an approver.
      CREATE FUNCTION follow_version_state() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        before text := (SELECT state FROM version_status WHERE version_id = NEW.version_id);
        subject version := (SELECT v FROM version v WHERE v.id = NEW.version_id);
      BEGIN
        IF NOT coalesce(CASE before
          WHEN 'draft' THEN NEW.state IN ('in-review')
          WHEN 'in-review' THEN NEW.state IN ('draft', 'approved')
          WHEN 'approved' THEN NEW.state IN ('draft', 'published')
          WHEN 'published' THEN NEW.state IN ('superseded', 'withdrawn')
          WHEN 'superseded' THEN NEW.state IN ('withdrawn')
          WHEN 'withdrawn' THEN false
          ELSE NEW.state = 'draft' OR (NEW.state = 'published' AND subject.origin = 'import')
        END, false) THEN
          RAISE EXCEPTION 'a version cannot go from % to %', coalesce(before, 'nothing'), NEW.state USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.state = 'published' AND subject.origin <> 'import' AND (subject.author IS NULL OR subject.approver IS NULL) THEN
          RAISE EXCEPTION 'a version is published with an author and another person as approver' USING ERRCODE = 'check_violation';
        END IF;
        INSERT INTO version_status VALUES (NEW.version_id, subject.document_id, NEW.state, NEW.at)
          ON CONFLICT (version_id) DO UPDATE SET state = EXCLUDED.state, since = EXCLUDED.since;
        RETURN NULL;
      END $$;
      CREATE TRIGGER version_state_follows AFTER INSERT ON version_state FOR EACH ROW EXECUTE FUNCTION follow_version_state();

      -- What was published once never changes: the version's row, its blocks, its facts.
      CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        row_before jsonb := to_jsonb(OLD);
        row_after jsonb := to_jsonb(NEW);
        subject uuid[] := CASE TG_TABLE_NAME
          WHEN 'version' THEN ARRAY[(row_before->>'id')::uuid]
          ELSE ARRAY[(row_before->>'version_id')::uuid, (row_after->>'version_id')::uuid]
        END;
      BEGIN
        IF EXISTS (SELECT FROM version_state WHERE version_id = ANY (subject) AND state = 'published') THEN
          RAISE EXCEPTION 'a published version is immutable' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER version_immutable BEFORE UPDATE OR DELETE ON version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
      CREATE TRIGGER block_immutable BEFORE INSERT OR UPDATE OR DELETE ON block FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
      CREATE INDEX version_state_published ON version_state (version_id) WHERE state = 'published';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE edition, block_translation, block, version_status, version_state, version, document_slug, document;
      DROP FUNCTION refuse_change_of_published(), follow_version_state(), keep_translation(), refuse_change();
    `);
  }
}
