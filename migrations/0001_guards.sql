-- The journal only grows, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % only grows.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_entries_only_grow BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_entries_never_emptied BEFORE TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- There is always someone to administer the instance. The community's row is
-- locked first, so that two administrators leaving at once come one after the other.
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM communities FOR UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT 1 FROM member_roles r JOIN members m ON m.id = r.member_id
    WHERE r.role = 'administrator' AND m.state = 'active'
  ) THEN
    RAISE EXCEPTION 'The last administrator stays.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'members_keep_an_administrator';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER member_roles_keep_an_administrator AFTER UPDATE OR DELETE ON member_roles
  FOR EACH ROW EXECUTE FUNCTION keep_an_administrator();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER members_keep_an_administrator AFTER UPDATE OF state ON members
  FOR EACH ROW WHEN (OLD.state = 'active' AND NEW.state <> 'active') EXECUTE FUNCTION keep_an_administrator();
